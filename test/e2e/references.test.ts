// A document that is split into several files has the same output as a single file.
// Diagnostics point at the file with the problem. The network is used only on request.

import { readFileSync } from "node:fs";
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
import { temporaryFolder } from "./temporary-folder.js";

type Files = Readonly<Record<string, string>>;

const everything = ["--set", "emit=models,values,params"];
const head = "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\n";

async function outputOf(files: Files): Promise<Record<string, string>> {
  const folder = temporaryFolder(files);
  const result = await runCodegen(folder, run("api/zoo.yaml", ...everything));
  expect(result).toMatchObject({ status: 0, stderr: "" });
  return readTexts(join(folder, "out"));
}

const single: Files = {
  "api/zoo.yaml": `${head}
paths:
  /animals/{id}:
    parameters: [{$ref: "#/components/parameters/Id"}]
    get:
      operationId: getAnimal
      responses: {"200": {$ref: "#/components/responses/Found"}}
components:
  parameters:
    Id: {in: path, name: id, required: true, schema: {$ref: "#/components/schemas/Id"}}
  responses:
    Found: {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Animal"}}}}
  schemas:
    Animal:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/big dog"}]
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/big dog"}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, mother: {$ref: "#/components/schemas/Cat"}, id: {$ref: "#/components/schemas/Id"}}}
    big dog: {type: object, required: [kind], properties: {kind: {type: string}, friends: {type: array, items: {$ref: "#/components/schemas/Animal"}}}}
    Id: {type: string, description: Of anything.}
`,
};

const split: Files = {
  "api/zoo.yaml": `${head}
paths:
  /animals/{id}: {$ref: "paths/animal.yaml"}
components:
  schemas:
    Animal:
      oneOf: [{$ref: "schemas/Cat.json"}, {$ref: "./schemas/big%20dog.yaml"}]
      discriminator: {propertyName: kind, mapping: {cat: schemas/Cat.json, dog: "./schemas/big%20dog.yaml"}}
`,
  "api/paths/animal.yaml": `
parameters: [{$ref: "../common.yaml#/parameters/Id"}]
get:
  operationId: getAnimal
  responses: {"200": {$ref: "../common.yaml#/responses/Found"}}
`,
  "api/common.yaml": `
parameters:
  Id: {in: path, name: id, required: true, schema: {$ref: "#/defs/Id"}}
responses:
  Found: {description: it, content: {application/json: {schema: {$ref: "zoo.yaml#/components/schemas/Animal"}}}}
defs:
  Id: {$anchor: id, type: string, description: Of anything.}
  Unused: {$ref: "never-read.yaml"}
`,
  "api/schemas/Cat.json": `{
  "type": "object", "required": ["kind"],
  "properties": {"kind": {"type": "string"}, "mother": {"$ref": "#"}, "id": {"$ref": "../common.yaml#id"}}
}`,
  "api/schemas/big dog.yaml": `
type: object
required: [kind]
properties:
  kind: {type: string}
  friends: {type: array, items: {$ref: "../zoo.yaml#/components/schemas/Animal"}}
`,
};

test("a document split over files gives what it gives in one", async () => {
  const output = await outputOf(split);
  expect(output).toEqual(await outputOf(single));
  expect(output["model/Cat.ts"]).toContain("mother?: Cat;");
});

test("so does a document of Swagger 2.0", async () => {
  const top = `swagger: "2.0"\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get: {operationId: a, parameters: [{$ref: PARAMETER}], responses: {"200": {description: it, schema: {$ref: SCHEMA}}}}\n`;
  const fill = (parameter: string, schema: string) =>
    top.replace("PARAMETER", `"${parameter}"`).replace("SCHEMA", `"${schema}"`);
  const inner =
    "type: object\nproperties: {name: {type: string, x-nullable: true}}\n";
  const parameter = "in: query\nname: q\ntype: array\nitems: {type: string}\n";
  const indent = (text: string) => text.replace(/^/gm, "    ").trimEnd();
  const output = await outputOf({
    "api/zoo.yaml": fill("more.yaml#/Q", "Pet.yaml"),
    "api/more.yaml": `Q:\n${indent(parameter)}\n`,
    "api/Pet.yaml": inner,
  });
  expect(output).toEqual(
    await outputOf({
      "api/zoo.yaml": `${fill("#/parameters/Q", "#/definitions/Pet")}parameters:\n  Q:\n${indent(parameter)}\ndefinitions:\n  Pet:\n${indent(inner)}\n`,
    }),
  );
  expect(output["model/Pet.ts"]).toContain("name?: string | null;");
});

