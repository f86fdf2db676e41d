// Swagger 2.0: a document and its handwritten OpenAPI 3.0 equivalent have the same output.
// Diagnostics point at the user's document, not at the upgraded one.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import {
  expectRefusal,
  folderWithOutput,
  type Refusal,
  run,
} from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const swagger = `
swagger: "2.0"
info: {title: Shelter, version: "1"}
consumes: [application/json]
produces: [application/json]
parameters:
  Animal: {in: body, name: animal, required: true, schema: {$ref: "#/definitions/Animal"}}
  Tags: {in: query, name: tags, type: array, items: {type: string}, collectionFormat: multi}
  Caption: {in: formData, name: caption, type: string, required: true, x-nullable: true}
  Photo: {in: formData, name: photo, type: file}
responses:
  Missing: {description: gone, schema: {$ref: "#/definitions/Fault«Text»"}}
definitions:
  Animal:
    type: object
    discriminator: kind
    required: [kind]
    properties:
      kind: {type: string}
      nick: {type: string, x-nullable: true}
      keeper: {$ref: "#/definitions/Keeper", x-nullable: true}
      size: {type: string, enum: [small, large, null]}
  Cat:
    allOf:
      - $ref: "#/definitions/Animal"
      - {type: object, properties: {indoor: {type: boolean}}}
  Keeper: {type: object, properties: {note: }, required: [note]}
  Fault«Text»: {type: object, properties: {code: {type: integer}}}
paths:
  /animals:
    parameters: [{$ref: "#/parameters/Tags"}]
    get:
      operationId: listAnimals
      responses:
        "200": {description: ok, schema: {type: array, items: {$ref: "#/definitions/Animal"}}}
    post:
      operationId: addAnimal
      parameters: [{$ref: "#/parameters/Animal"}]
      responses: {"200": {description: ok, schema: {$ref: "#/definitions/Animal"}}, "404": {$ref: "#/responses/Missing"}}
  /photos:
    post:
      operationId: addPhoto
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
        - $ref: "#/parameters/Caption"
        - $ref: "#/parameters/Photo"
        - {in: formData, name: labels, type: array, items: {type: string}, collectionFormat: csv}
      responses: {"200": {description: it, schema: {type: file}}}
  /count:
    parameters:
      - {in: body, name: what, schema: {type: object, properties: {from: {type: integer}}}}
    put: {operationId: count, responses: {"204": {description: done}}}
    patch:
      operationId: countOther
      parameters: [{in: body, name: what, schema: {type: string}}]
      responses: {"204": {description: done}}
`;

const equivalent = `
openapi: 3.0.3
info: {title: Shelter, version: "1"}
components:
  schemas:
    Animal:
      type: object
      discriminator: {propertyName: kind}
      required: [kind]
      properties:
        kind: {type: string}
        nick: {type: string, nullable: true}
        keeper: {nullable: true, allOf: [{$ref: "#/components/schemas/Keeper"}]}
        size: {type: string, enum: [small, large], nullable: true}
    Cat:
      allOf:
        - $ref: "#/components/schemas/Animal"
        - {type: object, properties: {indoor: {type: boolean}}}
    Keeper: {type: object, properties: {note: {}}, required: [note]}
    Fault«Text»: {type: object, properties: {code: {type: integer}}}
paths:
  /animals:
    parameters:
      - {in: query, name: tags, schema: {type: array, items: {type: string}}}
    get:
      operationId: listAnimals
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Animal"}}}}
    post:
      operationId: addAnimal
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Animal"}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Animal"}}}
        "404":
          description: gone
          content: {application/json: {schema: {$ref: "#/components/schemas/Fault«Text»"}}}
  /photos:
    post:
      operationId: addPhoto
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [caption]
              properties:
                caption: {type: string, nullable: true}
                photo: {type: string, format: binary}
                labels: {type: array, items: {type: string}}
      responses:
        "200": {description: it, content: {image/png: {schema: {type: string, format: binary}}}}
  /count:
    put:
      operationId: count
      requestBody:
        content: {application/json: {schema: {type: object, properties: {from: {type: integer}}}}}
      responses: {"204": {description: done}}
    patch:
      operationId: countOther
      requestBody: {content: {application/json: {schema: {type: string}}}}
      responses: {"204": {description: done}}
`;

const everything = ["--set", "emit=models,values,params"];

async function outputOf(text: string): Promise<Record<string, string>> {
  const folder = temporaryFolder({ "api.yaml": text });
  const result = await runCodegen(folder, run("api.yaml", ...everything));
  expect(result).toMatchObject({ status: 0, stderr: "" });
  return readTexts(join(folder, "out"));
}

test("a document gives what its equivalent in 3.0 gives", async () => {
  const output = await outputOf(swagger);
  expect(output).toEqual(await outputOf(equivalent));
  expect(output["model/Animal.ts"]).toContain("keeper?: Keeper | null;");
  expect(output["params/add_photo.ts"]).toContain("photo?: Binary;");
  expect(output["params/count.ts"]).toContain("from?: number;");
});

