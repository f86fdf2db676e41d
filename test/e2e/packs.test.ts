// Packs of users, in folders outside the project: new kinds of output that consist of
// templates alone. Errors in a pack are reported before anything is written.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtinPackNames, builtinPacks } from "../../src/cli/registry.js";
import { readTexts } from "./folder-snapshot.js";
import { expectRefusal, folderWithOutput } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const zoo = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Zoo", version: "1" },
  paths: {},
  components: {
    schemas: {
      animal: {
        type: "object",
        required: ["name", "kind"],
        properties: {
          name: { type: "string", description: 'Its "pet" name, and more' },
          kind: { enum: ["cat", "dog"] },
          keeper: { $ref: "#/components/schemas/keeper" },
          friends: {
            type: "array",
            items: { $ref: "#/components/schemas/animal" },
          },
        },
      },
      keeper: {
        type: "object",
        properties: { since: { type: "integer" }, "=sum": { type: "boolean" } },
      },
    },
  },
});

const runPack = (...more: readonly string[]) => [
  "run",
  ...["--spec", "zoo.json", "--template", "./mine", "--out", "out", ...more],
];

async function outputOf(
  pack: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const files = Object.fromEntries(
    Object.entries(pack).map(([path, text]) => [`mine/${path}`, text]),
  );
  const folder = temporaryFolder({ "zoo.json": zoo, ...files });
  const { status, stderr } = await runCodegen(folder, runPack(...more));
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { "manifest.json": _manifest, ...texts } = readTexts(
    join(folder, "out"),
  );
  return texts;
}

describe("an output that nobody thought of", () => {
  test("all properties as a table", async () => {
    const output = await outputOf({
      "pack.yaml":
        "target: model\nview: 1\nsyntax: {text: csv}\nfiles: [{template: table, each: document, path: properties.csv}]\n",
      "table.hbs":
        "model,property,kind,required,description\n{{#each models}}\n{{#each fields}}\n{{../name.text.csv}},{{name.text.csv}},{{type.kind}},{{#if required}}yes{{else}}no{{/if}},{{#if description}}{{description.csv}}{{/if}}\n{{/each}}\n{{/each}}\n",
    });
    expect(output).toEqual({
      "properties.csv": [
        "model,property,kind,required,description",
        "animal,friends,array,no,",
        "animal,keeper,reference,no,",
        "animal,kind,enum,yes,",
        'animal,name,string,yes,"Its ""pet"" name, and more"',
        // a spreadsheet would calculate `=sum`
        'keeper,"\'=sum",boolean,no,',
        "keeper,since,number,no,",
        "",
      ].join("\n"),
    });
  });

  test("a diagram of classes", async () => {
    const output = await outputOf({
      "pack.yaml":
        "target: model\nview: 1\nfiles: [{template: diagram, each: document, path: classes.mmd}]\n",
      "diagram.hbs":
        "classDiagram\n{{#each models}}\n  class {{name.pascal}} {\n{{#each fields}}\n    {{type.kind}} {{name.camel}}\n{{/each}}\n  }\n{{#each references}}\n  {{../name.pascal}} --> {{pascal}}\n{{/each}}\n{{/each}}\n",
    });
    expect(output["classes.mmd"]).toBe(
      [
        "classDiagram",
        "  class Animal {",
        "    array friends",
        "    reference keeper",
        "    enum kind",
        "    string name",
        "  }",
        "  Animal --> Keeper",
        "  class Keeper {",
        "    boolean sum",
        "    number since",
        "  }",
        "",
      ].join("\n"),
    );
  });
});

test("a type is printed by a partial that calls itself", async () => {
  const output = await outputOf({
    "pack.yaml":
      "target: model\nview: 1\nfiles: [{template: model, path: '{{name.kebab}}.txt'}]\n",
    "model.hbs":
      "{{#each fields}}\n{{name.camel}} {{> type type}}\n{{/each}}\n",
    "partials/type.hbs":
      "{{#if isArray}}many {{> type items}}{{else}}{{#if isReference}}{{name.pascal}}{{else}}{{kind}}{{/if}}{{/if}}{{~!-- no line end --~}}\n",
  });
  expect(Object.keys(output)).toEqual(["animal.txt", "keeper.txt"]);
  expect(output["animal.txt"]).toContain("friends many Animal\n");
});

