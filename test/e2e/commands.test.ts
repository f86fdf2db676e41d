// Each command: its changes to a folder, its messages and its exit code.

import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { readFolder, readTexts, snapshotFolder } from "./folder-snapshot.js";
import { command, runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  "identity.session": objectOf({ report: refTo("report") }, ["report"]),
  report: objectOf({ status: { type: "string", enum: ["ok", "failed"] } }),
  charge: objectOf({ amount: { type: "integer", description: "In cents." } }),
};
const document = smallDocument(schemas);
const { charge: _charge, ...withoutCharge } = schemas;
const config = "outputs:\n  - spec: api.json\n    out: out\n";
const files = [
  "index.ts",
  "model/charge.ts",
  "model/identity_session.ts",
  "model/report.ts",
];

async function generatedFolder(): Promise<string> {
  const folder = temporaryFolder({
    "api.json": document,
    "codegen.config.yaml": config,
  });
  expect(await runCodegen(folder, ["run"])).toMatchObject({
    status: 0,
    stderr: "",
  });
  return folder;
}

const inModel = (path: string) => `out/model/${path}.ts`;

describe("run", () => {
  test("writes the files and says how many", async () => {
    const folder = temporaryFolder({ "api.json": document });
    const result = await runCodegen(folder, [
      ...["run", "--spec", "api.json", "--out", "out"],
    ]);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(result.stdout).toMatch(
      /^out: 4 created, 0 updated, 0 unchanged, 0 removed in \d+\.\d\d s\n$/,
    );
    expect(Object.keys(readTexts(join(folder, "out")))).toEqual([
      files[0],
      "manifest.json",
      ...files.slice(1),
    ]);
  });

  test("a second time changes nothing, not even a time stamp", async () => {
    const folder = await generatedFolder();
    const before = snapshotFolder(folder);
    const { stdout, status } = await runCodegen(folder, ["run"]);
    expect(stdout).toContain("0 created, 0 updated, 4 unchanged, 0 removed");
    expect(status).toBe(0);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("writes only what differs", async () => {
    const folder = await generatedFolder();
    const before = readFolder(join(folder, "out"));
    const changed = {
      ...schemas,
      report: objectOf({ id: { type: "string" } }),
    };
    writeFileSync(join(folder, "api.json"), smallDocument(changed));
    const { stdout } = await runCodegen(folder, ["run"]);
    // The index lists the types, and the enum of `report` is gone.
    expect(stdout).toContain("0 created, 2 updated, 2 unchanged, 0 removed");
    const after = readFolder(join(folder, "out"));
    expect(after["model/report.ts"]).not.toEqual(before["model/report.ts"]);
    expect(after["model/charge.ts"]).toEqual(before["model/charge.ts"]);
  });

  test("--dry-run prints what would change, and writes nothing", async () => {
    const folder = await generatedFolder();
    rmSync(join(folder, inModel("report")));
    writeFileSync(join(folder, "api.json"), smallDocument(withoutCharge));
    const before = snapshotFolder(folder);
    const { status, stdout } = await runCodegen(folder, ["run", "--dry-run"]);
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "create out/model/report.ts",
      "update out/index.ts",
      "remove out/model/charge.ts",
    ]);
    expect(stdout).toContain("1 created, 1 updated, 1 unchanged, 1 removed");
    expect(stdout).toContain("(dry run, nothing was written)");
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("--dry-run makes no folder", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml": config,
    });
    expect((await runCodegen(folder, ["run", "--dry-run"])).status).toBe(0);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("--json reports as JSON, warnings included", async () => {
    const folder = temporaryFolder({
      "api.json": smallDocument({ ...schemas, odd: { typo: 1 } }),
      "codegen.config.yaml": config,
    });
    const { status, stdout, stderr } = await runCodegen(folder, [
      "run",
      "--json",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      outputs: [
        {
          out: "out",
          created: [...files.slice(0, 3), "model/odd.ts", ...files.slice(3)],
          updated: [],
          unchanged: 0,
          removed: [],
          kept: [],
          edited: [],
        },
      ],
      warnings: [
        expect.objectContaining({
          code: "schema/unknown-keyword",
          severity: "warning",
          at: { file: "api.json", pointer: "#/components/schemas/odd" },
        }),
      ],
    });
  });

  test("--quiet prints nothing if nothing is wrong", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml": config,
    });
    const result = await runCodegen(folder, ["run", "--quiet"]);
    expect(result).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(join(folder, inModel("charge")))).toBe(true);
  });

  test("the file of a schema that is gone is removed", async () => {
    const folder = await generatedFolder();
    writeFileSync(join(folder, "api.json"), smallDocument(withoutCharge));
    const { stdout, stderr } = await runCodegen(folder, ["run"]);
    expect(stdout).toContain("0 created, 1 updated, 2 unchanged, 1 removed");
    expect(stderr).toBe("");
    expect(existsSync(join(folder, inModel("charge")))).toBe(false);
    expect((await runCodegen(folder, ["check"])).status).toBe(0);
  });

  test("such a file that was edited by hand is kept and reported, once", async () => {
    const folder = await generatedFolder();
    appendFileSync(join(folder, inModel("charge")), "// mine\n");
    writeFileSync(join(folder, "api.json"), smallDocument(withoutCharge));
    const { status, stdout, stderr } = await runCodegen(folder, ["run"]);
    expect(status).toBe(0);
    expect(stdout).toContain("0 removed");
    expect(stderr).toMatch(/^note: out\/model\/charge\.ts .* edited by hand/);
    const text = readFileSync(join(folder, inModel("charge")), "utf8");
    expect(text).toContain("// mine\n");
    expect((await runCodegen(folder, ["run"])).stderr).toBe("");
  });

  test("a generated file that was edited by hand is written again, with a note", async () => {
    const folder = await generatedFolder();
    const before = readTexts(join(folder, "out"));
    appendFileSync(join(folder, inModel("charge")), "// mine\n");
    const { status, stderr } = await runCodegen(folder, ["run"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^note: out\/model\/charge\.ts .* overwritten/);
    expect(readTexts(join(folder, "out"))).toEqual(before);
  });

  test("a file of someone else's is refused, and everything stays", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml": config,
      [inModel("charge")]: "export const mine = 1;\n",
    });
    const before = snapshotFolder(folder);
    const { status, stderr } = await runCodegen(folder, ["run"]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      '"model/charge.ts" exists, but codegen did not generate it',
    );
    expect(stderr).toContain("[output/foreign-file]");
    expect(stderr).toMatch(/^ {2}at .*out\/model\/charge\.ts$/m);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("files beside the generated ones are left alone", async () => {
    const folder = await generatedFolder();
    writeFileSync(join(folder, "out/mine.ts"), "export {};\n");
    writeFileSync(join(folder, "out/model/mine.ts"), "export {};\n");
    const before = snapshotFolder(folder);
    expect((await runCodegen(folder, ["run"])).status).toBe(0);
    expect((await runCodegen(folder, ["check"])).status).toBe(0);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test.each(["a link to a file", "a link to a folder", "a dangling link"])(
    "%s in the output folder is refused, its target untouched",
    async (kind) => {
      const folder = await generatedFolder();
      const outside = temporaryFolder({ "charge.ts": "mine\n" });
      const isFolder = kind === "a link to a folder";
      const link = join(folder, isFolder ? "out/model" : inModel("charge"));
      rmSync(link, { recursive: true });
      const target = kind === "a dangling link" ? "none.ts" : "charge.ts";
      symlinkSync(isFolder ? outside : join(outside, target), link);
      const before = [snapshotFolder(folder), snapshotFolder(outside)];
      const { status, stderr } = await runCodegen(folder, ["run"]);
      expect(status).toBe(2);
      expect(stderr).toContain("is a link [output/link]");
      expect(stderr).toMatch(/help: replace the link/);
      expect([snapshotFolder(folder), snapshotFolder(outside)]).toEqual(before);
    },
  );

  test("--set reaches the target", async () => {
    const folder = await generatedFolder();
    const spec = smallDocument({ x: objectOf({ b: true, a: true }) });
    writeFileSync(join(folder, "api.json"), spec);
    await runCodegen(folder, ["run", "--set", "order=document"]);
    const text = readFileSync(join(folder, inModel("x")), "utf8");
    expect(text.indexOf("b?:")).toBeLessThan(text.indexOf("a?:"));
  });

  test("an overriding template takes the place of the built-in one", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "mine/pack.yaml": "extends: typescript\nview: 3\n",
      "mine/model.hbs":
        "// Generated by mine. Do not edit.\n{{#each declarations}}\nexport type {{name}} = 1;\n{{/each}}\n",
      "codegen.config.yaml": `${config}    template: ./mine\n`,
    });
    expect(await runCodegen(folder, ["run"])).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(readFileSync(join(folder, inModel("charge")), "utf8")).toBe(
      "// Generated by mine. Do not edit.\nexport type Charge = 1;\n",
    );
    const index = readFileSync(join(folder, "out/index.ts"), "utf8");
    expect(index).toContain('export type { Charge } from "./model/charge.js";');
  });
});

