// The target rejects schemas that have no Rust type, with their locations, and writes
// nothing. Names that Rust does not allow are replaced, and a warning names both.

import { describe, expect, test } from "vitest";
import {
  expectRefusal,
  folderWithOutput,
  type Refusal,
} from "../e2e/refusal.js";
import { runCodegen } from "../e2e/run-codegen.js";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const run = (...more: readonly string[]) => [
  ...["run", "--spec", "api.json", "--template", "rust", "--out", "out"],
  ...more,
];

const inexpressible = (schema: unknown, what: string, below = ""): Refusal => ({
  files: { "api.json": smallDocument({ pet: objectOf({ name: schema }) }) },
  args: run(),
  code: "type/inexpressible",
  what,
  where: `api.json #/components/schemas/pet/properties/name${below}`,
  help: "simplify the schema with an overlay",
});

const refusals: Readonly<Record<string, Refusal>> = {
  "a property without any value": inexpressible(false, "a type without values"),
  "a tuple that is longer than those of the standard library": inexpressible(
    {
      type: "array",
      prefixItems: Array.from({ length: 13 }, () => ({ type: "string" })),
      items: false,
      minItems: 13,
    },
    "a tuple of more than 12 items",
  ),
  "an array whose first items have other types": inexpressible(
    { type: "array", prefixItems: [{ type: "string" }] },
    "an array whose first items have other types than the rest",
  ),
  "an intersection of an object and a string": inexpressible(
    { allOf: [objectOf({ a: {} }), { type: "string" }] },
    "a type without values",
  ),
  "an intersection of two arrays": inexpressible(
    {
      allOf: [
        { type: "array", items: { type: "string" } },
        { type: "array", items: { type: "integer" } },
      ],
    },
    "an intersection whose parts are not all objects",
  ),
  "an intersection with the schema that contains it": inexpressible(
    { allOf: [{ $ref: "#/components/schemas/pet" }, objectOf({ a: {} })] },
    "combined from itself",
  ),
  "an unknown value of `typing`": {
    files: { "api.json": smallDocument({}) },
    args: run("--set", "typing=precis"),
    code: "option/wrong-value",
    what: 'typing cannot be "precis"; it can be precise, loose',
    where: "--set typing=precis",
    help: 'did you mean "precise"?',
  },
  "an option of the other target": {
    files: { "api.json": smallDocument({}) },
    args: run("--set", "emit=models"),
    code: "option/unknown",
    what: 'has no option "emit"; it has presence, typing',
    where: "--set emit=models",
    help: "",
  },
};

test.each(Object.entries(refusals))("%s", async (_name, refusal) => {
  await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
});

describe("names", () => {
  const generate = async (
    schemas: Readonly<Record<string, unknown>>,
    typing: string,
  ) =>
    await runCodegen(temporaryFolder({ "api.json": smallDocument(schemas) }), [
      ...run("--set", `typing=${typing}`, "--dry-run", "--json"),
    ]);

  test.each(["loose", "precise"])("that collide, %s", async (typing) => {
    const { status, stderr, stdout } = await generate(
      { "a.b": objectOf({}), a_b: objectOf({ fooBar: {}, foo_bar: {} }) },
      typing,
    );
    expect(status).toBe(0);
    expect(stdout + stderr).toContain(
      'collides with the schema \\"a_b\\"; it becomes AB2 (a_b_2.rs)',
    );
    expect(stdout + stderr).toContain("it becomes foo_bar_2");
  });

  test.each(["loose", "precise"])(
    "that are keywords or begin with a digit, %s",
    async (typing) => {
      const { status, stdout } = await generate(
        { self: objectOf({ loop: {}, "1st": {} }), "3d": objectOf({}) },
        typing,
      );
      expect(status).toBe(0);
      expect(stdout).toContain("model/self_.rs");
      expect(stdout).toContain("model/_3_d.rs");
      expect(stdout).not.toContain("name/collision");
    },
  );
});
