// A combiner beside other keywords → the intersection of both.

import { createDiagnostic } from "../../../diagnostics/diagnostic.js";
import type { RawSchema } from "../../../dialects/dialect.js";
import { constraintKeywords } from "../../../ir/constraints.js";
import { closeType } from "../../../ir/query/close-type.js";
import { combineNullable } from "../../../ir/query/combine-types.js";
import type { GeneralRule } from "../general-rule.js";
import { intersectParts, type SchemaPart } from "../intersect-parts.js";
import { jsonTypesOf } from "../json-types-of.js";
import { isConditional } from "../read-constraints.js";
import { isRecord } from "../read-schema.js";
import type { RuleContext } from "../rule-context.js";

/** Combiners: keywords that refer to other schemas for the type. */
const combined = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf"] as const;

/** Keywords that determine a type by themselves. */
const typing = [
  "additionalProperties",
  "const",
  "enum",
  "items",
  "patternProperties",
  "prefixItems",
  "properties",
  "required",
];

/**
 * Each combiner is a part, and so are the keywords beside them. `type` is one
 * of these: where the other parts have that type already, it adds nothing.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 */
export const conjunctionRule: GeneralRule = {
  summary: "a combiner beside other keywords → the intersection of both",
  build(schema, pointer, rules) {
    const { buildPart, references } = rules;
    const present = combined.filter((key) => schema[key] !== undefined);
    if (present.length === 0) return null; // most schemas have no combiner
    const own = typing.some((key) => schema[key] !== undefined);
    const closed =
      schema.unevaluatedProperties === false &&
      !isConditional(schema) &&
      !present.some((key) => leavesOpen(schema[key], references));
    const isAlone = present.length === 1 && !own && schema.type === undefined;
    if (isAlone && !closed) return null;
    const parts = present.map((key): SchemaPart => {
      const part = { [key]: schema[key] };
      return { schema: part, type: buildPart(part, pointer), pointer };
    });
    if (isNullBeside(schema, parts, own, pointer, rules)) {
      return combineNullable(intersectParts(parts, pointer, rules));
    }
    const ownSchema = own ? ownKeywords(schema) : ownType(schema, parts);
    if (ownSchema !== null) {
      const type = buildPart(ownSchema, pointer);
      parts.push({ schema: ownSchema, type, pointer });
    }
    const type = intersectParts(parts, pointer, rules);
    return closed ? closeType(type) : type;
  },
};

/**
 * `type: "null"` beside a schema without null: no value satisfies both, and
 * documents mean that the value may be null as well.
 */
function isNullBeside(
  { type }: RawSchema,
  parts: readonly SchemaPart[],
  own: boolean,
  pointer: string,
  { references, context: { file, report } }: RuleContext,
): boolean {
  if (type !== "null" || own) return false;
  const takesNull = parts.every((part) =>
    jsonTypesOf(part.schema, references).has("null"),
  );
  if (takesNull) return false;
  report(
    createDiagnostic(
      "schema/contradiction",
      { file, pointer: `${pointer}/type` },
      'no value satisfies "type": "null" and the schema beside it; it is read as a schema that also allows null',
      'write `anyOf` with the schema and `{type: "null"}`',
    ),
  );
  return true;
}

/** The keywords beside the combiners that determine a type. */
function ownKeywords(schema: RawSchema): RawSchema {
  const { $ref, $dynamicRef, allOf, anyOf, oneOf, ...others } = schema;
  const { nullable, description, discriminator, ...rest } = others;
  // It applies to the properties of all combiners, and no single part has all
  // of them.
  const { unevaluatedProperties, ...open } = rest;
  if (unevaluatedProperties === false) return open;
  return isRecord(unevaluatedProperties) ? withOthers(open) : rest;
}

/**
 * A `type` without other keywords that determine one. Its constraints belong
 * to it if the other parts are types of the same kind or of any, such as in
 * `{type: string, allOf: [{maxLength: 3}]}`.
 */
function ownType(
  schema: RawSchema,
  parts: readonly SchemaPart[],
): RawSchema | null {
  const { type, format } = schema;
  if (type === undefined) return null;
  const kinds = new Set<string>(["anyValue", String(type)]);
  if (type === "integer") kinds.add("number");
  const isPlain = parts.every((part) => kinds.has(part.type.kind));
  if (!isPlain) return { type };
  const constraints = Object.keys(constraintKeywords).flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schema[key]] as const],
  );
  return { type, format, ...Object.fromEntries(constraints) };
}

/**
 * The schema for unevaluated properties does not become an index signature,
 * because the properties of the other parts would have to match it too.
 */
function withOthers(schema: RawSchema): RawSchema {
  return { additionalProperties: true, ...schema };
}

/** True if some branch evaluates all properties, by describing those that it does not list. */
function leavesOpen(
  branches: unknown,
  references: RuleContext["references"],
): boolean {
  if (!Array.isArray(branches)) return false;
  return branches.filter(isRecord).some((branch) => {
    const model = references.findModel(branch.$ref);
    const schema = model === null ? branch : references.schemaOf(model);
    if (!isRecord(schema)) return false;
    const { additionalProperties: others, unevaluatedProperties } = schema;
    return (
      unevaluatedProperties === true ||
      (others !== undefined && others !== false)
    );
  });
}
