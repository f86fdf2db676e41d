// The groups of one file of the JSON Schema Test Suite → the results of our validators,
// generated from their schemas, for each test.

import type { SuiteGroup } from "./json-schema-suite.js";
import { loadValidators, type Validator } from "./load-validators.js";
import { isRecord } from "./stripe-document.js";

export interface Judged {
  readonly group: string;
  readonly test: string;
  readonly ok: boolean;
  /** The tests with an unexpected result. */
  readonly said: string;
}

/** Loads all groups as one document; if that fails, each group as its own. */
export function judgeGroups(groups: readonly SuiteGroup[]): readonly Judged[] {
  const together = tryToLoad(groups);
  return groups.flatMap((group, index) => {
    const alone = typeof together === "string" ? tryToLoad([group]) : null;
    const own =
      typeof together === "string"
        ? typeof alone === "string"
          ? alone
          : alone?.[0]
        : together[index];
    return group.tests.map(({ description, data, valid }) => {
      const base = { group: group.description, test: description };
      if (own === undefined || typeof own === "string") {
        return { ...base, ok: false, said: `refused: ${own}` };
      }
      const parsed = own.safeParse(data, { mode: "strict" });
      return {
        ...base,
        ok: parsed.ok === valid,
        said: parsed.ok ? "accepted" : parsed.issues.join("; "),
      };
    });
  });
}

function tryToLoad(
  groups: readonly SuiteGroup[],
): string | readonly Validator[] {
  const schemas = groups.map((group, index) => [
    `S${index}`,
    withoutBase(group.schema, `#/components/schemas/S${index}`),
  ]);
  const document = {
    openapi: "3.1.0",
    info: { title: "Groups", version: "1" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
  try {
    const { of } = loadValidators("groups.json", JSON.stringify(document));
    return groups.map((_group, index) => of(`S${index}`));
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

/** Updates references to the root of a schema to the schema's location in the document. */
function withoutBase(schema: unknown, pointer: string): unknown {
  if (Array.isArray(schema)) {
    return schema.map((one) => withoutBase(one, pointer));
  }
  if (!isRecord(schema)) return schema;
  const { $schema, ...others } = schema;
  return Object.fromEntries(
    Object.entries(others).map(([key, value]) => {
      if (key === "const" || key === "enum") return [key, value];
      return (key === "$ref" || key === "$dynamicRef") &&
        typeof value === "string"
        ? [key, value.replace(/^#(?=\/|$)/, pointer)]
        : [key, withoutBase(value, pointer)];
    }),
  );
}
