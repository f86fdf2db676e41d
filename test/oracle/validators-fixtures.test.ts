// Stripe's sample objects, and the objects within them that are samples of their own
// schema: each is taken in both modes, and what is not is listed.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { hasFixtures, readFixtures } from "./fixtures.js";
import {
  type Drift,
  loadValidators,
  type Validators,
} from "./load-validators.js";
import { isRecord, schemasOf, stripeText } from "./stripe-document.js";
import { toJsonSchemas } from "./to-json-schema.js";
import { findBrokenPromises } from "./validator-promises.js";

type Paths = Readonly<Record<string, readonly string[]>>;

const expected: {
  readonly drift: Paths;
  readonly issues: Paths;
  readonly unknown: readonly string[];
} = parse(
  readFileSync(new URL("fixtures-expected.yaml", import.meta.url), "utf8"),
);

const schemas = schemasOf(JSON.parse(stripeText));

interface Sample {
  readonly place: string;
  readonly schema: string;
  readonly value: unknown;
}

const samples: readonly Sample[] = Object.entries(readFixtures()).flatMap(
  ([name, value]) => [
    { place: name, schema: name, value },
    ...within(name, value),
  ],
);
const known = samples.filter(({ schema }) => Object.hasOwn(schemas, schema));

/** Objects that say by their tag which schema they are of. */
function within(place: string, value: unknown): readonly Sample[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const at = `${place}.${key}`;
    const tag = isRecord(one) ? one.object : null;
    const own =
      typeof tag === "string" && Object.hasOwn(schemas, tag)
        ? [{ place: at, schema: tag, value: one }]
        : [];
    return [...own, ...within(at, one)];
  });
}

// Skipped where the samples are absent: they are Stripe's and not in the repository.
describe.skipIf(!hasFixtures)("Stripe's samples", () => {
  let validators: Validators;

  beforeAll(() => {
    validators = loadValidators("stripe.oas.json", stripeText);
  });

  test("are there, and nearly all have a schema", () => {
    expect(known.length).toBeGreaterThan(180);
    const unknown = samples.filter((sample) => !known.includes(sample));
    expect(unknown.map(({ place }) => place)).toEqual(expected.unknown);
  });

  test.each(["lenient", "strict"] as const)("%s: issues and drift", (mode) => {
    const drift: Record<string, readonly string[]> = {};
    const issues: Record<string, readonly string[]> = {};
    for (const { place, schema, value } of known) {
      const parsed = validators.of(schema).safeParse(value, { mode });
      if (parsed.drift.length > 0) drift[place] = pathsOf(parsed.drift);
      if (!parsed.ok) issues[place] = pathsOf(parsed.issues);
      // None has a value that an enum does not list.
      expect(parsed.drift.every(({ kind }) => kind === "property")).toBe(true);
    }
    expect(drift).toEqual(expected.drift);
    expect(issues).toEqual(expected.issues);
  });

  test("strict mode says what ajv says", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ components: { schemas: toJsonSchemas(schemas) } }, "all");
    for (const { place, schema, value } of known) {
      const theirs = ajv.validate(`all#/components/schemas/${schema}`, value);
      const ours = validators.of(schema).is(value, { mode: "strict" });
      expect({ place, verdict: ours }).toEqual({ place, verdict: theirs });
    }
  });

  test("what validators promise of any value holds", () => {
    for (const { schema, value } of known) {
      expect(findBrokenPromises(validators.of(schema), value)).toEqual([]);
    }
  });
});

function pathsOf(found: readonly Pick<Drift, "path">[]): readonly string[] {
  return found.map(({ path }) => path.join(".")).sort();
}
