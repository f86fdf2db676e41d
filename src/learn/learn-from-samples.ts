// Sample objects × the schemas of a document → which nullable properties a sample
// omits. One omission is enough: samples of some revisions were made with everything
// included, so that presence in a sample proves little.

import {
  addFinding,
  isDeletedForm,
  type LearnSchema,
  type LearnSchemas,
  needsFact,
  objectLiteralOf,
  type Presence,
  type PresenceFindings,
  schemaNameOf,
} from "./presence-finding.js";

type Sample = Readonly<Record<string, unknown>>;

/**
 * `revisions`: for each, schema → its sample. A property is `always` if every sample
 * of every revision has it.
 */
export function learnFromSamples(
  revisions: readonly Readonly<Record<string, unknown>>[],
  schemas: LearnSchemas,
): PresenceFindings {
  const findings = new Map<string, Presence>();

  function walkNamed(name: string, value: unknown): void {
    const schema = schemas[name];
    if (schema === undefined) return;
    if (schema.properties === undefined) walk(schema, value);
    else if (isSample(value)) walkProperties(name, schema, value);
  }

  function walkProperties(
    name: string | null,
    schema: LearnSchema,
    value: Sample,
  ): void {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const isThere = Object.hasOwn(value, key);
      if (name !== null && needsFact(schema, key, property)) {
        addFinding(findings, `${name}.${key}`, !isThere);
      }
      if (isThere) walk(property, value[key]);
    }
  }

  function walk(schema: LearnSchema, value: unknown): void {
    if (schema.$ref !== undefined) {
      walkNamed(schemaNameOf(schema.$ref), value);
    } else if (schema.anyOf !== undefined) {
      const name = branchOf(schema.anyOf, value, schemas);
      if (name !== null) walkNamed(name, value);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(schema.items ?? {}, item);
    } else if (isSample(value)) {
      walkProperties(null, schema, value);
      const { properties = {}, additionalProperties } = schema;
      if (typeof additionalProperties !== "object") return;
      for (const [key, one] of Object.entries(value)) {
        if (!Object.hasOwn(properties, key)) walk(additionalProperties, one);
      }
    }
  }

  for (const revision of revisions) {
    for (const [name, sample] of Object.entries(revision)) {
      if (Object.hasOwn(schemas, name)) walkNamed(name, sample);
    }
  }
  return findings;
}

/** The single branch that `object` and `deleted` select; null if there are several. */
function branchOf(
  branches: readonly LearnSchema[],
  value: unknown,
  schemas: LearnSchemas,
): string | null {
  if (!isSample(value)) return null;
  const names = branches.flatMap(({ $ref }) =>
    $ref === undefined ? [] : [schemaNameOf($ref)],
  );
  const fitting = names.filter((name) => {
    const schema = schemas[name] ?? {};
    return (
      objectLiteralOf(schema) === value.object &&
      isDeletedForm(schema) === (value.deleted === true)
    );
  });
  const [only, ...others] = names.length === 1 ? names : fitting;
  return others.length === 0 ? (only ?? null) : null;
}

function isSample(value: unknown): value is Sample {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
