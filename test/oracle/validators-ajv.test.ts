// For every schema of Stripe's document: values that fit it and values that nearly do,
// made from the document by fast-check. What our validators say of them in strict mode
// is what ajv says of the same schema, without exception; and what they promise of any
// value holds.

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { drawn } from "./drawn.js";
import {
  loadValidators,
  readValidators,
  type Validators,
} from "./load-validators.js";
import { mutateValue } from "./mutate-value.js";
import { schemasOf, stripeText } from "./stripe-document.js";
import { toJsonSchemas } from "./to-json-schema.js";
import { findBrokenPromises } from "./validator-promises.js";
import { writeValue } from "./values-of-schema.js";

/** Times as many values, and others, on demand: `npm run test:fuzz`. */
const factor = Number(process.env.FUZZ_FACTOR ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? 20240410);

/** Of each schema so many that fit, and of each of them so many that are changed. */
const fitting = 26;
const changed = 3;

const schemas = schemasOf(JSON.parse(stripeText));
const names = Object.keys(schemas);

let validators: Validators;
let validate: (name: string) => ValidateFunction;

beforeAll(() => {
  validators = loadValidators("stripe.oas.json", stripeText);
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    inlineRefs: false,
  });
  ajv.addSchema({ components: { schemas: toJsonSchemas(schemas) } }, "stripe");
  const compiled = new Map<string, ValidateFunction>();
  validate = (name) => {
    // The names of schemas have neither `~` nor `/`.
    const found =
      compiled.get(name) ?? ajv.getSchema(`stripe#/components/schemas/${name}`);
    if (found === undefined) throw new Error(`no schema ${name}`);
    compiled.set(name, found);
    return found;
  };
});

/** Values that fit a schema, each followed by what it becomes. */
function makeValues(name: string, count: number): readonly unknown[] {
  const values = drawn((draw) => {
    const value = writeValue(schemas, name, draw);
    const others = Array.from({ length: changed }, () =>
      mutateValue(value, draw),
    );
    return [value, ...others];
  });
  return fc.sample(values, { numRuns: count, seed }).flat();
}

function findDifference(
  name: string,
  value: unknown,
  of: Validators["of"],
): string | null {
  const theirs = validate(name);
  const parsed = of(name).safeParse(value, { mode: "strict" });
  if (theirs(value) === parsed.ok) return null;
  const said = parsed.ok
    ? `ajv: ${theirs.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ")}`
    : `ours: ${parsed.issues.join("; ")}`;
  return `${name}: ${said}: ${JSON.stringify(value)}`;
}

test("the verdict is ajv's", { timeout: 180_000 * factor }, async ({
  annotate,
}) => {
  let values = 0;
  let valid = 0;
  const wrong: string[] = [];
  for (const name of names) {
    for (const value of makeValues(name, fitting * factor)) {
      values++;
      if (validate(name)(value)) valid++;
      const difference = findDifference(name, value, validators.of);
      if (difference !== null) wrong.push(difference);
      for (const promise of findBrokenPromises(validators.of(name), value)) {
        wrong.push(`${name}: ${promise}: ${JSON.stringify(value)}`);
      }
    }
  }
  await annotate(
    `${values} values of ${names.length} schemas: ${valid} valid, ${values - valid} invalid`,
  );
  expect(shortest(wrong)).toEqual([]);
  expect(values).toBeGreaterThan(100_000);
  expect(valid / values).toBeGreaterThan(0.3);
  expect(valid / values).toBeLessThan(0.7);
});

/** What is short is easily read. */
function shortest(texts: readonly string[]): readonly string[] {
  return [...texts].sort((a, b) => a.length - b.length).slice(0, 20);
}

// Each breaks what validators share, in one place.
test.each([
  ["[...value].length", "value.length"],
  ["length > max || length < min", "length > max + 1 || length < min"],
  ["!pattern.test(value)", "false"],
  ["!Number.isInteger(value)", 'typeof value !== "number"'],
  ["return (presence & (c.strict ? 2 : 6)) !== 0;", "return true;"],
  [
    "if (value === null) return (presence & 1) !== 0;",
    "if (value === null) return true;",
  ],
  ["value === expected", "typeof value === typeof expected"],
  ["!c.strict && typeof value", "typeof value"],
  ["index < value.length", "index < 1"],
  ["c.issues = issues;", ""],
  [
    "else if (isObject(value)) check(c, key, value, required);",
    "else if (isObject(value)) {}",
  ],
])("and it would say so of %s → %s", (before, after) => {
  const { generated } = validators;
  const shared = ["validation.ts", "generic-checks.ts"].map(
    (file) => [file, generated.files.get(file) ?? ""] as const,
  );
  const broken = shared.filter(([, text]) => text.includes(before));
  expect(broken).toHaveLength(1);
  const of = readValidators(
    generated,
    new Map([
      ...generated.files,
      ...broken.map(
        ([file, text]) => [file, text.replaceAll(before, after)] as const,
      ),
    ]),
  );
  const differences = [
    "external_account",
    "file",
    "setup_intent_payment_method_options",
  ].flatMap((name) =>
    makeValues(name, 300).map((value) => findDifference(name, value, of)),
  );
  expect(differences.filter((one) => one !== null)).not.toEqual([]);
});
