// Numbers that a double does not hold: where a schema says one, a warning names it as it
// is written, and a target whose types can hold it writes its digits.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { parseText } from "../../src/document/parse-text.js";
import {
  createReadBudget,
  defaultLimits,
} from "../../src/source/read-limits.js";
import { generateInMemory } from "../golden/generate-in-memory.js";
import { compileInMemory } from "../oracle/compile-in-memory.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A number in the document → a part of its warning. */
const lost: Readonly<Record<string, string>> = {
  "9007199254740993": "reads it as 9007199254740992",
  "-9007199254740993": "reads it as -9007199254740992",
  "9007199254740993.0": "reads it as 9007199254740992",
  "9223372036854775807": "reads it as 9223372036854776000",
  "18446744073709551615": "reads it as 18446744073709552000",
  "12345678901234567890123": "reads it as 1.2345678901234568e+22",
  "1e400": "beyond the range of JavaScript numbers",
  "-1e400": "beyond the range of JavaScript numbers",
  "1e-400": "too small for a JavaScript number",
};

const held = [
  ...["0", "-0", "1", "-1.5", "0.1", "0.1000000000000000055", "1e300", "1e21"],
  ...["9007199254740991", "9007199254740992", "1E+2", "5e-324"],
];

const bounds = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["multipleOf", "minLength", "maxLength", "minItems", "maxItems"],
  ...["minProperties", "maxProperties"],
];

/** Place of a number → schemas with `@` in that place. */
const places: Readonly<Record<string, string>> = {
  "A/enum/1": '{"A": {"enum": [1, @]}}',
  "A/const": '{"A": {"const": @}}',
  "A/default": '{"A": {"default": @}}',
  "A/default/a/0": '{"A": {"default": {"a": [@]}}}',
  "A/properties/a/default": '{"A": {"properties": {"a": {"default": @}}}}',
  "A/properties/default/const":
    '{"A": {"properties": {"default": {"const": @}}}}',
  "A/properties/enum/enum/0": '{"A": {"properties": {"enum": {"enum": [@]}}}}',
  "A/properties/example/maximum":
    '{"A": {"properties": {"example": {"maximum": @}}}}',
  "A/items/enum/0": '{"A": {"type": "array", "items": {"enum": [@]}}}',
  "A/items/0/const": '{"A": {"items": [{"const": @}]}}',
  "A/allOf/1/const": '{"A": {"allOf": [{}, {"const": @}]}}',
  "A/oneOf/0/const": '{"A": {"oneOf": [{"const": @}, {"const": 1}]}}',
  "A/additionalProperties/enum/0":
    '{"A": {"additionalProperties": {"enum": [@]}}}',
  "A/patternProperties/x/minimum":
    '{"A": {"patternProperties": {"x": {"minimum": @}}}}',
  "A/$defs/B/const": '{"A": {"$defs": {"B": {"const": @}}}}',
  "a~1b~0/enum/0": '{"a/b~": {"enum": [@]}}',
  ...Object.fromEntries(
    bounds.map((bound) => [`A/${bound}`, `{"A": {"${bound}": @}}`]),
  ),
};

/** No part of the output comes of these. */
const silent = [
  '{"A": {"example": @}}',
  '{"A": {"examples": [@]}}',
  '{"A": {"example": {"enum": [@], "maximum": @}}}',
  '{"A": {"x-own": @}}',
  '{"A": {"x-own": {"default": @}}}',
  '{"A": {"properties": {"a": {"example": {"const": @}}}}}',
];

const formats = {
  json: (schemas: string) =>
    `{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": ${schemas}}}`,
  yaml: (schemas: string) =>
    `openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths: {}\ncomponents:\n  schemas: ${schemas}\n`,
};

describe.each(Object.entries(formats))("%s", (_format, write) => {
  test.each(Object.entries(places))("%s", (place, schemas) => {
    for (const [number, message] of Object.entries(lost)) {
      const [warning, ...others] = warningsOf(
        write(schemas.replaceAll("@", number)),
      );
      expect(others).toEqual([]);
      expect(warning).toMatchObject({
        code: "schema/lost-digits",
        severity: "warning",
        at: { file: "api", pointer: `#/components/schemas/${place}` },
      });
      expect(warning?.message.startsWith(`${number} is `)).toBe(true);
      expect(warning?.message).toContain(message);
    }
    for (const number of held) {
      expect(warningsOf(write(schemas.replaceAll("@", number)))).toEqual([]);
    }
  });

  test.each(silent)("%s causes no message", (schemas) => {
    for (const number of Object.keys(lost)) {
      expect(warningsOf(write(schemas.replaceAll("@", number)))).toEqual([]);
    }
  });
});