test("a component that is a file of another name keeps its own", async () => {
  const schemas = (animal: string, big: string) =>
    `${head}components:\n  schemas:\n    Animal: ${animal}\n    Big Cat: ${big}\n    Both: {type: array, items: {$ref: "#/components/schemas/Big Cat"}}\n`;
  const cat =
    '{"type": "object", "properties": {"of": {"$ref": "#"}, "in": {"$ref": "animal.yaml"}}}';
  const animal = "type: object\nproperties:\n  cat: {$ref: 'parts/cat.json'}\n";
  const output = await outputOf({
    "api/zoo.yaml": schemas("{$ref: animal.yaml}", "{$ref: 'parts/cat.json'}"),
    "api/animal.yaml": animal,
    "api/parts/cat.json": cat.replace("animal.yaml", "../animal.yaml"),
  });
  const toCat = "#/components/schemas/Big Cat";
  expect(output).toEqual(
    await outputOf({
      "api/zoo.yaml": schemas(
        `{type: object, properties: {cat: {$ref: "${toCat}"}}}`,
        cat
          .replace('"#"', `"${toCat}"`)
          .replace("animal.yaml", "#/components/schemas/Animal"),
      ),
    }),
  );
});

test.each([
  ["description", "description: Ours."],
  ["required", "required: [id]"],
  ["nullable", "type: [object, 'null']"],
  ["a branch", "anyOf: [{required: [id]}]"],
])(
  "%s beside a reference counts, whatever the file is called",
  async (_title, sibling) => {
    const pet = "{type: object, properties: {id: {type: string}}}";
    const typeOf = async (file: string) => {
      const folder = temporaryFolder({
        [`${file}.yaml`]: pet,
        "zoo.yaml": `${head}components: {schemas: {Pet: {$ref: ${file}.yaml, ${sibling}}}}\n`,
      });
      const { status } = await runCodegen(folder, run("zoo.yaml"));
      expect(status).toBe(0);
      const text = readFileSync(join(folder, "out/model/Pet.ts"), "utf8");
      // The name of the file's own schema is all that may differ.
      return text.replaceAll(/\b(?:Other|Pet_?2)\b/g, "Part");
    };
    expect(await typeOf("Pet")).toBe(await typeOf("Other"));
  },
);

test("standard input starts from the folder it is read in", async () => {
  const folder = temporaryFolder({ "Pet.yaml": "type: string\n" });
  const text = `${head}components: {schemas: {Pet: {$ref: Pet.yaml}}}\n`;
  const result = await runCodegen(folder, run("-"), text);
  expect(result).toMatchObject({ status: 0, stderr: "" });
});

