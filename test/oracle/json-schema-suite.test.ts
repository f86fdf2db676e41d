// The official tests of JSON Schema, put to validators that are generated from its
// schemas: each test passes in strict mode, or is listed with the reason why not.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  hasJsonSchemaSuite,
  readJsonSchemaSuite,
} from "./json-schema-suite.js";
import { judgeGroups } from "./judge-groups.js";

interface Unsupported {
  readonly reason: string;
  /** File → group → its tests. */
  readonly tests: Readonly<
    Record<string, Readonly<Record<string, readonly string[]>>>
  >;
}

const unsupported: readonly Unsupported[] = parse(
  readFileSync(
    new URL("json-schema-unsupported.yaml", import.meta.url),
    "utf8",
  ),
);

const bounded: Readonly<Record<string, string>> = {
  "exclusiveMaximum.json": "number",
  "exclusiveMinimum.json": "number",
  "maxItems.json": "array",
  "maxLength.json": "string",
  "maxProperties.json": "object",
  "maximum.json": "number",
  "minItems.json": "array",
  "minLength.json": "string",
  "minProperties.json": "object",
  "minimum.json": "number",
  "multipleOf.json": "number",
  "pattern.json": "string",
  "uniqueItems.json": "array",
};

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** `group: test` */
function listedIn(file: string): readonly string[] {
  return unsupported.flatMap(({ tests }) =>
    Object.entries(tests[file] ?? {}).flatMap(([group, names]) =>
      names.map((name) => `${group}: ${name}`),
    ),
  );
}

// Skipped where the suite is absent: it is not in the repository.
describe.skipIf(!hasJsonSchemaSuite)("JSON Schema, draft 2020-12", () => {
  const suite = readJsonSchemaSuite();

  test.each([...suite])("%s", (file, groups) => {
    const failing = judgeGroups(groups).filter(({ ok }) => !ok);
    const found = failing.map(({ group, test: name }) => `${group}: ${name}`);
    expect(found.sort()).toEqual([...listedIn(file)].sort());
  });

  // In its tests of bounds nothing says the type, and we ask for one.
  test.each(Object.entries(bounded))(
    "%s, where the type is said: %s",
    (file, type) => {
      const groups = (suite.get(file) ?? []).map((group) => ({
        ...group,
        schema: { type, ...Object(group.schema) },
        tests: group.tests.filter(({ data }) => typeOf(data) === type),
      }));
      const judged = judgeGroups(groups);
      expect(judged.length).toBeGreaterThan(2);
      expect(judged.filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  test("most of its 1,299 tests pass, and what is listed is there", () => {
    const files = unsupported.flatMap(({ tests }) => Object.keys(tests));
    expect(files.filter((file) => !suite.has(file))).toEqual([]);
    const all = [...suite.values()].flat().flatMap(({ tests }) => tests);
    const listed = [...suite.keys()].flatMap(listedIn);
    expect(new Set(unsupported.map(({ reason }) => reason)).size).toBe(
      unsupported.length,
    );
    expect([all.length, listed.length]).toEqual([1299, 329]);
  });
});