describe("a pack that extends another", () => {
  const extending = "extends: typescript\nview: 3\n";

  test("adds files and partials, and leaves others out", async () => {
    const output = await outputOf({
      "pack.yaml": `${extending}without: [index]\nfiles: [{template: note, each: model, path: "notes/{{@file}}.txt"}, {copy: LICENCE, path: LICENCE}]\n`,
      "note.hbs": "{{> origin this}}\n",
      "partials/origin.hbs": "// {{pointer}}\n",
      "runtime/LICENCE": "Free.\n",
    });
    expect(Object.keys(output).sort()).toEqual([
      "LICENCE",
      "model/animal.ts",
      "model/keeper.ts",
      "notes/animal.txt",
      "notes/keeper.txt",
    ]);
    expect(output["notes/animal.txt"]).toBe("// #/components/schemas/animal\n");
    expect(output.LICENCE).toContain("Free.\n");
  });

  test("prints types in another syntax, on as many lines as they need", async () => {
    const output = await outputOf({
      "pack.yaml": extending,
      "partials/type.hbs":
        "{{#if isArray}}Array<{{#group}}{{#indent}}{{softline}}{{> type items}}{{/indent}}{{softline}}{{/group}}>{{else if isUnion}}Maybe<{{#each members}}{{#unless isNull}}{{> type this}}{{/unless}}{{/each}}>{{else}}{{name}}{{/if~}}\n",
    });
    expect(output["model/animal.ts"]).toContain("friends?: Array<Animal>;\n");
  });

  test("replaces a file of the same path", async () => {
    const output = await outputOf({
      "pack.yaml": `${extending}files: [{template: all, each: index, path: index.ts}]\n`,
      "all.hbs": "export {};\n",
    });
    expect(output["index.ts"]).toBe("export {};\n");
    expect(output["model/animal.ts"]).toContain("interface Animal");
  });
});

describe("options of a pack", () => {
  const pack = {
    "pack.yaml": [
      "target: model",
      "view: 1",
      "files:",
      "  - {template: page, each: document, path: page.txt}",
      "  - {template: page, each: document, path: more.txt, when: more}",
      "options:",
      "  more: {type: boolean, default: false, description: Another page.}",
      "  tone: {type: choice, choices: [loud, calm], default: calm, description: How it speaks.}",
      "  root: {type: name, default: zoo, description: The name of the module.}",
      "",
    ].join("\n"),
    "page.hbs":
      "{{@options.root}} {{@options.tone}}{{#if @options.more}} more{{/if}}\n",
  };

  test("have defaults", async () => {
    expect(await outputOf(pack)).toEqual({ "page.txt": "zoo calm\n" });
  });

  test("are set on the command line", async () => {
    const set = ["more=true", "tone=loud", "root=my.zoo"];
    const flags = set.flatMap((setting) => ["--set", setting]);
    expect(await outputOf(pack, ...flags)).toEqual({
      "page.txt": "my.zoo loud more\n",
      "more.txt": "my.zoo loud more\n",
    });
  });

  test("are listed", async () => {
    const files = Object.fromEntries(
      Object.entries(pack).map(([path, text]) => [`mine/${path}`, text]),
    );
    const folder = temporaryFolder({ "zoo.json": zoo, ...files });
    const { stdout } = await runCodegen(folder, runPack("--help-options"));
    expect(stdout).toContain("tone: loud, calm (calm)\n  How it speaks.\n");
    expect(stdout).toContain("presence: facts, observed, document (facts)\n");
  });
});

test("options in the config are the pack's, and those of its target", async () => {
  const folder = temporaryFolder({
    "zoo.json": zoo,
    "codegen.config.yaml":
      "outputs: [{spec: zoo.json, template: ./mine, out: out, options: {loud: true, enums: open}}]\n",
    "mine/pack.yaml":
      "target: model\nview: 1\nfiles: [{template: page, each: model, path: 'of/{{name.file}}.txt'}]\noptions: {loud: {type: boolean, default: false, description: x}}\n",
    "mine/page.hbs":
      "{{#if @options.loud}}LOUD{{/if}}{{#each fields}}{{#if type.isOpen}} {{name.snake}}{{/if}}{{/each}}\n",
  });
  expect(await runCodegen(folder, ["run"])).toMatchObject({ status: 0 });
  const page = readFileSync(join(folder, "out/of/animal.txt"), "utf8");
  expect(page).toBe("LOUD kind\n");
  const { stdout } = await runCodegen(folder, ["list"]);
  expect(stdout).toContain("out/of/animal.txt\n");
});

