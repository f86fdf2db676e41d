// Input limits can be raised. Unusual but readable documents are read as intended, with a
// warning.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import {
  expectRefusal,
  folderWithOutput,
  type Refusal,
  run,
} from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

/** Schemas in one another: each is two levels, and the document around them four. */
function nested(schemas: number): string {
  const open = '{"properties":{"a":'.repeat(schemas - 1);
  const inner = `${open}{"type":"string"}${"}}".repeat(schemas - 1)}`;
  return `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"components":{"schemas":{"A":${inner}}}}`;
}

/** Each list is nine times the one before: 9⁸ numbers in 500 bytes. */
const bomb = [
  "openapi: 3.1.0\nx-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]",
  ...[..."bcdefgh"].map((name, index) => {
    const before = Array(9).fill(`*${"abcdefg"[index]}`);
    return `x-${name}: &${name} [${before.join(", ")}]`;
  }),
].join("\n");

/** Each object has what the one before has twice over, by merge keys, which copy. */
const mergeBomb = [
  "openapi: 3.1.0\nx-0: &a0 {a: 1}",
  ...Array.from({ length: 30 }, (_, index) => {
    const before = `{<<: *a${index}}`;
    return `x-${index + 1}: &a${index + 1} {a: ${before}, b: ${before}}`;
  }),
].join("\n");

/** A long text occurs in 5,000 places. */
const longText = `openapi: 3.1.0\nx-a: &a ${"long ".repeat(1000)}\nx-b: [${"*a, ".repeat(5000)}]\n`;

const cyclic =
  "openapi: 3.1.0\ncomponents:\n  schemas:\n    A: &a\n      properties:\n        again: *a\n";

const raise = "raise the limit if the document is correct: `--limit";

const wrong: Readonly<Record<string, Refusal>> = {
  "too many bytes": {
    args: run("good.json", "--limit", "bytes=100"),
    code: "spec/limit",
    what: 'a file may have 100 bytes (limit "bytes"), and this one has ',
    where: "good.json",
    help: `${raise} bytes=NUMBER\``,
  },
  "too many bytes, by the config": {
    files: {
      "codegen.config.yaml":
        "outputs: [{spec: good.json, out: out, limits: {bytes: 100}}]\n",
    },
    args: ["run"],
    code: "spec/limit",
    what: 'a file may have 100 bytes (limit "bytes")',
    where: "good.json",
    help: "`limits: {bytes: NUMBER}` beside `out`",
  },
  "too many bytes from standard input": {
    args: run("-", "--limit", "bytes=10"),
    input: smallDocument({}),
    code: "spec/limit",
    what: 'a file may have 10 bytes (limit "bytes")',
    where: "<stdin>",
    help: `${raise} bytes=NUMBER\``,
  },
  "too deep": {
    files: { "deep.json": nested(700) },
    args: run("deep.json"),
    code: "spec/limit",
    what: 'values may be nested 1100 deep (limit "depth")',
    where:
      "deep.json #/components/schemas/A/properties/a/properties/a/properties",
    help: `${raise} depth=NUMBER\``,
  },
  "deeper than can be followed": {
    files: { "deep.json": nested(1900) },
    args: run("deep.json", "--limit", "depth=100000"),
    code: "spec/limit",
    what: "the document is nested too deeply",
    where: "deep.json",
    help: "a depth of 1100 always works",
  },
  "far too deep": {
    files: { "deep.json": nested(50_000) },
    args: run("deep.json", "--limit", "depth=1000000"),
    code: "spec/limit",
    what: 'values may be nested 4000 deep (limit "depth")',
    where:
      "deep.json #/components/schemas/A/properties/a/properties/a/properties",
    help: "",
  },
  "far too deep, in YAML": {
    files: { "deep.yaml": `openapi: 3.1.0\npaths: ${"[".repeat(9000)}` },
    args: run("deep.yaml"),
    code: "spec/limit",
    what: "this value is nested far deeper",
    where: "*",
    help: `${raise} depth=NUMBER\``,
  },
  "too many aliases": {
    files: { "bomb.yaml": bomb },
    args: run("bomb.yaml"),
    code: "spec/limit",
    what: 'the aliases of a file may stand for 10000 values (limit "aliases")',
    where: "bomb.yaml",
    help: `${raise} aliases=NUMBER\``,
  },
  "too many values": {
    args: run("good.json", "--limit", "nodes=10"),
    code: "spec/limit",
    what: 'a document may have 10 values (limit "nodes"), and there are more',
    where: "good.json",
    help: `${raise} nodes=NUMBER\``,
  },
  "too many values in all files": {
    files: {
      "two.json": smallDocument({ A: { $ref: "part.json" } }),
      "part.json": JSON.stringify({ enum: Array(30).fill(1) }),
    },
    args: run("two.json", "--limit", "nodes=35"),
    code: "spec/limit",
    what: 'a document may have 35 values (limit "nodes")',
    where: "part.json",
    help: `${raise} nodes=NUMBER\``,
  },
  "too many values by merge keys": {
    files: { "merge.yaml": mergeBomb },
    args: run("merge.yaml"),
    code: "spec/limit",
    what: 'a document may have 20000000 values (limit "nodes")',
    where: "merge.yaml",
    help: `${raise} nodes=NUMBER\``,
  },
  "a long text by aliases": {
    files: { "long.yaml": longText },
    args: run("long.yaml", "--limit", "nodes=100000"),
    code: "spec/limit",
    what: 'a document may have 100000 values (limit "nodes")',
    where: "long.yaml",
    help: `${raise} nodes=NUMBER\``,
  },
  "an alias inside of what it names": {
    files: { "cyclic.yaml": cyclic },
    args: run("cyclic.yaml"),
    code: "spec/cyclic",
    what: '"#/components/schemas/A" contains itself',
    where: "cyclic.yaml #/components/schemas/A/properties/again",
    help: "break the cycle: use a `$ref`",
  },
  "an unknown limit": {
    args: run("good.json", "--limit", "byte=1"),
    code: "option/unknown",
    what: 'unknown limit "byte"; expected one of bytes, depth, aliases',
    where: "--limit byte=1",
    help: 'did you mean "bytes"?',
  },
  "a limit that is not a number": {
    args: run("good.json", "--limit", "bytes=many"),
    code: "option/wrong-value",
    what: '"many" is not a positive integer',
    where: "--limit bytes=many",
    help: "use a whole number above 0",
  },
  "an unknown limit in the config": {
    files: {
      "codegen.config.yaml":
        "outputs: [{spec: good.json, out: out, limits: {byte: 100}}]\n",
    },
    args: ["run"],
    code: "config/invalid",
    what: 'unknown key "byte"; expected one of bytes',
    where: "codegen.config.yaml #/outputs/0/limits/byte",
    help: 'did you mean "bytes"?',
  },
};

