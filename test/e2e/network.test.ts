// Servers that lead elsewhere, and addresses that have secrets in them. Each host is one of
// the loopback network, so that all but the first are private ones that others name.

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { run } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Served {
  readonly port: number;
  /** The requests, with their user names and passwords. */
  readonly asked: string[];
}

async function serve(host: string, answer: RequestListener): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { authorization = "" } = request.headers;
    asked.push(`${request.url} ${authorization}`.trim());
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

const good = smallDocument({ A: {} });
const withRef = ($ref: string) => smallDocument({ A: { $ref } });

/** The host that the user names, and another one. */
async function twoHosts(): Promise<{
  base: string;
  first: Served;
  other: Served;
  otherBase: string;
}> {
  const other = await serve("127.0.0.2", (_request, response) => {
    response.end(good);
  });
  const otherBase = `http://127.0.0.2:${other.port}`;
  const first = await serve("127.0.0.1", (request, response) => {
    const { pathname, searchParams } = new URL(`http://a${request.url}`);
    const location = searchParams.get("to");
    const ref = searchParams.get("ref");
    const pin = searchParams.get("pin");
    if (location !== null) response.writeHead(302, { location }).end();
    else if (ref !== null) response.end(withRef(ref));
    else if (pin !== null) response.end(`source: "${pin}"\nsha256: "0"\n`);
    else if (pathname === "/gzip") {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(good));
    } else if (pathname.startsWith("/coding/")) {
      const coding = pathname.slice("/coding/".length);
      response.writeHead(200, { "content-encoding": coding });
      response.end(gzipSync(good));
    } else if (pathname === "/bomb") {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(10_000_000)));
    } else if (pathname === "/part.json") response.end('{"type": "string"}');
    else if (pathname === "/text") response.end("a: [\n");
    else if (pathname === "/binary") response.end(Buffer.from([0, 255]));
    else if (pathname === "/cut") {
      response.writeHead(200, { "content-length": 99 }).write("{");
      setImmediate(() => response.destroy());
    } else if (pathname === "/good") response.end(good);
    else response.writeHead(404).end();
  });
  return { base: `http://127.0.0.1:${first.port}`, first, other, otherBase };
}

const start = (spec: string, ...more: string[]) =>
  runCodegen(temporaryFolder(), run(spec, ...more));
const to = (location: string) => `?to=${encodeURIComponent(location)}`;
const fine = { status: 0, stderr: "" };

describe("a redirect", () => {
  test("is followed to the same host, with its name and password", async () => {
    const { base, first } = await twoHosts();
    const named = base.replace("//", "//me:pw@");
    expect(await start(`${named}/a${to("/good")}`)).toMatchObject(fine);
    expect(first.asked).toEqual([
      "/a?to=%2Fgood Basic bWU6cHc=",
      "/good Basic bWU6cHc=",
    ]);
  });

  test("is not followed to a private address of another host", async () => {
    const { base, other } = await twoHosts();
    const { port } = other;
    for (const host of [
      "127.0.0.2",
      "2130706434",
      "0x7f000002",
      "[::ffff:127.0.0.2]",
      "localhost",
      "0.0.0.0",
    ]) {
      const { stderr, status } = await start(
        `${base}/a${to(`http://${host}:${port}/`)}`,
      );
      expect(stderr).toContain("private or loopback address");
      expect(stderr).toContain(`[spec/private-address]\n  at ${base}/a?…\n`);
      expect(stderr).toContain("--remote-private");
      expect(status).toBe(2);
    }
    expect(other.asked).toEqual([]);
  });

  test("is where that is allowed, without the name and the password", async () => {
    const { base, other, otherBase } = await twoHosts();
    const named = base.replace("//", "//me:pw@");
    const spec = `${named}/a${to(`${otherBase}/x`)}`;
    expect(await start(spec, "--remote-private")).toMatchObject(fine);
    expect(other.asked).toEqual(["/x"]);
  });

  test.each(["file:///etc/passwd", "data:text/plain,a", "http://["])(
    "is not followed to %s",
    async (location) => {
      const { base } = await twoHosts();
      const { stderr, status } = await start(`${base}/a${to(location)}`);
      expect(stderr).toContain("[spec/redirect]");
      expect(status).toBe(2);
    },
  );

  test("ends after twenty, and each one counts", async () => {
    const { base, first } = await twoHosts();
    const server = await serve("127.0.0.1", (_request, response) => {
      response.writeHead(302, { location: "/again" }).end();
    });
    const { stderr } = await start(`http://127.0.0.1:${server.port}/`);
    expect(stderr).toContain("more than 20 redirects [spec/redirect]");
    expect(server.asked).toHaveLength(21);
    const counted = await start(
      `${base}/a${to("/good")}`,
      ...["--limit", "fetches=1"],
    );
    expect(counted.stderr).toContain(
      '1 files may be fetched (limit "fetches")',
    );
    expect(first.asked).toHaveLength(1);
  });
});