describe("--only", () => {
  test("takes what matches and all that it needs", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml": config,
    });
    const args = ["run", "--only", "identity.*"];
    expect(await runCodegen(folder, args)).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(existsSync(join(folder, inModel("identity_session")))).toBe(true);
    expect(existsSync(join(folder, inModel("report")))).toBe(true);
    expect(existsSync(join(folder, inModel("charge")))).toBe(false);
  });

  test("leaves the files of the others, and they stay ours", async () => {
    const folder = await generatedFolder();
    const charge = readFileSync(join(folder, inModel("charge")), "utf8");
    await runCodegen(folder, ["run", "--only", "report"]);
    expect(readFileSync(join(folder, inModel("charge")), "utf8")).toBe(charge);
    await runCodegen(folder, ["run"]);
    expect(await runCodegen(folder, ["check"])).toMatchObject({ status: 0 });
  });
});

describe("check", () => {
  test("exits with 0 if all files are up to date, and writes nothing", async () => {
    const folder = await generatedFolder();
    const before = snapshotFolder(folder);
    const { status, stdout, stderr } = await runCodegen(folder, ["check"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^4 files are up to date \(.* s\)\n$/);
    expect((await runCodegen(folder, ["check", "--quiet"])).stdout).toBe("");
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("ends with 1 and lists what differs, with a diff", async () => {
    const folder = await generatedFolder();
    const changed = {
      report: objectOf({ id: { type: "string" } }),
      "identity.session": schemas["identity.session"],
      fresh: objectOf({ a: { type: "string" } }),
    };
    appendFileSync(join(folder, inModel("identity_session")), "// mine\n");
    writeFileSync(join(folder, "api.json"), smallDocument(changed));
    const before = snapshotFolder(folder);
    const { status, stdout } = await runCodegen(folder, ["check"]);
    expect(status).toBe(1);
    const list = stdout.slice(0, stdout.indexOf("\n\n")).split("\n").sort();
    expect(list).toEqual([
      "changed: out/index.ts",
      "changed: out/manifest.json",
      "changed: out/model/report.ts",
      "edited by hand: out/model/identity_session.ts",
      "missing: out/model/fresh.ts",
      "stale: out/model/charge.ts",
    ]);
    expect(stdout).toMatch(/^-\/\/ mine$/m);
    expect(stdout).toMatch(/^\+ {2}id\?: string;$/m);
    expect(stdout).toContain("6 files differ: run `codegen run`");
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("a file that was deleted is missing", async () => {
    const folder = await generatedFolder();
    rmSync(join(folder, inModel("charge")));
    const { status, stdout } = await runCodegen(folder, ["check", "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      drifted: [{ drift: "missing", path: "out/model/charge.ts" }],
      warnings: [],
    });
  });
});

describe("list and inspect", () => {
  test("list prints name, kind and file", async () => {
    const { status, stdout } = await runCodegen(await generatedFolder(), [
      "list",
    ]);
    expect(status).toBe(0);
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["charge", "object", "out/model/charge.ts"],
      ["identity.session", "object", "out/model/identity_session.ts"],
      ["report", "object", "out/model/report.ts"],
      [""],
    ]);
  });

  test("list --json prints the same as JSON", async () => {
    const { stdout } = await runCodegen(await generatedFolder(), [
      "list",
      "--json",
    ]);
    expect(JSON.parse(stdout)[1]).toEqual({
      name: "identity.session",
      kind: "object",
      file: "out/model/identity_session.ts",
    });
  });

  test("list ends quietly where the reader has read enough", () => {
    const many = Array.from({ length: 5000 }, (_, i) => [`schema_${i}`, true]);
    const folder = temporaryFolder({
      "api.json": smallDocument(Object.fromEntries(many)),
      "codegen.config.yaml": config,
    });
    const list = `'${process.execPath}' '${command}' list`;
    const script = `{ ${list}; echo "$?" >status; } | head -1`;
    const result = spawnSync("sh", ["-c", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(result.stdout).toMatch(
      /^schema_0 +\S+ +out\/model\/schema_0\.ts\n$/,
    );
    expect(result.stderr).toBe("");
    expect(readFileSync(join(folder, "status"), "utf8")).toBe("0\n");
  });

  test("inspect prints the view that the templates receive", async () => {
    const folder = await generatedFolder();
    const before = snapshotFolder(folder);
    const { status, stdout } = await runCodegen(folder, ["inspect", "charge"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: "model/charge.ts",
        template: "model",
        view: {
          pointer: "#/components/schemas/charge",
          declarations: [
            {
              name: "Charge",
              fields: [{ key: "amount", type: { name: "number" } }],
            },
          ],
        },
      },
    ]);
    expect(snapshotFolder(folder)).toEqual(before);
  });
});

describe("where the document is from", () => {
  const expected = async () => readTexts(join(await generatedFolder(), "out"));
  const yaml = stringify(JSON.parse(document));
  const written = (folder: string) => readTexts(join(folder, "out"));

  test.each([
    ["YAML", "api.yaml", yaml],
    ["JSON in a file named YAML", "api.yaml", document],
    ["a file without an ending", "api", yaml],
    ["JSON with a byte order mark", "api.json", `\ufeff${document}`],
    [
      "YAML with Windows line endings",
      "api.yml",
      yaml.replaceAll("\n", "\r\n"),
    ],
  ])("%s gives the same bytes as JSON", async (_kind, name, text) => {
    const folder = temporaryFolder({ [name]: text });
    const args = ["run", "--spec", name, "--out", "out"];
    expect(await runCodegen(folder, args)).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(written(folder)).toEqual(await expected());
  });

  test.each([
    ["JSON", document],
    ["YAML", yaml],
  ])("standard input, %s", async (_kind, text) => {
    const folder = temporaryFolder();
    const args = ["run", "--spec", "-", "--out", "out"];
    const result = await runCodegen(folder, args, text);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(written(folder)).toEqual(await expected());
  });

  test("a file of an installed package, from a folder below", async () => {
    const folder = temporaryFolder({
      "node_modules/@petshop/api/spec/api.json": document,
      "below/empty.txt": "",
    });
    const below = join(folder, "below");
    const spec = "npm:@petshop/api/spec/api.json";
    const args = ["run", "--spec", spec, "--out", "../out"];
    expect(await runCodegen(below, args)).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(written(folder)).toEqual(await expected());
  });

  test.each([
    ["application/json", document],
    ["application/yaml", yaml],
    ["text/plain", yaml],
  ])("an address that serves %s", async (type, text) => {
    const folder = temporaryFolder();
    const url = await serve((_request, response) => {
      response.setHeader("content-type", type);
      response.end(text);
    });
    const args = ["run", "--spec", `${url}/openapi`, "--out", "out"];
    const result = await runCodegen(folder, args);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(written(folder)).toEqual(await expected());
  });

  test("an address that has nothing", async () => {
    const folder = temporaryFolder();
    const url = await serve((_request, response) => {
      response.statusCode = 404;
      response.end("<h1>none</h1>");
    });
    const args = ["run", "--spec", `${url}/openapi.json`, "--out", "out"];
    const { status, stderr } = await runCodegen(folder, args);
    expect(status).toBe(2);
    expect(stderr).toContain("the server answered 404 Not Found");
    expect(stderr).toContain(`  at ${url}/openapi.json\n`);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("an answer that breaks off", async () => {
    const folder = temporaryFolder();
    const url = await serve((_request, response) => {
      response.setHeader("content-length", document.length);
      response.write(document.slice(0, 100));
      setTimeout(() => response.destroy(), 50);
    });
    const args = ["run", "--spec", `${url}/openapi.json`, "--out", "out"];
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr).toMatch(/^error: .* cannot be fetched .*unreachable\]/);
    expect(status).toBe(2);
  });
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // an address and a port, as it listens on one
  return `http://127.0.0.1:${port}`;
}

describe("config", () => {
  const nested = () =>
    temporaryFolder({
      "dir/api.json": document,
      "dir/codegen.config.yaml": config,
      "else/where.txt": "",
    });

  test("its paths start from its folder", async () => {
    const folder = nested();
    const at = join(folder, "else");
    const args = ["run", "--config", "../dir/codegen.config.yaml"];
    expect(await runCodegen(at, args)).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "dir", inModel("charge")))).toBe(true);
    expect(existsSync(join(at, "out"))).toBe(false);
  });

  test("the paths of the command line start from where it is called", async () => {
    const folder = nested();
    const at = join(folder, "else");
    const args = ["--config", "../dir/codegen.config.yaml", "--out", "here"];
    expect(await runCodegen(at, ["run", ...args])).toMatchObject({ status: 0 });
    expect(existsSync(join(at, "here/model/charge.ts"))).toBe(true);
    expect(existsSync(join(folder, "dir/out"))).toBe(false);
  });

  test("several outputs are all made", async () => {
    const folder = temporaryFolder({
      "api.json": document,
      "codegen.config.yaml": `${config}  - spec: api.json\n    out: part\n    only: [report]\n`,
    });
    const { status, stdout } = await runCodegen(folder, ["run"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^out: 4 created.*\npart: 2 created.*\n$/);
  });
});

describe("help", () => {
  test("--help names every command", async () => {
    const { status, stdout, stderr } = await runCodegen(temporaryFolder(), [
      "--help",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const name of ["run", "check", "list", "inspect"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
    }
    expect(stdout).toContain(
      "Exit codes: 0 done, 1 files on disk differ (check), 2 wrong input, 3",
    );
  });

  test("each command has help of its own", async () => {
    for (const name of ["run", "check", "list", "inspect"]) {
      const result = await runCodegen(temporaryFolder(), [name, "--help"]);
      expect(result).toMatchObject({ status: 0, stderr: "" });
      expect(result.stdout).toContain(`Usage: codegen ${name}`);
      expect(result.stdout).toContain("--spec <source>");
    }
  });

  test("--version is the package's", async () => {
    const file = new URL("../../package.json", import.meta.url);
    const { version } = JSON.parse(readFileSync(file, "utf8"));
    const result = await runCodegen(temporaryFolder(), ["--version"]);
    expect(result).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
});