describe("beyond a limit", () => {
  test.each(Object.entries(wrong))("%s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });

  test("a server that never ends its answer", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200).write("openapi: 3.1.0\n");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/api.yaml`;
    const args = run(url, "--limit", "seconds=1");
    const { status, stderr } = await runCodegen(temporaryFolder(), args);
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      'error: waiting may take 1 seconds (limit "seconds"), and the response is incomplete [spec/limit]',
      `  at ${url}`,
    ]);
    expect(status).toBe(2);
  });
});

describe("a limit, of several linked files", () => {
  /** 100 values and some more, in about 400 bytes; refers to the next one. */
  const part = (next: string | null) =>
    JSON.stringify({
      type: "object",
      ...(next !== null && { properties: { next: { $ref: next } } }),
      "x-values": Array(100).fill(1),
    });
  const files = {
    "doc.json": smallDocument({ A: { $ref: "one.json" } }),
    "one.json": part("two.json"),
    "two.json": part("three.json"),
    "three.json": part(null),
  };
  const start = async (...more: string[]) => {
    const folder = await folderWithOutput(files);
    const before = readTexts(folder);
    const result = await runCodegen(folder, run("doc.json", ...more));
    return { ...result, changed: readTexts(folder), before };
  };

  test("`nodes` counts the values of all", async () => {
    const { status, stderr, changed, before } = await start(
      "--limit",
      "nodes=300",
    );
    expect(stderr).toContain(
      'a document may have 300 values (limit "nodes"), and there are more [spec/limit]\n  at three.json\n',
    );
    expect(status).toBe(2);
    expect(changed).toEqual(before);
    expect(await start("--limit", "nodes=400")).toMatchObject({ status: 0 });
  });

  test("`bytes` is of each one", async () => {
    const most = Math.max(...Object.values(files).map((text) => text.length));
    expect(await start("--limit", `bytes=${most}`)).toMatchObject({
      status: 0,
    });
    files["three.json"] += " ".repeat(most);
    const { status, stderr } = await start("--limit", `bytes=${most}`);
    expect(stderr).toContain(
      `a file may have ${most} bytes (limit "bytes"), and "three.json" has ${files["three.json"].length} bytes or more [spec/limit]\n  at two.json #/properties/next/$ref\n`,
    );
    expect(status).toBe(2);
  });

  test("`steps` counts those of all overlays", async () => {
    const overlay = (name: string) =>
      `overlay: 1.0.0\ninfo: {}\nactions: [{target: "$..title", update: ${name}}]\n`;
    const folder = await folderWithOutput({
      "one.yaml": overlay("one"),
      "two.yaml": overlay("two"),
    });
    const overlays = ["--overlay", "one.yaml", "--overlay", "two.yaml"];
    const steps = async (count: number, ...more: string[]) =>
      await runCodegen(
        folder,
        run("good.json", "--limit", `steps=${count}`, ...more),
      );
    let enough = 1;
    while ((await steps(enough, "--overlay", "one.yaml")).status !== 0)
      enough *= 2;
    const { status, stderr } = await steps(enough / 2 + 1, ...overlays);
    expect(stderr).toMatch(/limit "steps"\), .*\n {2}at (one|two)\.yaml #/);
    expect(status).toBe(2);
    expect(await steps(enough * 2, ...overlays)).toMatchObject({ status: 0 });
  });
});