test("a pack of an installed package", async () => {
  const folder = temporaryFolder({
    "zoo.json": zoo,
    "node_modules/@zoo/pack/pack.yaml":
      "target: model\nview: 1\nfiles: [{template: page, each: document, path: page.txt}]\n",
    "node_modules/@zoo/pack/page.hbs":
      "{{#each models}}{{name.constant}} {{/each}}\n",
  });
  const args = runPack("--template", "npm:@zoo/pack");
  expect(await runCodegen(folder, args)).toMatchObject({ status: 0 });
  const page = readFileSync(join(folder, "out/page.txt"), "utf8");
  expect(page).toBe("ANIMAL KEEPER \n");
});

describe("eject", () => {
  test.each(["typescript", "rust", "markdown", "python"])(
    "a copy of %s makes the same files",
    async (template) => {
      const folder = temporaryFolder({ "zoo.json": zoo });
      const eject = ["eject", "--template", template, "--to", "mine"];
      expect(await runCodegen(folder, eject)).toMatchObject({ status: 0 });
      const args = ["run", "--spec", "zoo.json", "--template"];
      for (const [pack, out] of [
        ["./mine", "copied"],
        [template, "built-in"],
      ] as const) {
        const run = await runCodegen(folder, [...args, pack, "--out", out]);
        expect(run).toMatchObject({ status: 0 });
      }
      const copied = readTexts(join(folder, "copied"));
      expect(Object.keys(copied).length).toBeGreaterThan(1);
      expect(copied).toEqual(readTexts(join(folder, "built-in")));
    },
  );

  test.each([
    ["mine", "./mine"],
    ["./mine", "./mine"],
    ["../mine", "../mine"],
  ])("--to %s: the message names the folder as %s", async (to, named) => {
    const folder = temporaryFolder({ "work/zoo.json": zoo });
    const work = join(folder, "work");
    const { stderr } = await runCodegen(work, ["eject", "model", "--to", to]);
    expect(stderr).toContain(`\`template: ${named}\` in the config`);
    expect(stderr).toContain(`or --template ${named}.\n`);
  });

  test("single templates extend the pack, and change it", async () => {
    const folder = temporaryFolder({ "zoo.json": zoo });
    const eject = ["eject", "partials/declaration", "--to", "mine"];
    expect(await runCodegen(folder, eject)).toMatchObject({ status: 0 });
    expect(Object.keys(readTexts(join(folder, "mine"))).sort()).toEqual([
      "VIEWS.md",
      "pack.yaml",
      "partials/declaration.hbs",
    ]);
    expect(await runCodegen(folder, runPack())).toMatchObject({ status: 0 });
  });
});

interface WrongPack {
  readonly files: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly code: string;
  readonly what: string;
  readonly where: string | null;
  readonly help?: string;
}

const model = "target: model\nview: 1\n";
const page = (entry: string) => `${model}files: [{template: page, ${entry}}]\n`;
const onePage = page("each: document, path: p.txt");