describe("notations of YAML", () => {
  test.each([
    ["0x20000000000001", "reads it as 9007199254740992"],
    ["0o400000000000000001", "reads it as 9007199254740992"],
    ["+9007199254740993", "reads it as 9007199254740992"],
    [".inf", "not a JSON number"],
    ["-.inf", "not a JSON number"],
    [".nan", "not a JSON number"],
  ])("%s", (number, message) => {
    const [warning] = warningsOf(formats.yaml(`{A: {enum: [${number}]}}`));
    expect(warning?.message).toContain(message);
  });

  test("an alias says a number where it stands", () => {
    const schemas =
      "{A: {x-v: &v [9007199254740993], enum: *v}, B: {enum: *v}}";
    const text = formats.yaml(schemas);
    expect(warningsOf(text).map(({ at }) => at?.pointer)).toEqual([
      "#/components/schemas/A/enum/0",
      "#/components/schemas/B/enum/0",
    ]);
    const { files } = generateInMemory("api", text);
    expect(files.get("model/A.ts")).toContain("A = 9007199254740992;");
  });
});

const schemas = (number: string) =>
  `{"E": {"type": "integer", "format": "int64", "enum": [7, ${number}]},
    "O": {"type": "object", "required": ["c"], "properties": {
      "c": {"type": "integer", "format": "int64", "const": ${number}},
      "d": {"type": "number", "default": ${number}},
      "l": {"type": "array", "items": {"type": "integer", "format": "int64", "enum": [${number}, -3]}}}},
    "P": {"type": "object", "required": ["c"], "properties": {"c": {"type": "integer", "const": 1}}},
    "U": {"oneOf": [{"$ref": "#/components/schemas/O"}, {"$ref": "#/components/schemas/P"}]}}`;

const emit = "models,values,validators,factories";

/** The values that clients get from JavaScript's parser. */
const integers = [
  "9007199254740993",
  "-9007199254740993",
  "9223372036854775807",
  "18446744073709551615",
];

describe.each(Object.entries(formats))(
  "what is written, of %s",
  (_name, write) => {
    test.each(integers)("%s as a number", (number) => {
      const { files } = generateInMemory("api", write(schemas(number)), {
        emit,
      });
      const double = String(JSON.parse(number));
      expect(files.get("model/E.ts")).toContain(
        `export type E = 7 | ${double};`,
      );
      expect(files.get("model/O.ts")).toContain(`c: ${double};`);
      expect(files.get("model/O.ts")).toContain(`/** @default ${number} */`);
      expect(files.get("values.ts")).toContain(
        `eValues = [7, ${double}] as const`,
      );
      expect(files.get("validate/O.ts")).toContain(`required, ${double});`);
    });

    test.each(integers)("%s as a bigint", (number) => {
      const options = { emit, formats: "int64:bigint" };
      const { files } = generateInMemory(
        "api",
        write(schemas(number)),
        options,
      );
      expect(files.get("model/E.ts")).toContain(
        `export type E = 7n | ${number}n;`,
      );
      expect(files.get("model/O.ts")).toContain(`c: ${number}n;`);
      expect(files.get("model/O.ts")).toContain(`OL = ${number}n | -3n;`);
      expect(files.get("values.ts")).toContain(
        `eValues = [7n, ${number}n] as const`,
      );
      // The JSON value is a number, whatever its type; `format/not-checked` reports this.
      expect(files.get("validate/O.ts")).toContain(String(JSON.parse(number)));
    });

    test.each([
      ["9007199254740993", "9007199254740993i64", "i64"],
      ["-9223372036854775808", "-9223372036854775808i64", "i64"],
      ["2147483647", "2147483647", "i64"],
      ["2147483648", "2147483648i64", "i64"],
      ["18446744073709551615", "18446744073709551615u64", "u64"],
      ["18446744073709551616", "18446744073709551616f64", "f64"],
    ])("%s in Rust", (number, literal, type) => {
      const { files } = generateInMemory(
        "api",
        write(schemas(number)),
        {},
        { template: "rust" },
      );
      expect(files.get("model/u.rs")).toContain(`where "c" == ${literal};`);
      expect(files.get("model/o.rs")).toContain(`pub c: ${type},`);
    });
  },
);

const oneDouble =
  '{"E": {"type": "integer", "format": "int64", "enum": [9007199254740992, 9007199254740993]}}';