test("reading what is on the disk takes as long as it takes", async () => {
  // Far more than a second of work would not be stopped either: this limit is for waiting.
  const schemas = Array.from(
    { length: 20_000 },
    (_, index) =>
      `    A${index}: {type: object, properties: {a: {type: string}}}`,
  );
  const text = `openapi: 3.1.0\ninfo: {title: t, version: "1"}\ncomponents:\n  schemas:\n${schemas.join("\n")}\n`;
  const folder = temporaryFolder({ "large.yaml": text });
  const args = run("large.yaml", "--only", "A7", "--limit", "seconds=1");
  expect(await runCodegen(folder, args)).toMatchObject({
    status: 0,
    stderr: "",
  });
});

test("500 schemas in one another are read", async () => {
  const folder = temporaryFolder({ "deep.json": nested(500) });
  const args = run("deep.json", "--set", "emit=models,values,params");
  expect(await runCodegen(folder, args)).toMatchObject({
    status: 0,
    stderr: "",
  });
});

describe("what is only odd", () => {
  const readAs = async (text: string) => {
    const folder = temporaryFolder({ "api.yaml": text });
    const { status, stderr } = await runCodegen(folder, run("api.yaml"));
    expect(status).toBe(0);
    return { stderr, output: readTexts(join(folder, "out")) };
  };
  const rest =
    '\ninfo: {title: t, version: "1"}\ncomponents: {schemas: {A: {type: string}}}\n';

  test("merge keys are applied", async () => {
    const { stderr, output } = await readAs(
      'openapi: 3.1.0\ninfo: {title: t, version: "1"}\nx-base: &base {type: object, properties: {id: {type: string}}}\ncomponents:\n  schemas:\n    A: {<<: *base, required: [id]}\n',
    );
    expect(stderr).toBe("");
    expect(output["model/A.ts"]).toContain("  id: string;");
  });

  test("hundreds of aliases are fine", async () => {
    const uses = Array.from({ length: 300 }, (_, index) => `A${index}: *a`);
    const { stderr } = await readAs(
      `openapi: 3.1.0\ninfo: {title: t, version: "1"}\nx-a: &a {type: string}\ncomponents: {schemas: {${uses.join(", ")}}}\n`,
    );
    expect(stderr).toBe("");
  });

  test.each([
    ["3.0.0-rc2", null],
    ["'3.0'", null],
    [
      "3.1",
      "the version is the number 3.1, and is read as 3.1 [spec/version-number]",
    ],
    [
      "3.0",
      "the version is the number 3, and is read as 3.0 [spec/version-number]",
    ],
    [
      "3.3.0",
      '"3.3.0" is not a known version; it is read as 3.2 [spec/unknown-version]',
    ],
    [
      "3.10.1",
      '"3.10.1" is not a known version; it is read as 3.2 [spec/unknown-version]',
    ],
  ])("openapi: %s", async (version, warning) => {
    const { stderr, output } = await readAs(`openapi: ${version}${rest}`);
    const [first, where] = stderr.split("\n");
    expect(first).toBe(warning === null ? "" : `warning: ${warning}`);
    if (warning !== null) expect(where).toBe("  at api.yaml #/openapi");
    expect(output["model/A.ts"]).toContain("type A = string");
  });

  test.each(["4.0.0", "'3'", "three", "31"])(
    "openapi: %s is refused",
    async (version) => {
      await expectRefusal(
        await folderWithOutput({ "api.yaml": `openapi: ${version}${rest}` }),
        {
          args: run("api.yaml"),
          code: "spec/unsupported-version",
          what: "is not a version of OpenAPI 3",
          where: "api.yaml #/openapi",
          help: "convert the document to OpenAPI 3 first",
        },
      );
    },
  );

  test("a document with nothing in it", async () => {
    const { stderr } = await readAs("openapi: 3.1.0\ninfo: {title: t}\n");
    expect(stderr).toContain(
      "the document has none of paths, components, webhooks: there is nothing to generate [spec/nothing]\n  at api.yaml #\n",
    );
  });
});