const wrongPacks: Readonly<Record<string, WrongPack>> = {
  "without files": {
    files: { "mine/pack.yaml": model },
    code: "pack/invalid",
    what: "the pack declares none",
    where: "./mine/pack.yaml #/files",
  },
  "that extends itself": {
    files: { "mine/pack.yaml": "extends: ./mine\nview: 1\n" },
    code: "pack/not-found",
    what: 'there is no template pack "./mine"',
    where: "./mine/pack.yaml #/extends",
  },
  "with two files of one path": {
    files: {
      "mine/pack.yaml": page("each: model, path: same.txt"),
      "mine/page.hbs": "x\n",
    },
    code: "pack/invalid",
    what: 'several views have a file "same.txt"',
    where: "./mine/pack.yaml #/files/0/path",
    help: "{{@file}}",
  },
  "with a path that leaves the folder": {
    files: {
      "mine/pack.yaml": page("each: document, path: ../up.txt"),
      "mine/page.hbs": "x\n",
    },
    code: "pack/invalid",
    what: 'the path "../up.txt" leaves the output folder',
    where: "./mine/pack.yaml #/files/0/path",
  },
  "with a path that prints more than names": {
    files: {
      "mine/pack.yaml": page('each: model, path: "{{pointer.line}}.txt"'),
      "mine/page.hbs": "x\n",
    },
    code: "pack/wrong-template",
    what: "pointer.line is not a name, and a path has names only",
    where: "./mine/pack.yaml#/files/0/path:1:3",
  },
  "with an unknown kind of view": {
    files: {
      "mine/pack.yaml": page("each: modle, path: p.txt"),
      "mine/page.hbs": "x\n",
    },
    code: "pack/invalid",
    what: 'unknown kind of view "modle"; expected one of document, model, operation, event',
    where: "./mine/pack.yaml #/files/0",
    help: 'did you mean "model"?',
  },
  "with an unknown template": {
    files: { "mine/pack.yaml": onePage },
    code: "pack/invalid",
    what: 'unknown template "page"; the pack has none',
    where: "./mine/pack.yaml #/files/0",
  },
  "with a template for no file": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "x\n",
      "mine/pgae.hbs": "x\n",
    },
    code: "pack/unknown-template",
    what: 'nothing uses the template "pgae"',
    where: "./mine/pgae.hbs",
  },
  "with an unknown helper": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "{{upper version}}\n",
    },
    code: "pack/wrong-template",
    what: 'unknown helper "upper"',
    where: "./mine/page.hbs:1:1",
  },
  "with an unknown field": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "x\n{{versoin.json}}\n",
    },
    code: "pack/wrong-template",
    what: 'the view has no "versoin"',
    where: "./mine/page.hbs:2:3",
    help: 'did you mean "version"?',
  },
  "with an unknown option in a template": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "{{@options.loud}}\n",
    },
    code: "pack/wrong-template",
    what: 'the view has no "loud" (in @options.loud); it has no fields',
    where: "./mine/page.hbs:1:3",
  },
  "with a partial that calls itself without end": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "{{> again this}}\n",
      "mine/partials/again.hbs": "{{> again this}}\n",
    },
    code: "pack/wrong-template",
    what: "calls itself endlessly with the same view: again → again",
    where: "./mine/partials/again.hbs:1:1",
  },
  "for another version of the views": {
    files: {
      "mine/pack.yaml": onePage.replace("view: 1", "view: 7"),
      "mine/page.hbs": "x\n",
    },
    code: "pack/view-version",
    what: 'expect version 7 of the views of "model", which has version 1',
    where: "./mine/pack.yaml #/view",
  },
  "that prints text of the document as code": {
    files: {
      "mine/pack.yaml": onePage,
      "mine/page.hbs": "{{version.line}}\n",
    },
    code: "pack/wrong-template",
    what: "version.line is safe behind `//` only, but is printed as code",
    where: "./mine/page.hbs:1:3",
  },
  "with a `when` that is not an option": {
    files: {
      "mine/pack.yaml": page("each: document, path: p.txt, when: nice"),
      "mine/page.hbs": "x\n",
    },
    code: "pack/invalid",
    what: 'unknown boolean option "nice"; the pack has none',
    where: "./mine/pack.yaml #/files/0",
  },
  "with an option of the wrong type": {
    files: {
      "mine/pack.yaml": `${onePage}options: {loud: {type: boolean, default: maybe, description: x}}\n`,
      "mine/page.hbs": "x\n",
    },
    code: "pack/invalid",
    what: '"default" must be a value of this type, not "maybe"',
    where: "./mine/pack.yaml #/options/loud/default",
  },
  "with a value of the wrong type for an option": {
    files: {
      "mine/pack.yaml": `${onePage}options: {loud: {type: boolean, default: true, description: x}}\n`,
      "mine/page.hbs": "x\n",
    },
    args: ["--set", "loud=perhaps"],
    code: "option/wrong-value",
    what: 'loud cannot be "perhaps"',
    where: "--set loud=perhaps",
    help: "use true or false",
  },
  "with an unknown key": {
    files: { "mine/pack.yaml": `${onePage}flies: []\n` },
    code: "pack/invalid",
    what: 'unknown key "flies"',
    where: "./mine/pack.yaml #/flies",
    help: 'did you mean "files"?',
  },
  "that leaves out a template that does not exist": {
    files: {
      "mine/pack.yaml": "extends: typescript\nview: 3\nwithout: [indexx]\n",
    },
    code: "pack/invalid",
    what: '`without` names an unknown template "indexx"; expected one of ',
    where: "./mine/pack.yaml #/without",
    help: 'did you mean "index"?',
  },
};

describe("a pack", () => {
  test.each(Object.entries(wrongPacks))("%s", async (_name, wrong) => {
    const { files, args = [], help = "", ...rest } = wrong;
    const folder = await folderWithOutput({ "zoo.json": zoo, ...files });
    await expectRefusal(folder, { ...rest, help, args: runPack(...args) });
  });
});

test("the built-in packs are the folders of templates/", () => {
  const folders = readdirSync(builtinPacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(builtinPackNames);
});