describe("what is only odd", () => {
  const warningsOf = async (files: Files): Promise<string[]> => {
    const folder = temporaryFolder(files);
    const { status, stderr } = await runCodegen(folder, run("api/zoo.yaml"));
    expect(status).toBe(0);
    return stderr.split("\n").filter((line) => !line.startsWith("  help: "));
  };

  test("references that lead only to one another are any value", async () => {
    const text = `${head}components:\n  schemas:\n    A: {$ref: "zoo.yaml#/components/schemas/A"}\n    B: {$ref: B.yaml}\n`;
    expect(
      await warningsOf({
        "api/zoo.yaml": text,
        "api/B.yaml": "{type: string}",
      }),
    ).toEqual([
      'warning: "zoo.yaml#/components/schemas/A" leads back to itself, and to nothing else [ref/endless]',
      "  at api/zoo.yaml #/components/schemas/A/$ref",
      "",
    ]);
  });

  test("two files with a part of one name", async () => {
    const text = `${head}components: {schemas: {A: {oneOf: [{$ref: x/E.yaml}, {$ref: y/E.yaml}]}}}\n`;
    const files = {
      "api/zoo.yaml": text,
      "api/x/E.yaml": "type: string\n",
      "api/y/E.yaml": "type: number\n",
    };
    expect(await warningsOf(files)).toEqual([
      'warning: there is another "E", so this one is called "E-2" [ref/renamed]',
      "  at api/y/E.yaml #",
      "",
    ]);
  });

  test("and what is silent about it", async () => {
    const parameter = (schema: string) =>
      `get: {parameters: [{$ref: ${schema}/P.yaml}]}`;
    const text = `${head}components: {schemas: {A: {oneOf: [{$ref: x/E.yaml}, {$ref: y/E.yaml}]}}}\npaths: {/x: {${parameter("x")}}, /y: {${parameter("y")}}}\n`;
    const folder = temporaryFolder({
      "zoo.yaml": text,
      "x/E.yaml": "type: string\n",
      "y/E.yaml": "type: number\n",
      // Parameters have no names that a type could have.
      "x/P.yaml": "{name: x, in: query, schema: {}}",
      "y/P.yaml": "{name: y, in: query, schema: {}}",
      "codegen.config.yaml":
        "outputs: [{spec: zoo.yaml, out: out, names: {E-2: OtherE}}]",
    });
    expect(await runCodegen(folder, ["run", "--strict"])).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(readFileSync(join(folder, "out/model/OtherE.ts"), "utf8")).toContain(
      "OtherE",
    );
  });

  test("a discriminator that means a file which is not there", async () => {
    const dog = "mapping: {dog: ./dog.yaml, cat: ./cat.yaml}";
    const text = `${head}components: {schemas: {A: {$ref: "more.yaml#/Pets/$defs/A"}, B: {$ref: more.yaml#/Pets}}}\n`;
    const more = `Pets:\n  properties: {x: {$ref: "#/Pets/$defs/A"}}\n  $defs:\n   A:\n    discriminator: {propertyName: kind, ${dog}}\n    oneOf: [{$ref: ./dog.yaml}]\n`;
    const files = {
      "api/zoo.yaml": text,
      "api/more.yaml": more,
      "api/dog.yaml":
        "type: object\nrequired: [kind]\nproperties: {kind: {type: string}}\n",
    };
    const [first, second] = await warningsOf(files);
    expect(first).toContain('"./cat.yaml"');
    expect(first).toContain("[discriminator/malformed]");
    expect(second).toBe("  at api/more.yaml #/Pets/$defs/A/discriminator");
  });

  test("references to nothing in examples and extensions", async () => {
    const text = `${head}
components:
  schemas:
    A:
      type: object
      properties:
        example: {$ref: "#/components/schemas/B"}
        default: {type: string}
      example: {$ref: "#/nowhere"}
      examples: [{a: {$ref: gone.yaml}}, {b: {$ref: "#/components/schemas/B"}}]
      x-made-of: {$ref: "#/components/schemas/C"}
    B: {type: string, default: {$ref: "http://localhost:1/never"}}
`;
    const warning = (ref: string, place: string) => [
      `warning: "${ref}" refers to nothing, and is not followed here [ref/in-example]`,
      `  at api/zoo.yaml #/components/schemas/A/${place}/$ref`,
    ];
    expect(await warningsOf({ "api/zoo.yaml": text })).toEqual([
      ...warning("#/nowhere", "example"),
      ...warning("gone.yaml", "examples/0/a"),
      ...warning("#/components/schemas/C", "x-made-of"),
      "",
    ]);
  });

  test("warnings about another file point at that file", async () => {
    const text = `${head}components: {schemas: {A: {$ref: "more.yaml#/things/A"}}}\n`;
    const more =
      "things:\n  A: {type: object, properties: {b: {type: strin}}}\n";
    expect(
      await warningsOf({ "api/zoo.yaml": text, "api/more.yaml": more }),
    ).toEqual([
      'warning: "strin" is not a type [schema/unknown-type]',
      "  at api/more.yaml #/things/A/properties/b/type",
      "",
    ]);
  });
});

const withRef = (ref: string) =>
  `${head}components:\n  schemas:\n    A: {type: object, properties: {b: {$ref: ${JSON.stringify(ref)}}}}\n`;
const refAt = "api/zoo.yaml #/components/schemas/A/properties/b/$ref";