describe("a document on the disk", () => {
  test("does not make the private addresses that it names trusted, in any order", async () => {
    const { base, first, other, otherBase } = await twoHosts();
    const schema = (url: string) => ({ $ref: `${url}#/components/schemas/A` });
    const refs = [`${base}/good`, `${otherBase}/x`];
    for (const [one = "", two = ""] of [refs, refs.toReversed()]) {
      const folder = temporaryFolder({
        "doc.json": smallDocument({ A: schema(one), B: schema(two) }),
        "list.json": smallDocument({ A: schema(one), B: { $ref: "sub.json" } }),
        "sub.json": JSON.stringify({ properties: { a: schema(two) } }),
      });
      for (const spec of ["doc.json", "list.json"]) {
        const args = run(spec, "--remote");
        const { stderr, status } = await runCodegen(folder, args);
        expect(stderr.match(/\[spec\/private-address\]/g)).toHaveLength(2);
        expect(status).toBe(2);
      }
    }
    expect([...first.asked, ...other.asked]).toEqual([]);
    const folder = temporaryFolder({
      "doc.json": withRef(`${base}/part.json`),
    });
    const args = run("doc.json", "--remote", "--remote-private");
    expect(await runCodegen(folder, args)).toMatchObject(fine);
  });

  test("trusts a host that the user names beside it, such as that of an overlay", async () => {
    const { base } = await twoHosts();
    const server = await serve("127.0.0.1", (_request, response) => {
      response.end(
        'overlay: 1.0.0\ninfo: {title: o, version: "1"}\nactions: [{target: $.info, update: {x-a: 1}}]\n',
      );
    });
    const folder = temporaryFolder({
      "doc.json": withRef(`${base}/part.json`),
    });
    const overlay = `http://127.0.0.1:${server.port}/o.yaml`;
    const args = run("doc.json", "--remote", "--overlay", overlay);
    expect(await runCodegen(folder, args)).toMatchObject(fine);
  });
});

