// A key that appears twice is an error in every file that is read: nothing is kept of
// one of the two, and which one nobody asked.

import { describe, expect, test } from "vitest";
import {
  expectRefusal,
  folderWithOutput,
  good,
  type Refusal,
  run,
} from "./refusal.js";
import { runCodegen } from "./run-codegen.js";

const head =
  '"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}';
const twice =
  '{"type": "object", "properties": {"a": {"type": "string"}, "\\u0061": {"type": "integer"}}}';
const json = `{${head}, "components": {"schemas": {\n  "pet": ${twice}}}}`;
const proto = `{${head}, "components": {"schemas": {"__proto__": {}, "__proto__": {}}}}`;
const yaml = `openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths: {}\ncomponents:\n  schemas:\n    pet:\n      properties: {1: {}}\n    pet:\n      type: object\n`;
const configured = (more: string) => ({
  "codegen.config.yaml": `outputs:\n  - spec: good.json\n    out: out\n${more}`,
});

const documents: Readonly<Record<string, Refusal>> = {
  "a document in JSON": {
    files: { "twice.json": json },
    args: run("twice.json"),
    code: "spec/repeated-key",
    what: `the key "a" appears twice in one object: line 2, column ${9 + twice.indexOf('"a"') + 1} and line 2, column 69 [`,
    where: "twice.json:2:69 #/components/schemas/pet/properties/a",
    help: "remove one of the two",
  },
  "a document in JSON, from standard input": {
    args: run("-"),
    input: json,
    code: "spec/repeated-key",
    what: `the key "a" appears twice in one object: line 2, column ${9 + twice.indexOf('"a"') + 1} and line 2, column 69 [`,
    where: "<stdin>:2:69 #/components/schemas/pet/properties/a",
    help: "remove one of the two",
  },
  "__proto__ in JSON": {
    files: { "twice.json": proto },
    args: run("twice.json"),
    code: "spec/repeated-key",
    what: `the key "__proto__" appears twice in one object: line 1, column ${proto.indexOf('"__proto__"') + 1} and line 1, column ${proto.lastIndexOf('"__proto__"') + 1} [`,
    where: `twice.json:1:${proto.lastIndexOf('"__proto__"') + 1} #/components/schemas/__proto__`,
    help: "remove one of the two",
  },
  "a document in YAML": {
    files: { "twice.yaml": yaml },
    args: run("twice.yaml"),
    code: "spec/repeated-key",
    what: 'the key "pet" appears twice in one object: line 6, column 5 and line 8, column 5 [',
    where: "twice.yaml:8:5 #/components/schemas/pet",
    help: "remove one of the two",
  },
  "keys of YAML that are one as text": {
    files: {
      "twice.yaml": yaml.replace(
        "    pet:\n      type",
        "    '1': {}\n    1:\n      type",
      ),
    },
    args: run("twice.yaml"),
    code: "spec/repeated-key",
    what: 'the key "1" appears twice in one object: line 8, column 5 and line 9, column 5 [',
    where: "twice.yaml:9:5 #/components/schemas/1",
    help: "remove one of the two",
  },
  "another file": {
    files: {
      "main.json": `{${head}, "components": {"schemas": {"A": {"$ref": "part.json#/pet"}}}}`,
      "part.json": `{"pet": ${twice}}`,
    },
    args: run("main.json"),
    code: "spec/repeated-key",
    what: `the key "a" appears twice in one object: line 1, column ${9 + twice.indexOf('"a"') + 0} and line 1, column 68 [`,
    where: "part.json:1:68 #/pet/properties/a",
    help: "remove one of the two",
  },
  "an overlay in JSON": {
    files: {
      "fix.json":
        '{"overlay": "1.0.0", "info": {"title": "o", "version": "1"}, "actions": [{"target": "$.info", "update": {"x-a": 1}, "update": {"x-b": 1}}]}',
    },
    args: run("good.json", "--overlay", "fix.json"),
    code: "spec/repeated-key",
    what: 'the key "update" appears twice in one object: line 1, column 95 and line 1, column 117 [',
    where: "fix.json:1:117 #/actions/0/update",
    help: "remove one of the two",
  },
  "an overlay in YAML": {
    files: {
      "fix.yaml":
        "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions:\n  - target: $.info\n    remove: true\n    target: $.paths\n",
    },
    args: run("good.json", "--overlay", "fix.yaml"),
    code: "spec/repeated-key",
    what: 'the key "target" appears twice in one object: line 4, column 5 and line 6, column 5 [',
    where: "fix.yaml:6:5 #/actions/0/target",
    help: "remove one of the two",
  },
  "a pin": {
    files: { "pin.yaml": "source: good.json\nsha256: a\nsha256: b\n" },
    args: run("pin.yaml"),
    code: "spec/repeated-key",
    what: 'the key "sha256" appears twice in one object: line 2, column 1 and line 3, column 1 [',
    where: "pin.yaml:3:1 #/sha256",
    help: "remove one of the two",
  },
  "a config": {
    files: configured("    out: elsewhere\n"),
    args: ["run"],
    code: "config/invalid",
    what: 'the key "out" appears twice in one object: line 3, column 5 and line 4, column 5 [',
    where: "codegen.config.yaml:4:5 #/outputs/0/out",
    help: "correct the config",
  },
  "names in a config, by what they are as text": {
    files: configured("    names: {1: A, '1': B}\n"),
    args: ["run"],
    code: "config/invalid",
    what: 'the key "1" appears twice in one object: line 4, column 13 and line 4, column 19 [',
    where: "codegen.config.yaml:4:19 #/outputs/0/names/1",
    help: "correct the config",
  },
  "presence facts": {
    files: {
      ...configured("    presence: facts.yaml\n"),
      "facts.yaml": "'1': []\n1: []\n",
    },
    args: ["run"],
    code: "presence/invalid",
    what: 'the key "1" appears twice in one object: line 1, column 1 and line 2, column 1 [',
    where: "facts.yaml:2:1 #/1",
    help: "",
  },
  fixtures: {
    files: {
      ...configured(
        "    fixtures: samples.json\n    options: {emit: [models, factories]}\n",
      ),
      "samples.json":
        '{"resources": {"pet": {"name": "a"},\n "pet": {"name": "b"}}}',
    },
    args: ["run"],
    code: "fixtures/invalid",
    what: 'the key "pet" appears twice in one object: line 1, column 16 and line 2, column 2 [',
    where: "samples.json:2:2 #/resources/pet",
    help: "",
  },
  "the file of a template pack": {
    files: { "pack/pack.yaml": "extends: typescript\nview: 2\nview: 1\n" },
    args: ["run", "--spec", "good.json", "--template", "pack", "--out", "out"],
    code: "pack/invalid",
    what: 'the key "view" appears twice in one object: line 2, column 1 and line 3, column 1 [',
    where: "pack/pack.yaml:3:1 #/view",
    help: "",
  },
  "the manifest": {
    files: {
      "other/manifest.json": `{"files": {"a.ts": "${"0".repeat(64)}", "a.ts": "${"1".repeat(64)}"}}`,
    },
    args: ["run", "--spec", "good.json", "--out", "other"],
    code: "output/invalid-manifest",
    what: 'the key "a.ts" appears twice in one object: line 1, column 12 and line 1, column 88',
    where: "*/other/manifest.json",
    help: "",
  },
};

describe("a key twice", () => {
  test.each(Object.entries(documents))("in %s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });

  test("is reported each time", async () => {
    const folder = await folderWithOutput({
      "twice.json": `{${head}, "paths": {}, "components": {"schemas": {"A": ${twice}}}}`,
    });
    const { stderr } = await runCodegen(folder, run("twice.json"));
    expect(stderr.match(/\[spec\/repeated-key\]/g)).toHaveLength(2);
  });

  test("in two objects is none", async () => {
    const folder = await folderWithOutput({ "same.json": good });
    expect(await runCodegen(folder, run("same.json"))).toMatchObject({
      status: 0,
    });
  });
});
