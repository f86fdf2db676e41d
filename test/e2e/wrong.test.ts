// Wrong input: each case ends with 2, says where, what and what to do, and
// leaves an earlier, good output as it was.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { snapshotFolder } from "./folder-snapshot.js";
import {
  expectRefusal,
  folderWithOutput,
  good,
  type Refusal,
  run,
} from "./refusal.js";
import { command, runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const documents: Readonly<Record<string, Refusal>> = {
  "no such file": {
    args: run("god.json"),
    code: "spec/not-found",
    what: 'there is no file "god.json"',
    where: "god.json",
    help: 'did you mean "good.json"?',
  },
  "a directory": {
    args: run("out"),
    code: "spec/directory",
    what: '"out" is a directory',
    where: "out",
    help: "name the file in it",
  },
  "an empty file": {
    files: { "empty.yaml": " \n" },
    args: run("empty.yaml"),
    code: "spec/empty",
    what: "the document is empty",
    where: "empty.yaml",
    help: "written completely",
  },
  "empty standard input": {
    args: run("-"),
    code: "spec/empty",
    what: "the document is empty",
    where: "<stdin>",
    help: "written completely",
  },
  "a binary file": {
    files: { "image.json": "\x89PNG\0\x01" },
    args: run("image.json"),
    code: "spec/binary",
    what: "binary",
    where: "image.json",
    help: "name a JSON or YAML document",
  },
  "neither JSON nor YAML": {
    files: { "prose.yaml": "openapi: 3.1.0\ninfo: [unclosed\npaths: {}\n" },
    args: run("prose.yaml"),
    code: "spec/not-yaml",
    what: "this is not YAML",
    where: "prose.yaml:3:1",
    help: "correct the document at this position",
  },
  "wrong JSON": {
    files: { "wrong.json": '{\n  "openapi": "3.1.0",\n  "info": nul\n}' },
    args: run("wrong.json"),
    code: "spec/not-json",
    what: "this is not JSON",
    where: "wrong.json:3:14",
    help: "correct the document at this position",
  },
  "JSON cut off in the middle": {
    files: { "cut.json": '{\n  "openapi": "3.1.0",\n  "info": {"title":' },
    args: run("cut.json"),
    code: "spec/not-json",
    what: "unexpected end",
    where: "cut.json:3:20",
    help: "fetch the document again",
  },
  "JSON, but not OpenAPI": {
    files: { "package.json": '{"name": "x", "version": "1"}' },
    args: run("package.json"),
    code: "spec/not-openapi",
    what: 'there is no "openapi" key; the keys are ["name","version"]',
    where: "package.json #",
    help: "name an OpenAPI 3 or Swagger 2.0 document",
  },
  "a list": {
    files: { "list.json": "[1, 2]" },
    args: run("list.json"),
    code: "spec/not-an-object",
    what: "expected an object, got an array",
    where: "list.json #",
    help: "correct the document",
  },
  "a reference to nothing": {
    files: {
      "ref.json": smallDocument({
        pet: {},
        owner: objectOf({ pet: { $ref: "#/components/schemas/pets" } }),
      }),
    },
    args: run("ref.json"),
    code: "ref/not-found",
    what: '"#/components/schemas/pets" refers to a schema that does not exist',
    where: "ref.json #/components/schemas/owner/properties/pet/$ref",
    help: 'did you mean "pet"?',
  },
  "a schema named ../x": {
    files: { "escape.json": smallDocument({ "../x": {} }) },
    args: run("escape.json"),
    code: "name/unsafe",
    what: '"../x" leads out of the output folder',
    where: "escape.json #/components/schemas/..~1x",
    help: "rename the schema",
  },
};

const pin = (sha256: string) => `source: good.json\nsha256: "${sha256}"\n`;

const flagsAndConfig: Readonly<Record<string, Refusal>> = {
  "an output folder below a file": {
    args: ["run", "--spec", "good.json", "--out", "good.json/out"],
    code: "output/not-a-folder",
    what: "good.json/out",
    where: "*/good.json/out",
    help: "--out",
  },
  "an unknown command": {
    args: ["rnu"],
    code: "cli/usage",
    what: "unknown command 'rnu'",
    where: null,
    help: "Did you mean run?",
  },
  "no command": {
    args: [],
    code: "cli/usage",
    what: "missing command; expected one of run, check, list, inspect",
    where: null,
    help: "codegen --help",
  },
  "an unknown option": {
    args: run("good.json", "--dryrun"),
    code: "cli/usage",
    what: "unknown option '--dryrun'",
    where: null,
    help: "Did you mean --dry-run?",
  },
  "an option without its value": {
    args: ["run", "--spec"],
    code: "cli/usage",
    what: "argument missing",
    where: null,
    help: "codegen --help",
  },
  "--set without =": {
    args: run("good.json", "--set", "order"),
    code: "option/wrong-value",
    what: '"order" is not KEY=VALUE',
    where: "--set order",
    help: "KEY=VALUE",
  },
  "an unknown option of the target": {
    args: run("good.json", "--set", "ordr=name"),
    code: "option/unknown",
    what: 'no option "ordr"; it has dedupe, emit, enums, formats, order, presence',
    where: "--set ordr=name",
    help: 'did you mean "order"?',
  },
  "a wrong value of an option of the target": {
    args: run("good.json", "--set", "order=nam"),
    code: "option/wrong-value",
    what: 'order cannot be "nam"; it can be name, document',
    where: "--set order=nam",
    help: 'did you mean "name"?',
  },
  "--only that matches nothing": {
    args: run("good.json", "--only", "pte"),
    code: "only/no-match",
    what: '"pte" matches no schema',
    where: "--only pte",
    help: 'did you mean "pet"?',
  },
  "an unknown template pack": {
    args: [
      "run",
      "--spec",
      "good.json",
      "--template",
      "typescrip",
      "--out",
      "o",
    ],
    code: "pack/not-found",
    what: '"typescrip" is neither a template pack',
    where: "typescrip",
    help: 'did you mean "typescript"?',
  },
  "inspect of an unknown schema": {
    args: ["inspect", "ownr", ...run("good.json").slice(1)],
    code: "only/no-match",
    what: 'there is no schema "ownr"',
    where: null,
    help: 'did you mean "owner"?',
  },
  "a pin with another checksum": {
    files: { "pin.yaml": pin("0".repeat(64)) },
    args: run("pin.yaml"),
    code: "pin/mismatch",
    what: `expected sha256 ${"0".repeat(64)}, found `,
    where: "pin.yaml #/sha256",
    help: "write its checksum into the pin",
  },
  "a pin with an unknown key": {
    files: { "pin.yaml": `${pin("0")}sha: 1\n` },
    args: run("pin.yaml"),
    code: "pin/unknown-key",
    what: 'unknown pin key "sha"',
    where: "pin.yaml #/sha",
    help: "`source`, `sha256` and `apiVersion`",
  },
  "a config with an unknown key": {
    files: {
      "codegen.config.yaml":
        "outputs:\n  - spec: good.json\n    out: out\n    templat: typescript\n",
    },
    args: ["run"],
    code: "config/invalid",
    what: 'unknown key "templat"; expected one of ',
    where: "codegen.config.yaml #/outputs/0/templat",
    help: 'did you mean "template"?',
  },
  "a config with an unknown key at the top": {
    files: { "codegen.config.yaml": "output: []\noutputs: []\n" },
    args: ["run"],
    code: "config/invalid",
    what: 'unknown key "output"; expected one of ',
    where: "codegen.config.yaml #/output",
    help: 'did you mean "outputs"?',
  },
  "a config without a key that is needed": {
    files: { "codegen.config.yaml": "outputs:\n  - spec: good.json\n" },
    args: ["run"],
    code: "config/invalid",
    what: '"out" is missing',
    where: "codegen.config.yaml #/outputs/0",
    help: "add `out`, such as `out: generated`",
  },
  "a config that is no YAML": {
    files: { "codegen.config.yaml": "outputs:\n  - spec: [good.json\n" },
    args: ["run"],
    code: "config/invalid",
    what: "this is not YAML",
    where: "codegen.config.yaml:3:1",
    help: "codegen.config.schema.json",
  },
  "a config that is not there": {
    args: ["run", "--config", "other.yaml"],
    code: "config/not-found",
    what: 'there is no config file "other.yaml"',
    where: "other.yaml",
    help: "create",
  },
  "no config and no flags": {
    args: ["run"],
    code: "config/not-found",
    what: "there is no codegen.config.yaml in this folder",
    where: "codegen.config.yaml",
    help: "--spec SOURCE --template typescript --out DIR",
  },
  "--out for a config of two outputs": {
    files: {
      "codegen.config.yaml":
        "outputs: [{spec: good.json, out: a}, {spec: good.json, out: b}]\n",
    },
    args: ["run", "--out", "c"],
    code: "option/wrong-value",
    what: "the config has 2 outputs",
    where: "--out",
    help: "remove --out",
  },
};

const extending = { "mine/pack.yaml": "extends: typescript\nview: 3\n" };
const withMine = run("good.json", "--template", "mine");

const templates: Readonly<Record<string, Refusal>> = {
  "a template that names what its view does not have": {
    files: {
      ...extending,
      "mine/model.hbs": "// x\n{{#if typo}}a{{/if}}\n{{pointr}}\n",
    },
    args: withMine,
    code: "pack/wrong-template",
    what: 'the view has no "typo" (in typo); it has pointer, imports',
    where: "mine/model.hbs:2:7",
    help: "`codegen inspect NAME` prints the view",
  },
  "a template that prints a type as text": {
    files: {
      ...extending,
      "mine/partials/declaration.hbs":
        "{{#each fields}}\n  {{key}}: {{type}};\n{{/each}}\n",
    },
    args: withMine,
    code: "pack/wrong-template",
    what: "type is not text: call a partial with it",
    where: "mine/partials/declaration.hbs:2:14",
    help: "`codegen inspect NAME` prints the view",
  },
  "a template that is no Handlebars": {
    files: { ...extending, "mine/model.hbs": "// x\n{{#if imports}}\n" },
    args: withMine,
    code: "pack/wrong-template",
    what: "this is not a Handlebars template",
    where: "mine/model.hbs:3",
    help: "`codegen inspect NAME` prints the view",
  },
  "an override that overrides nothing": {
    files: { ...extending, "mine/modle.hbs": "// x\n" },
    args: withMine,
    code: "pack/unknown-template",
    what: 'the pack it extends has no "modle"',
    where: "mine/modle.hbs",
    help: 'did you mean "model"?',
  },
  "templates for another version of the views": {
    files: { "mine/pack.yaml": "extends: typescript\nview: 99\n" },
    args: withMine,
    code: "pack/view-version",
    what: "version 99",
    where: "mine/pack.yaml #/view",
    help: "compare your templates",
  },
  "a folder that is not a pack": {
    files: { "mine/model.hbs": "// x\n" },
    args: withMine,
    code: "pack/invalid",
    what: "this file does not exist",
    where: "mine/pack.yaml",
    help: "extends: typescript",
  },
};

describe.each([
  ["documents", documents],
  ["flags and config", flagsAndConfig],
  ["templates", templates],
])("%s", (_area, refusals) => {
  test.each(Object.entries(refusals))("%s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });
});

test("a wrong pin shows both checksums", async () => {
  const folder = await folderWithOutput({ "pin.yaml": pin("a".repeat(64)) });
  const { stderr } = await runCodegen(folder, run("pin.yaml"));
  const sums = stderr.match(/\b[0-9a-f]{64}\b/g) ?? [];
  expect(new Set(sums).size).toBe(2);
});

test("several errors are reported together, sorted", async () => {
  const dangling = { $ref: "#/components/schemas/nothing_like_it" };
  const folder = await folderWithOutput({
    "many.json": smallDocument({
      z: objectOf({
        a: dangling,
        b: { type: "object", required: "x", properties: {} },
      }),
      a: { anyOf: [dangling, 7] },
      m: { $ref: "#/x" },
    }),
  });
  const before = snapshotFolder(folder);
  const { status, stderr } = await runCodegen(folder, run("many.json"));
  expect(status).toBe(2);
  expect(stderr.match(/^ {2}at .*$/gm)).toEqual([
    "  at many.json #/components/schemas/a/anyOf/0/$ref",
    "  at many.json #/components/schemas/a/anyOf/1",
    "  at many.json #/components/schemas/m/$ref",
    "  at many.json #/components/schemas/z/properties/a/$ref",
    "  at many.json #/components/schemas/z/properties/b/required",
  ]);
  expect(snapshotFolder(folder)).toEqual(before);
});

test("one of two outputs is wrong: the other is not written either", async () => {
  const folder = await folderWithOutput({
    "codegen.config.yaml":
      "outputs: [{spec: good.json, out: first}, {spec: none.json, out: second}]\n",
  });
  await expectRefusal(folder, {
    args: ["run"],
    code: "spec/not-found",
    what: '"none.json"',
    where: "none.json",
    help: 'did you mean "good.json"?',
  });
  expect(existsSync(join(folder, "first"))).toBe(false);
});

test.skipIf(!existsSync("/proc/self"))(
  "an output folder that the system refuses",
  async () => {
    const folder = await folderWithOutput({});
    const args = ["run", "--spec", "good.json", "--out", "/proc/codegen"];
    await expectRefusal(folder, {
      args,
      code: "output/unwritable",
      what: 'cannot write "/proc/codegen"',
      where: "/proc/codegen",
      help: "nothing on disk was changed",
    });
  },
);

/** A file system of its own, gone with the process; where a user may not mount, there is nothing to test with. */
const ownMounts = ["--user", "--map-root-user", "--mount"];
const mayMount =
  spawnSync("unshare", [...ownMounts, "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
    .status === 0;

test.skipIf(!mayMount)(
  "a disk that is full leaves what was there (needs leave to mount)",
  () => {
    const folder = temporaryFolder({ "good.json": good });
    const text = { type: "string", description: "words ".repeat(2000) };
    const large = { l1: objectOf({ text }), l2: objectOf({ text }) };
    writeFileSync(
      join(folder, "large.json"),
      smallDocument({ ...large, pet: {}, owner: objectOf({ text }) }),
    );
    mkdirSync(join(folder, "disk"));
    const list =
      "(cd disk; find . -printf '%p %s %i\\n' | sort; find . -type f | sort | xargs cat)";
    const script = [
      "mount -t tmpfs -o size=40k tmpfs disk || exit 99",
      `'${process.execPath}' '${command}' run --spec good.json --out disk/out >/dev/null || exit 98`,
      `${list} > before`,
      `'${process.execPath}' '${command}' run --spec large.json --out disk/out`,
      "status=$?",
      `${list} > after`,
      "cmp before after || exit 97",
      "exit $status",
    ].join("\n");
    const result = spawnSync("unshare", [...ownMounts, "sh", "-c", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(result.stderr).toContain("[output/unwritable]");
    expect(result.stderr).toContain("nothing on disk was changed; free space");
    expect(result.status).toBe(2);
  },
);

describe("what is only odd", () => {
  const odd = smallDocument({
    pet: objectOf({ name: { type: "strin", maxLenght: 3 } }),
  });
  const at = "  at odd.json #/components/schemas/pet/properties/name";

  test("is a located warning", async () => {
    const folder = temporaryFolder({ "odd.json": odd });
    const { status, stderr } = await runCodegen(folder, run("odd.json"));
    expect(stderr.split("\n")).toEqual([
      'warning: "maxLenght" is not a schema keyword [schema/unknown-keyword]',
      at,
      '  help: did you mean "maxLength"?',
      'warning: "strin" is not a type [schema/unknown-type]',
      `${at}/type`,
      '  help: did you mean "string"?',
      "",
    ]);
    expect(status).toBe(0);
    expect(existsSync(join(folder, "out/model/pet.ts"))).toBe(true);
  });

  test("is an error with --strict", async () => {
    await expectRefusal(await folderWithOutput({ "odd.json": odd }), {
      args: run("odd.json", "--strict"),
      code: "schema/unknown-keyword",
      what: '"maxLenght" is not a schema keyword',
      where: at.slice("  at ".length),
      help: 'did you mean "maxLength"?',
    });
  });
});
