// Half of a surrogate pair, which no file in UTF-8 and no string of Rust can have.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { snapshotFolder } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const half = "\\ud800";

const write = (schemas: string) => ({
  "api.json": `{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": ${schemas}}}`,
});

const rust = (...more: readonly string[]) => [
  ...["run", "--spec", "api.json", "--template", "rust", "--out", "out"],
  ...more,
];

/** Where it means something → the pointer below the schemas, and the schemas. */
const meaning: Readonly<Record<string, readonly [string, string]>> = {
  "the name of a schema": ["", `{"${half}": {"type": "object"}}`],
  "the name of a property": [
    "/A/properties",
    `{"A": {"type": "object", "properties": {"${half}": {"type": "string"}}}}`,
  ],
  "a value of an enum": ["/A", `{"A": {"enum": ["${half}", "b"]}}`],
  "a constant": [
    "/A/properties/a",
    `{"A": {"properties": {"a": {"const": "x${half}"}}}}`,
  ],
  "the name of a value": [
    "/A",
    `{"A": {"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["${half}", "B"]}}`,
  ],
  "a value in a list": [
    "/A/properties/a",
    `{"A": {"properties": {"a": {"type": "array", "items": {"enum": ["\\udfff", "b"]}}}}}`,
  ],
  "the key of a map": [
    "/A",
    `{"A": {"type": "object", "propertyNames": {"enum": ["${half}"]}, "additionalProperties": {"type": "string"}}}`,
  ],
  "a discriminant": [
    "/A",
    `{"A": {"type": "object", "properties": {"k": {"type": "string"}}, "required": ["k"]}, "B": {"type": "object", "properties": {"k": {"type": "string"}}, "required": ["k"]},
      "U": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}], "discriminator": {"propertyName": "k", "mapping": {"${half}": "#/components/schemas/A"}}}}`,
  ],
};

describe("Rust refuses it in", () => {
  test.each(Object.entries(meaning))("%s", async (_name, [place, schemas]) => {
    const folder = temporaryFolder(write(schemas));
    const before = snapshotFolder(folder);
    const { status, stderr } = await runCodegen(folder, rust());
    expect(stderr).toMatch(
      /^error: "x?\\ud[8f][0f][0f]" contains a lone surrogate/,
    );
    expect(stderr).toContain("[type/inexpressible]\n");
    expect(stderr).toContain(`  at api.json #/components/schemas${place}`);
    expect(status).toBe(2);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test.each(["the name of a schema", "the name of a property"])(
    "%s, typed loosely",
    async (name) => {
      const [place = "", schemas = ""] = meaning[name] ?? [];
      const folder = temporaryFolder(write(schemas));
      const { status, stderr } = await runCodegen(
        folder,
        rust("--set", "typing=loose"),
      );
      expect(stderr).toContain(`  at api.json #/components/schemas${place}`);
      expect(status).toBe(2);
    },
  );
});

test.each(Object.entries(meaning))(
  "TypeScript writes it as an escape in %s",
  async (_name, [, schemas]) => {
    const folder = temporaryFolder(write(schemas));
    const result = await runCodegen(folder, [
      ...["run", "--spec", "api.json", "--out", "out"],
      ...["--set", "emit=models,values,validators,factories"],
    ]);
    expect(result.status).toBe(0);
    for (const text of filesOf(join(folder, "out"), ".ts")) {
      const code = text
        .replace(/^\/\/.*$/gm, "")
        .replace(/\/\*\*[\s\S]*?\*\//g, "");
      expect(code).toMatch(/export/);
      expect(code).not.toContain("\ufffd");
    }
  },
);

const prose = `{"A": {"type": "object", "description": "one ${half} two", "properties": {
  "a": {"type": "string", "description": "\\udfff"}, "description": {"type": "string"},
  "e": {"enum": ["x", "y"], "x-enum-descriptions": ["fine", "${half}"]}}}}`;

describe.each(["typescript", "rust"])("prose, in %s", (template) => {
  test("is replaced by U+FFFD, with a warning", async () => {
    const folder = temporaryFolder(write(prose));
    const { status, stdout, stderr } = await runCodegen(folder, [
      ...["run", "--spec", "api.json", "--template", template, "--out", "out"],
    ]);
    expect({ status, stdout: stdout.slice(0, 4) }).toEqual({
      status: 0,
      stdout: "out:",
    });
    const places = [
      ...stderr.matchAll(/lone-surrogate\]\n {2}at api.json (.*)/g),
    ];
    expect(places.map(([, place]) => place)).toEqual([
      "#/components/schemas/A/description",
      "#/components/schemas/A/properties/a/description",
      "#/components/schemas/A/properties/e/x-enum-descriptions/1",
    ]);
    expect(filesOf(join(folder, "out")).join("")).toContain("one \ufffd two");
  });
});

test("a whole pair is a character", async () => {
  const folder = temporaryFolder(
    write(
      '{"A": {"description": "\\ud83d\\ude00", "enum": ["\\ud83d\\ude00"]}}',
    ),
  );
  const { status, stderr } = await runCodegen(folder, rust());
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(filesOf(join(folder, "out")).join("")).toContain('"😀"');
});

function filesOf(folder: string, ending = ""): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) =>
      readFileSync(join(parentPath, name), "utf8"),
    );
}
