// The keywords that constrain values without affecting types → constraints.

import type { BuildContext, RawSchema } from "../../dialects/dialect.js";
import type {
  ArrayConstraints,
  NumberConstraints,
  ObjectConstraints,
  StringConstraints,
} from "../../ir/constraints.js";

/** An object to spread into a type; empty if the schema has no constraints. */
export type Constrained<Constraints> = { readonly constraints?: Constraints };

/**
 * Also notes the location of `pattern`, which a pass checks later.
 * @see
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3
 */
export function readStringConstraints(
  schema: RawSchema,
  pointer: string,
  context: BuildContext,
): Constrained<StringConstraints> {
  const { minLength, maxLength, pattern } = schema;
  if (typeof pattern === "string") {
    context.notePattern(pattern, `${pointer}/pattern`);
  }
  return orNothing<StringConstraints>({
    ...count("minLength", minLength),
    ...count("maxLength", maxLength),
    ...(typeof pattern === "string" && { pattern }),
  });
}

/**
 * In OpenAPI 3.0, `exclusiveMinimum` and `exclusiveMaximum` are boolean flags.
 * @see
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object
 */
export function readNumberConstraints(
  schema: RawSchema,
): Constrained<NumberConstraints> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return orNothing<NumberConstraints>({
    ...(exclusiveMinimum === true
      ? finite("exclusiveMinimum", minimum)
      : {
          ...finite("minimum", minimum),
          ...finite("exclusiveMinimum", exclusiveMinimum),
        }),
    ...(exclusiveMaximum === true
      ? finite("exclusiveMaximum", maximum)
      : {
          ...finite("maximum", maximum),
          ...finite("exclusiveMaximum", exclusiveMaximum),
        }),
    // A number too small for a double is read as 0, of which no value is a
    // multiple.
    ...(schema.multipleOf !== 0 && finite("multipleOf", schema.multipleOf)),
  });
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4 */
export function readArrayConstraints({
  minItems,
  maxItems,
  uniqueItems,
}: RawSchema): Constrained<ArrayConstraints> {
  return orNothing<ArrayConstraints>({
    ...count("minItems", minItems),
    ...count("maxItems", maxItems),
    ...(uniqueItems === true && { uniqueItems }),
  });
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5 */
export function readObjectConstraints(
  schema: RawSchema,
): Constrained<ObjectConstraints> {
  const closed =
    (schema.additionalProperties ??
      (isConditional(schema) ? true : schema.unevaluatedProperties)) ===
      false && schema.patternProperties === undefined;
  return orNothing<ObjectConstraints>({
    ...(closed && { closed }),
    ...count("minProperties", schema.minProperties),
    ...count("maxProperties", schema.maxProperties),
  });
}

/**
 * True if a condition may evaluate further properties. The rules do not read
 * conditions, so that `unevaluatedProperties: false` must not close such a
 * schema.
 */
export function isConditional(schema: RawSchema): boolean {
  return ["if", "then", "else", "dependentSchemas"].some(
    (key) => schema[key] !== undefined,
  );
}

function orNothing<Constraints extends object>(
  constraints: Constraints,
): Constrained<Constraints> {
  return Object.keys(constraints).length === 0 ? {} : { constraints };
}

function finite<Key extends string>(
  key: Key,
  value: unknown,
): { readonly [One in Key]?: number } {
  return typeof value === "number" && Number.isFinite(value)
    ? ({ [key]: value } as { readonly [One in Key]: number }) // TypeScript widens a computed key to string
    : {};
}

/** A count; a negative one constrains nothing. */
function count<Key extends string>(
  key: Key,
  value: unknown,
): { readonly [One in Key]?: number } {
  return typeof value === "number" && value < 0 ? {} : finite(key, value);
}
