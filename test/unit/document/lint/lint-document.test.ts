// Small documents that violate the specification: each violation is reported once, with
// its code and location. Similar but valid documents are not reported.

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lintDocument } from "../../../../src/document/lint/lint-document.js";

interface Fault {
  readonly document: string;
  readonly code: string;
  readonly at: string;
  readonly says: string;
}

const info = "info: {title: T, version: '1'}";
const swagger = (rest: string) => `swagger: "2.0"\n${info}\n${rest}`;
const openapi = (minor: number, rest: string) =>
  `openapi: 3.${minor}.0\n${info}\n${rest}`;

/** An operation of Swagger 2.0 with these parameters. */
const sending = (parameters: string, path = "/a") =>
  swagger(`paths: {"${path}": {get: {parameters: [${parameters}]}}}`);
const at = "#/paths/~1a/get/parameters";

const id = "{name: id, in: path, required: true, type: string}";
const body = "{name: b, in: body, schema: {type: object}}";
const form = "{name: f, in: formData, type: string}";
const file = "{name: f, in: formData, type: file}";
const list = "type: array, items: {type: string}";

const faults: Readonly<Record<string, Fault>> = {
  "a version that YAML reads as a number": {
    document: "openapi: 3.1.0\ninfo: {title: T, version: 1.0}\npaths: {}",
    code: "document/wrong-info",
    at: "#/info/version",
    says: "info.version is 1 and not a string",
  },
  "no title": {
    document: "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}",
    code: "document/wrong-info",
    at: "#/info/title",
    says: 'info has no "title"',
  },
  "the same braces twice": {
    document: sending(id, "/a/{id}/b/{id}"),
    code: "path/repeated-placeholder",
    at: "#/paths/~1a~1{id}~1b~1{id}",
    says: "{id} more than once",
  },
  "an id of two operations": {
    document: openapi(
      1,
      "paths: {/a: {get: {operationId: x}}, /b: {put: {operationId: x}}}",
    ),
    code: "operation/repeated-id",
    at: "#/paths/~1b/put/operationId",
    says: '"x" is also the id of GET /a',
  },
  "a cookie in 2.0": {
    document: sending("{name: x, in: cookie, type: string}"),
    code: "parameter/unknown-location",
    at: `${at}/0/in`,
    says: '"x" is in "cookie", which is not a location of Swagger 2.0',
  },
  "an optional path parameter": {
    document: sending("{name: id, in: path, type: string}", "/a/{id}"),
    code: "parameter/optional-in-path",
    at: "#/paths/~1a~1{id}/get/parameters/0",
    says: '"id" is not "required: true"',
  },
  "a shared parameter, reported at its own location": {
    document: openapi(
      1,
      "components: {parameters: {I: {name: id, in: path, required: false}}}\npaths: {'/a/{id}': {get: {parameters: [{$ref: '#/components/parameters/I'}]}}}",
    ),
    code: "parameter/optional-in-path",
    at: "#/components/parameters/I",
    says: '"id"',
  },
  "two bodies": {
    document: sending(`${body}, {name: c, in: body, schema: {}}`),
    code: "parameter/second-body",
    at: `${at}/1`,
    says: '"c" is a second body parameter, beside the body "b"',
  },
  "two bodies of the path, reported once": {
    document: swagger(
      `paths: {/a: {parameters: [${body}, {name: c, in: body, schema: {}}], get: {}, put: {}}}`,
    ),
    code: "parameter/second-body",
    at: "#/paths/~1a/parameters/1",
    says: '"c"',
  },
  "a form beside the path's body": {
    document: swagger(
      `paths: {/a: {parameters: [${body}], get: {parameters: [${form}]}}}`,
    ),
    code: "parameter/body-and-form",
    at: `${at}/0`,
    says: '"f" is a form parameter, beside the body "b"',
  },
  "a file, and nothing is consumed": {
    document: sending(file),
    code: "parameter/file-media-type",
    at: `${at}/0`,
    says: 'the file "f"',
  },
  "a file, and the operation consumes no form": {
    document: swagger(
      `consumes: [multipart/form-data]\npaths: {/a: {get: {consumes: [image/png], parameters: [${file}]}}}`,
    ),
    code: "parameter/file-media-type",
    at: `${at}/0`,
    says: '"image/png"',
  },
  "a parameter without a type": {
    document: sending("{name: x, in: query}"),
    code: "parameter/wrong-type",
    at: `${at}/0/type`,
    says: "the type is missing",
  },
  "a file in a header": {
    document: sending("{name: x, in: header, type: file}"),
    code: "parameter/wrong-type",
    at: `${at}/0/type`,
    says: '"file"',
  },
  "an object in a header of a response": {
    document: swagger(
      "paths: {/a: {get: {responses: {200: {headers: {X: {type: object}}}}}}}",
    ),
    code: "header/wrong-type",
    at: "#/paths/~1a/get/responses/200/headers/X/type",
    says: '"object"',
  },
  "an array that a path would repeat": {
    document: sending(
      `{name: id, in: path, required: true, ${list}, collectionFormat: multi}`,
      "/a/{id}",
    ),
    code: "parameter/collection-format",
    at: "#/paths/~1a~1{id}/get/parameters/0/collectionFormat",
    says: '"multi" cannot be the collectionFormat of a path parameter',
  },
  "a parameter that is an array of nothing": {
    document: sending("{name: x, in: query, type: array}"),
    code: "schema/no-items",
    at: `${at}/0`,
    says: 'has no "items"',
  },
  "an array of nothing in 3.0": {
    document: openapi(
      0,
      "paths: {}\ncomponents: {schemas: {A: {properties: {b: {type: array}}}}}",
    ),
    code: "schema/no-items",
    at: "#/components/schemas/A/properties/b",
    says: 'has no "items"',
  },
  "a union in 2.0": {
    document: swagger("paths: {}\ndefinitions: {A: {oneOf: [{type: string}]}}"),
    code: "schema/not-in-version",
    at: "#/definitions/A/oneOf",
    says: 'Swagger 2.0 has no "oneOf"',
  },
  "a file in a body": {
    document: sending("{name: x, in: body, schema: {type: file}}"),
    code: "schema/misplaced-file",
    at: `${at}/0/schema/type`,
    says: '"file"',
  },
  "a required property that is not declared": {
    document: openapi(
      1,
      "components: {schemas: {A: {required: [b, user_names], properties: {b: {}, userName: {}}}}}",
    ),
    code: "schema/undeclared-required",
    at: "#/components/schemas/A/required/1",
    says: '"user_names" is required',
  },
  "the same in a body": {
    document: openapi(
      1,
      "paths: {/a: {get: {requestBody: {content: {x/y: {schema: {required: [b], properties: {}, additionalProperties: false}}}}}}}",
    ),
    code: "schema/undeclared-required",
    at: "#/paths/~1a/get/requestBody/content/x~1y/schema/required/0",
    says: '"b"',
  },
  "and in an answer to a webhook": {
    document: openapi(
      1,
      "webhooks: {w: {post: {responses: {200: {content: {x/y: {schema: {items: {required: [b], properties: {B: {}}}}}}}}}}}",
    ),
    code: "schema/undeclared-required",
    at: "#/webhooks/w/post/responses/200/content/x~1y/schema/items/required/0",
    says: '"b"',
  },
};