describe("a document from the network", () => {
  const ref = (target: string) => `?ref=${encodeURIComponent(target)}`;

  test("refers to its own host", async () => {
    const { base } = await twoHosts();
    const spec = `${base}/a${ref("part.json")}`;
    expect(await start(spec, "--remote")).toMatchObject(fine);
  });

  test("does not refer to private addresses of others, unless allowed", async () => {
    const { base, other, otherBase } = await twoHosts();
    const spec = `${base}/a${ref(`${otherBase}/x#/components/schemas/A`)}`;
    const { stderr, status } = await start(spec, "--remote");
    expect(stderr).toContain("[spec/private-address]");
    expect(status).toBe(2);
    expect(other.asked).toEqual([]);
    const args = ["--remote", "--remote-private"];
    expect(await start(spec, ...args)).toMatchObject(fine);
  });

  test("chooses no name and password for another host", async () => {
    const { base, other, otherBase } = await twoHosts();
    const named = otherBase.replace("//", "//me:pw@");
    const spec = `${base}/a${ref(`${named}/x#/components/schemas/A`)}`;
    await start(spec, "--remote", "--remote-private");
    expect(other.asked).toEqual(["/x"]);
  });

  test("does not refer to files", async () => {
    const { base } = await twoHosts();
    const spec = `${base}/a${ref("file:///etc/passwd")}`;
    const { stderr, status } = await start(spec, "--remote");
    expect(stderr).toContain("[ref/outside]");
    expect(status).toBe(2);
  });

  test("is not a pin of something here, or in another private network", async () => {
    const { base, otherBase, other } = await twoHosts();
    const pin = (source: string) => `?pin=${encodeURIComponent(source)}`;
    for (const [source, code] of [
      ["npm:yaml/package.json", "pin/wrong-value"],
      ["file:///etc/passwd", "pin/wrong-value"],
      ["/etc/passwd", "spec/http-status"], // a path of that server
      [`${otherBase}/x`, "spec/private-address"],
    ] as const) {
      const { stderr, status } = await start(`${base}/a${pin(source)}`);
      expect(stderr).toContain(`[${code}]`);
      expect(status).toBe(2);
    }
    expect(other.asked).toEqual([]);
  });

  test("may be compressed, and the limit is that of what comes out", async () => {
    const { base } = await twoHosts();
    expect(await start(`${base}/gzip`)).toMatchObject(fine);
    for (const coding of ["GZIP", "x-gzip", "X-GZip"]) {
      expect(await start(`${base}/coding/${coding}`)).toMatchObject(fine);
    }
    const limited = await start(`${base}/bomb`, "--limit", "bytes=1000000");
    expect(limited.stderr).toContain("a file may have 1000000 bytes");
    expect(limited.status).toBe(2);
  });
});

describe("a secret in an address is never printed", () => {
  const secret = "hunter2";

  test.each([
    "good",
    "missing",
    "text",
    "binary",
    "cut",
    "?to=/again",
    "?to=file:///x",
    "?to=http://127.0.0.2:1/",
    "?ref=nowhere.json",
    "?ref=%23/nowhere",
    "?ref=http://127.0.0.2:1/",
    "?pin=/good",
  ])("%s", async (path) => {
    const { base } = await twoHosts();
    const address = `${base.replace("//", `//me:${secret}@`)}/${path}`;
    const spec = `${address}${path.includes("?") ? "&" : "?"}sig=${secret}`;
    for (const more of [[], ["--json"], ["--strict"], ["--remote"]]) {
      const { stdout, stderr } = await start(spec, ...more);
      expect(stdout + stderr).not.toContain(secret);
    }
  });

  test.each([
    [`http://me:${secret}@localhost:1/x?token=${secret}`, []],
    [`http://me:${secret}@localhost:99999/x`, []],
    [`http://me:${secret}@[::1/x`, []],
    [`ftp://me:${secret}@host/x`, []],
    [`https://me:${secret}@localhost:1/`, ["--set", "emit=wrong"]],
    [`http://me:${secret}@localhost:1/`, ["--limit", "seconds=1"]],
  ])("%s", async (spec, more) => {
    const { stdout, stderr, status } = await start(spec, ...more);
    expect(stdout + stderr).not.toContain(secret);
    expect(status).toBe(2);
  });

  test("nor one of a reference, a pin or an overlay", async () => {
    const address = `http://me:${secret}@localhost:1/x?sig=${secret}`;
    const folder = temporaryFolder({
      "ref.json": withRef(`${address}#/a`),
      "pin.yaml": `source: "${address}"\nsha256: "0"\n`,
      "good.json": good,
      "c.yaml": `outputs: [{spec: "${address}", out: out, dialect: plain}]\n`,
    });
    for (const args of [
      run("ref.json"),
      run("ref.json", "--remote"),
      run("pin.yaml"),
      run("good.json", "--overlay", address),
      ["run", "--config", "c.yaml"],
      ["list", "--config", "c.yaml"],
    ]) {
      const { stdout, stderr, status } = await runCodegen(folder, args);
      expect(stdout + stderr).not.toContain(secret);
      expect(status).toBe(2);
    }
  });
});
