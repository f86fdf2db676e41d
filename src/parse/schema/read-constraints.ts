// The keywords that bound values and have no effect on types → constraints, for targets
// that check values.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import type { BuildContext, RawSchema } from "../../dialects/dialect.js";
import { backtracks } from "../../ir/query/patterns/backtracks.js";
import type {
  ArrayConstraints,
  NumberConstraints,
  ObjectConstraints,
  StringConstraints,
} from "../../ir/type-expr.js";

export const constraintKeywords = [
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "uniqueItems",
] as const;

/** An object to spread into a type: empty where nothing is said, or nobody asks. */
export type Constrained<Constraints> = { readonly constraints?: Constraints };

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
export function readStringConstraints(
  schema: RawSchema,
  pointer: string,
  context: BuildContext,
): Constrained<StringConstraints> {
  if (!context.constraints) return {};
  const { minLength, maxLength, pattern } = schema;
  return orNothing<StringConstraints>({
    ...count("minLength", minLength),
    ...count("maxLength", maxLength),
    ...(typeof pattern === "string" &&
      isPattern(pattern, `${pointer}/pattern`, context) && { pattern }),
  });
}

/**
 * In OpenAPI 3.0 the exclusive ones are flags beside the others.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object
 */
export function readNumberConstraints(
  schema: RawSchema,
  { constraints }: BuildContext,
): Constrained<NumberConstraints> {
  if (!constraints) return {};
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
    // Of 0, as a number too small for a double is read, nothing is a multiple.
    ...(schema.multipleOf !== 0 && finite("multipleOf", schema.multipleOf)),
  });
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4 */
export function readArrayConstraints(
  { minItems, maxItems, uniqueItems }: RawSchema,
  { constraints }: BuildContext,
): Constrained<ArrayConstraints> {
  if (!constraints) return {};
  return orNothing<ArrayConstraints>({
    ...count("minItems", minItems),
    ...count("maxItems", maxItems),
    ...(uniqueItems === true && { uniqueItems }),
  });
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5 */
export function readObjectConstraints(
  schema: RawSchema,
  { constraints }: BuildContext,
): Constrained<ObjectConstraints> {
  if (!constraints) return {};
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

/** What a condition lists is not unevaluated, and no rule reads what it lists. */
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
    ? ({ [key]: value } as { readonly [One in Key]: number }) // the compiler takes computed keys for any string
    : {};
}

/** Counts are no less than zero; what is less constraints nothing. */
function count<Key extends string>(
  key: Key,
  value: unknown,
): { readonly [One in Key]?: number } {
  return typeof value === "number" && value < 0 ? {} : finite(key, value);
}

/** Also reports an expression that a validator should not run. */
function isPattern(
  pattern: string,
  pointer: string,
  { file, report }: BuildContext,
): boolean {
  const shown = JSON.stringify(
    pattern.length > longestShown
      ? `${pattern.slice(0, longestShown)}…`
      : pattern,
  );
  const isDeep = quantifiedDepth(pattern) > deepestQuantified;
  if (isDeep) {
    report(
      createDiagnostic(
        "schema/wrong-pattern",
        { file, pointer },
        `${shown} repeats what repeats, more than ${deepestQuantified} deep; values are not checked against it`,
        "write it without nested quantifiers",
      ),
    );
    return false;
  }
  try {
    // Compiled when it is first used: some are valid and too large to be.
    new RegExp(pattern, "u").test("");
  } catch (error) {
    const isTooLarge =
      error instanceof Error && /too large/i.test(error.message);
    report(
      createDiagnostic(
        "schema/wrong-pattern",
        { file, pointer },
        isTooLarge
          ? `${shown} is too large to be compiled; values are not checked against it`
          : `${shown} is no regular expression; values are not checked against it`,
        isTooLarge ? "lower its quantifiers, or use maxLength" : undefined,
      ),
    );
    return false;
  }
  if (backtracks(pattern)) {
    report(
      createDiagnostic(
        "schema/slow-pattern",
        { file, pointer },
        `${shown} can take time that doubles with each character of a value that does not match`,
      ),
    );
  }
  return true;
}

/** An engine takes exponential memory or time for more, and can end the process. */
const deepestQuantified = 50;

/** How many groups that are repeated stand in one another. */
function quantifiedDepth(pattern: string): number {
  const deepest = [0];
  const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|\(|\)(?:[*+?]|\{\d)?/gsu;
  for (const [token] of pattern.matchAll(tokens)) {
    if (token === "(") deepest.push(0);
    if (!token.startsWith(")") || deepest.length < 2) continue;
    const inner = (deepest.pop() ?? 0) + (token.length > 1 ? 1 : 0);
    deepest.push(Math.max(deepest.pop() ?? 0, inner));
  }
  return Math.max(...deepest.slice(0, 1), ...deepest.slice(-1));
}

/** Of a pattern, in a message. */
const longestShown = 200;