const wrong: Readonly<Record<string, Refusal>> = {
  "a file that is not there": {
    files: { "api/zoo.yaml": withRef("more/pet.yaml#/Pet") },
    args: run("api/zoo.yaml"),
    code: "ref/not-found",
    what: '"more/pet.yaml#/Pet" refers to a file that is not there (api/more/pet.yaml)',
    where: refAt,
    help: "correct the reference",
  },
  "a place that the file does not have": {
    files: {
      "api/zoo.yaml": withRef("pets.yaml#/Pett"),
      "api/pets.yaml": "Pet: {type: string}\n",
    },
    args: run("api/zoo.yaml"),
    code: "ref/not-found",
    what: '"pets.yaml#/Pett" refers to nothing in api/pets.yaml',
    where: refAt,
    help: 'did you mean "Pet"?',
  },
  "a file that refers to nothing": {
    files: {
      "api/zoo.yaml": withRef("pets.yaml#/Pet"),
      "api/pets.yaml": 'Pet: {items: {$ref: "#/Dog"}}\n',
    },
    args: run("api/zoo.yaml"),
    code: "ref/not-found",
    what: '"#/Dog" refers to nothing in api/pets.yaml',
    where: "api/pets.yaml #/Pet/items/$ref",
    help: "correct the reference",
  },
  "a file that is no YAML": {
    files: {
      "api/zoo.yaml": withRef("pets.yaml"),
      "api/pets.yaml": "type: [object\n",
    },
    args: run("api/zoo.yaml"),
    code: "spec/not-yaml",
    what: "this is not YAML",
    where: "api/pets.yaml:2:1",
    help: "correct the document at this position",
  },
  "an address, without leave to fetch it": {
    files: { "api/zoo.yaml": withRef("http://localhost:1/pets.yaml") },
    args: run("api/zoo.yaml"),
    code: "ref/remote",
    what: '"http://localhost:1/pets.yaml" is in the network',
    where: refAt,
    help: "--remote",
  },
  "an address that nobody answers at": {
    files: { "api/zoo.yaml": withRef("http://localhost:1/pets.yaml") },
    args: run("api/zoo.yaml", "--remote", "--remote-private"),
    code: "spec/unreachable",
    what: "cannot be fetched",
    where: "http://localhost:1/pets.yaml",
    help: "check the address",
  },
  "a reference that is not the address of a file": {
    files: { "api/zoo.yaml": withRef("urn:pets") },
    args: run("api/zoo.yaml"),
    code: "ref/external",
    what: '"urn:pets" does not point into this document',
    where: refAt,
    help: "write a path",
  },
};

describe("what is wrong", () => {
  test.each(Object.entries(wrong))("%s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });
});

describe("the network", () => {
  const served: Files = {
    "/zoo.yaml": `${head}components: {schemas: {A: {$ref: parts/B.yaml}}}\n`,
    "/parts/B.yaml": "type: object\nproperties: {c: {$ref: C.json}}\n",
    "/parts/C.json": '{"type": "string"}',
  };

  async function serve(): Promise<{ base: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer(({ url = "" }, response) => {
      asked.push(url);
      const text = served[url];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    return { base: `http://127.0.0.1:${port}`, asked };
  }

  test("is not asked without leave, not even for what is beside the document", async () => {
    const { base, asked } = await serve();
    const folder = temporaryFolder();
    const result = await runCodegen(folder, run(`${base}/zoo.yaml`));
    expect(result.status).toBe(2);
    expect(result.stderr).toContain("[ref/remote]");
    expect(asked).toEqual(["/zoo.yaml"]);
  });

  test("--remote fetches each file once", async () => {
    const { base, asked } = await serve();
    const folder = temporaryFolder();
    const args = run(`${base}/zoo.yaml`, "--remote");
    expect(await runCodegen(folder, args)).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(asked).toEqual(["/zoo.yaml", "/parts/B.yaml", "/parts/C.json"]);
    expect(readTexts(join(folder, "out"))["model/A.ts"]).toContain("c?: C;");
  });

  test("so does `remote: true` in the config; what is missing is an error", async () => {
    const { base } = await serve();
    const folder = temporaryFolder({
      "api/zoo.yaml": withRef(`${base}/parts/D.json`),
      "codegen.config.yaml":
        "outputs: [{spec: api/zoo.yaml, out: out, remote: true, remotePrivate: true}]\n",
    });
    const { status, stderr } = await runCodegen(folder, ["run"]);
    expect(stderr).toContain("the server answered 404");
    expect(stderr).toContain(`  at ${base}/parts/D.json\n`);
    expect(status).toBe(2);
  });

  test("no more files than the limit says", async () => {
    const { base, asked } = await serve();
    const args = run(`${base}/zoo.yaml`, "--remote", "--limit", "fetches=2");
    const { status, stderr } = await runCodegen(temporaryFolder(), args);
    expect(stderr).toContain('2 files may be fetched (limit "fetches")');
    expect(stderr).toContain("--limit fetches=NUMBER");
    expect(status).toBe(2);
    expect(asked).toHaveLength(2);
  });
});
