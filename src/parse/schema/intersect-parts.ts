// The parts of one schema (its own keywords, and each branch of a combiner) →
// the type of the values that satisfy all of them. A part that adds nothing
// is left out, and a contradiction is reported.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { bareTypesOf } from "../../ir/query/bare-types-of.js";
import {
  combineIntersection,
  combineNullable,
} from "../../ir/query/combine-types.js";
import {
  allTypes,
  intersectJsonTypes,
  isWithinTypes,
  type JsonTypes,
  jsonTypesIn,
} from "../../ir/query/json-types.js";
import { narrowType } from "../../ir/query/narrow-type.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { assertedTypesOf, jsonTypesOf } from "./json-types-of.js";
import { isRecord } from "./read-schema.js";
import type { RuleContext } from "./rule-context.js";

/** One assertion about a value: a schema, or some keywords of one. */
export interface SchemaPart {
  readonly schema: unknown;
  readonly type: TypeExpr;
  /** Its location in the document. */
  readonly pointer: string;
}

/** A part, and the JSON types that it allows. */
interface TypedPart extends SchemaPart {
  readonly types: JsonTypes;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-7.6.1 */
export function intersectParts(
  parts: readonly SchemaPart[],
  pointer: string,
  rules: RuleContext,
): TypeExpr {
  const typed = withTypes(parts, rules);
  const common = typed
    .map(({ types }) => types)
    .reduce(intersectJsonTypes, allTypes);
  const { file, report } = rules.context;
  if (common.size === 0 && typed.every(({ types }) => types.size > 0)) {
    report(
      createDiagnostic(
        "schema/contradiction",
        { file, pointer },
        "no value satisfies all parts of this schema: their types exclude each other",
      ),
    );
    return { kind: "noValue" };
  }
  if (!common.has("null")) {
    for (const part of typed) reportLostNull(part, rules);
  }
  const { references } = rules;
  const ofModel = (model: string) =>
    jsonTypesOf(references.schemaOf(model), references);
  const narrowed = typed.map((part) => {
    const type = narrowType(part.type, common, ofModel);
    // A referenced schema keeps its declared types.
    const left = jsonTypesIn(type, ofModel);
    return { ...part, type, types: intersectJsonTypes(part.types, left) };
  });
  const type = combineIntersection(
    withoutEmptyParts(narrowed).map((part) => part.type),
  );
  const isNullable =
    common.has("null") && parts.some((part) => part.type.kind === "nullable");
  return isNullable ? combineNullable(type) : type;
}

/**
 * Object keywords restrict only objects. A part without `type` that has only
 * these keywords is dropped if the other parts do not allow objects.
 */
function withTypes(
  parts: readonly SchemaPart[],
  { references }: RuleContext,
): readonly TypedPart[] {
  const asserted = parts
    .map(({ schema }) => assertedTypesOf(schema, references))
    .reduce(intersectJsonTypes, allTypes);
  return parts.flatMap((part) => {
    const types = jsonTypesOf(part.schema, references);
    const isIrrelevant =
      asserted.size > 0 && intersectJsonTypes(types, asserted).size === 0;
    return isIrrelevant ? [] : [{ ...part, types }];
  });
}

/** `null` that a part lists, and that another part excludes. */
function reportLostNull(
  { schema, pointer }: TypedPart,
  { context: { file, report } }: RuleContext,
): void {
  if (!isRecord(schema)) return;
  const listed = Array.isArray(schema.type) && schema.type.includes("null");
  if (!listed && schema.nullable !== true) return;
  const keyword = listed ? "type" : "nullable";
  report(
    createDiagnostic(
      "schema/unreachable-null",
      { file, pointer: `${pointer}/${keyword}` },
      `"${keyword}" allows null, but another part of the schema excludes it`,
    ),
  );
}

/** Leaves out the parts whose types the others imply: `Kid & object → Kid`. */
function withoutEmptyParts(parts: readonly TypedPart[]): readonly TypedPart[] {
  return parts.reduce<readonly TypedPart[]>((kept, part) => {
    const allowed = bareTypesOf(part.type);
    if (allowed === null) return kept;
    const others = kept.filter((other) => other !== part);
    const left = others
      .map(({ types }) => types)
      .reduce(intersectJsonTypes, allTypes);
    return others.length > 0 && isWithinTypes(left, allowed) ? others : kept;
  }, parts);
}