test("values that become the same double are reported, and become one literal", () => {
  const text = formats.json(oneDouble);
  const { files, warnings } = generateInMemory("api", text, { emit });
  expect(
    warnings.filter(({ code }) => code === "schema/duplicate-value"),
  ).toMatchObject([
    {
      at: { pointer: "#/components/schemas/E/enum" },
      message:
        "9007199254740992 and 9007199254740993 are the same number in JavaScript: 9007199254740992",
    },
  ]);
  expect(files.get("model/E.ts")).toContain("E = 9007199254740992;");
  const exact = generateInMemory("api", text, { formats: "int64:bigint" });
  expect(exact.files.get("model/E.ts")).toContain(
    "E = 9007199254740992n | 9007199254740993n;",
  );
});

// At once, as loading the compiler's library takes longest; generated again, so that the
// test does not depend on others.
test("all that was written compiles", () => {
  const texts = Object.values(formats).flatMap((write) =>
    integers.map((number) => write(schemas(number))),
  );
  const outputs = [
    ...texts.map((text) => generateInMemory("api", text, { emit })),
    ...texts.map((text) =>
      generateInMemory("api", text, { emit, formats: "int64:bigint" }),
    ),
    generateInMemory("api", formats.json(oneDouble), { emit }),
  ];
  const all = outputs.flatMap(({ files }, index) =>
    [...files].map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  expect(outputs).toHaveLength(2 * integers.length * 2 + 1);
  expect(compileInMemory(new Map(all))).toEqual([]);
});

test("a constraint that a double cannot say refuses nothing that it should not", () => {
  const text = formats.json(
    '{"E": {"type": "number", "multipleOf": 1e-400, "maximum": 1e400, "minimum": -1e400}}',
  );
  const { files } = generateInMemory("api", text, { emit });
  expect(files.get("validate/E.ts")).not.toMatch(/multipleOf|maximum|minimum/);
});

/** Ways of a document to its models, on each of which it is copied or moved. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Swagger 2.0": {
    "api.json": `{"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {
      "parameters": [{"name": "n", "in": "query", "type": "integer", "enum": [9007199254740993], "maximum": 9007199254740993, "default": 1e400}],
      "responses": {"200": {"description": "x", "schema": {"$ref": "#/definitions/A"}}}}}},
      "definitions": {"A": {"type": "object", "properties": {"a": {"type": "integer", "format": "int64", "default": 9007199254740993, "enum": [9007199254740993, 1e400]}}}}}`,
  },
  "several files": {
    "api.json": formats.json('{"A": {"$ref": "part.yaml#/A"}}'),
    "part.yaml":
      "A: {type: object, properties: {a: {type: integer, format: int64, default: 9007199254740993, enum: [9007199254740993, 1e400]}}}",
  },
  "an overlay": {
    "api.json": formats.json(
      '{"A": {"type": "object", "properties": {"a": {}}}}',
    ),
    "overlay.yaml":
      "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions: [{target: $..a, update: {type: integer, format: int64, default: 9007199254740993, enum: [9007199254740993, 1e400]}}]",
  },
};

test.each(Object.entries(ways))("digits outlast %s", async (_way, files) => {
  const folder = temporaryFolder(files);
  const result = await runCodegen(folder, [
    ...["run", "--spec", "api.json", "--out", "out", "--json"],
    ...("overlay.yaml" in files ? ["--overlay", "overlay.yaml"] : []),
    ...[
      "--set",
      "formats=int64:bigint",
      "--set",
      "emit=models,params,validators",
    ],
  ]);
  expect(result).toMatchObject({ status: 0 });
  const report: { warnings: Diagnostic[] } = JSON.parse(result.stdout);
  const places = report.warnings
    .filter(({ code }) => code === "schema/lost-digits")
    .map(({ at }) => `${at?.file} ${at?.pointer}`);
  const where = {
    "Swagger 2.0": ["api.json", "/definitions/A/properties/a"],
    "several files": ["part.yaml", "/A/properties/a"],
    "an overlay": ["overlay.yaml", "/actions/0/update"],
  }[_way];
  expect(places).toEqual(
    expect.arrayContaining([
      `${where?.[0]} #${where?.[1]}/default`,
      `${where?.[0]} #${where?.[1]}/enum/0`,
      `${where?.[0]} #${where?.[1]}/enum/1`,
    ]),
  );
  const model = readFileSync(join(folder, "out/model/A.ts"), "utf8");
  expect(model).toContain("/** @default 9007199254740993 */");
  expect(model).toContain("a?: 9007199254740993n | number;");
});

function warningsOf(text: string): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  const specText = {
    ...{ file: "api", text, location: "api", sha256: "", apiVersion: null },
    format: "unknown" as const,
  };
  parseText(
    specText,
    createReadBudget(defaultLimits),
    (diagnostic) => void warnings.push(diagnostic),
  );
  return warnings;
}