describe("is reported", () => {
  test.each(Object.entries(faults))("%s", (_name, fault) => {
    const { document, ...expected } = fault;
    expect(find(document)).toEqual([
      {
        code: expected.code,
        severity: "warning",
        at: { file: "a.yaml", pointer: expected.at },
        message: expect.stringContaining(expected.says),
        help: expect.stringMatching(/./),
      },
    ]);
  });
});

const fine: Readonly<Record<string, string>> = {
  "a path without operations": openapi(1, "paths: {'/a/{id}': {}}"),
  "braces of a callback, which are expressions": openapi(
    1,
    "paths: {/a: {get: {callbacks: {c: {'{$request.body#/url}': {post: {}}}}}}}",
  ),
  "a parameter that is not to be seen from here": swagger(
    `paths: {/a: {get: {parameters: [{$ref: 'b.yaml#/id'}, ${body}]}}}`,
  ),
  "a type that no version has, which the parser reports": sending(
    "{name: x, in: query, type: user}",
  ),
  "locations of later versions, which the parser reports": openapi(
    0,
    "paths: {/a: {get: {parameters: [{name: x, in: cookie}, {name: y, in: body}]}}}",
  ),
  "one name in two places": sending(
    "{name: x, in: query, type: string}, {name: x, in: header, type: string}",
  ),
  "a parameter that the operation replaces": swagger(
    `paths: {/a: {parameters: [${body}], get: {parameters: [${body}]}}}`,
  ),
  "a file in a form of a vendor's": swagger(
    `paths: {/a: {get: {consumes: [multipart/vnd.a+form-data;version=1.0], parameters: [${file}]}}}`,
  ),
  "a file that is answered": swagger(
    "paths: {/a: {get: {responses: {200: {schema: {type: file}}}}}}",
  ),
  "an array of anything, from 3.1 on": openapi(
    1,
    "components: {schemas: {A: {type: array}}}",
  ),
  "a parameter of 3.0, whose type is in its schema": openapi(
    0,
    "paths: {/a: {get: {parameters: [{name: x, in: query, schema: {type: object}}]}}}",
  ),
  "an array that a query repeats": sending(
    `{name: x, in: query, ${list}, collectionFormat: multi}`,
  ),
  "what a part of the schema may declare": openapi(
    1,
    "components: {schemas: {A: {required: [b], properties: {}, allOf: [{properties: {b: {}}}]}}}",
  ),
  "what the schema around may declare": openapi(
    1,
    "components: {schemas: {A: {properties: {b: {}}, anyOf: [{required: [b], properties: {}}]}}}",
  ),
  "what is among additional properties": openapi(
    1,
    "components: {schemas: {A: {required: [b], properties: {}, additionalProperties: {}}}}",
  ),
  "a required property that is not declared": openapi(
    1,
    "components: {schemas: {A: {required: [id, name], properties: {ip: {}, name: {}}}}}",
  ),
  "a `required` that is not a list of names": openapi(
    1,
    "components: {schemas: {A: {required: true, properties: {}}}}",
  ),
  "properties that are called like keywords": openapi(
    1,
    "components: {schemas: {A: {properties: {required: {type: array}, in: {type: string}}}}}",
  ),
  "parts of a wrong kind, which are another's to report": openapi(
    1,
    "paths: {/a: 1, /b: {get: 1, parameters: 1}, /c: {get: {parameters: [1], responses: 1}}}\ncomponents: {schemas: {A: 1, B: {properties: 1, allOf: 1, items: [1]}}}",
  ),
  "a reference that leads back to itself": openapi(
    1,
    "components: {parameters: {X: {$ref: '#/components/parameters/X'}}}\npaths: {/a: {get: {parameters: [{$ref: '#/components/parameters/X'}]}}}",
  ),
};

test.each(Object.entries(fine))("is not reported: %s", (_name, document) => {
  expect(find(document)).toEqual([]);
});

function find(document: string) {
  return lintDocument({ file: "a.yaml", root: parse(document) });
}