test("what is referred to in a path is named after its place, as in 3.0", async () => {
  const refTo = (place: string) => `{$ref: "#/paths/~1a~1{b}/post/${place}"}`;
  const path = "{name: b, in: path, required: true";
  const schema = "{type: object, properties: {c: {type: integer}}}";
  const json = "content/application~1json/schema";
  const old = `${head}consumes: [application/json]
produces: [application/xml, application/json]
paths:
  /a/{b}:
    post:
      operationId: send
      parameters: [${path}, type: string}, {name: d, in: body, schema: ${schema}}]
      responses:
        200: {description: e, schema: ${schema}}
definitions:
  F:
    properties:
      sent: ${refTo("parameters/1/schema")}
      got: ${refTo("responses/200/schema")}
      deep: ${refTo("responses/200/schema/properties/c")}
`;
  const now = `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /a/{b}:
    post:
      operationId: send
      parameters: [${path}, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: ${schema}}}}
      responses:
        200:
          description: e
          content: {application/json: {schema: ${schema}}}
components:
  schemas:
    F:
      properties:
        sent: ${refTo(`requestBody/${json}`)}
        got: ${refTo(`responses/200/${json}`)}
        deep: ${refTo(`responses/200/${json}/properties/c`)}
`;
  const output = await outputOf(old);
  expect(output).toEqual(await outputOf(now));
  expect(output["model/F.ts"]).toContain("got?: SendResponses200;");
});

test("JSON, and objects that YAML shares by aliases, are read too", async () => {
  const first = await outputOf(
    '{"swagger": "2", "info": {"title": "t", "version": "1"}, "paths": {}, "definitions": {"A": {"type": "string"}}}',
  );
  expect(first["model/A.ts"]).toContain("export type A = string;");
  const second = await outputOf(
    'swagger: "2.0"\ninfo: {title: t, version: "1"}\npaths: {}\ndefinitions:\n  A: &a {type: object, properties: {b: {type: string}}}\n  C: *a\n',
  );
  expect(second["model/C.ts"]).toContain("b?: string;");
});

test("a version that is a number is a warning", async () => {
  const folder = temporaryFolder({
    "api.yaml": `swagger: 2.0\ninfo: {title: t, version: "1"}\npaths: {}\n`,
  });
  const { status, stderr } = await runCodegen(folder, run("api.yaml"));
  expect(stderr.split("\n")).toEqual([
    "warning: the version is the number 2, and is read as 2.0 [spec/version-number]",
    "  at api.yaml #/swagger",
    "  help: put the version in quotes",
    "",
  ]);
  expect(status).toBe(0);
});

test("diagnostics about a parameter point at its location in the user's document", async () => {
  const query = "{name: q, in: query, type: array, items: {type: strng}}";
  const folder = temporaryFolder({
    "api.yaml": `${head}paths:\n  /a:\n    get:\n      operationId: a\n      parameters: [{$ref: "#/parameters/B"}, ${query}, ${query}]\n      responses: {}\nparameters: {B: {name: b, in: body, schema: {type: string}}}\n`,
  });
  const { status, stderr } = await runCodegen(
    folder,
    run("api.yaml", ...everything),
  );
  expect(status).toBe(0);
  expect(stderr).toContain("api.yaml #/paths/~1a/get/parameters/1/items/type");
  expect(stderr).toContain("api.yaml #/paths/~1a/get/parameters/2\n");
  expect(stderr).not.toContain("as upgraded");
});

const head = 'swagger: "2.0"\ninfo: {title: t, version: "1"}\n';
const wrong: Readonly<Record<string, Refusal>> = {
  "Swagger 1.2": {
    files: { "old.yaml": 'swagger: "1.2"\npaths: {}\n' },
    args: run("old.yaml"),
    code: "spec/unsupported-version",
    what: 'this is Swagger "1.2"',
    where: "old.yaml #/swagger",
    help: "convert the document to OpenAPI 3",
  },
  "a reference to nothing": {
    files: {
      "old.yaml": `${head}paths: {}\ndefinitions:\n  A«B»: {type: object, properties: {b: {$ref: "#/definitions/C"}}}\n`,
    },
    args: run("old.yaml"),
    code: "ref/not-found",
    what: "that does not exist",
    where: "old.yaml #/definitions/A«B»/properties/b/$ref",
    help: "correct the reference",
  },
  "a part that is not an object": {
    files: { "old.yaml": `${head}paths: {}\ndefinitions: {A: [1]}\n` },
    args: run("old.yaml"),
    code: "spec/not-an-object",
    what: "expected an object, got [1]",
    where: "old.yaml #/definitions/A",
    help: "correct the document",
  },
  "a schema that becomes that of a request body": {
    files: {
      "old.yaml": `${head}paths:\n  /a: {post: {operationId: a, parameters: [{in: body, name: b, schema: {type: object, properties: 7}}], responses: {}}}\n`,
    },
    args: run("old.yaml", ...everything),
    code: "schema/wrong-value",
    what: "properties",
    where: "old.yaml #/paths/~1a/post/parameters/0/schema/properties",
    help: "correct",
  },
};

describe("what is wrong", () => {
  test.each(Object.entries(wrong))("%s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });
});
