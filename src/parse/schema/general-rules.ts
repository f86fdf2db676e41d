// The rules for every OpenAPI document, as an ordered table. The first rule
// that applies to a schema determines its type.

import type { RawSchema } from "../../dialects/dialect.js";
import {
  combineIntersection,
  combineUnion,
} from "../../ir/query/combine-types.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import {
  arrayKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
  type TypeOf,
} from "../../ir/walk/match-type.js";
import type { GeneralRule } from "./general-rule.js";
import { constraintKeywords, isConditional } from "./read-constraints.js";
import { isRecord } from "./read-schema.js";
import {
  hasOnlyRequired,
  requiredElsewhere,
  requireFields,
  withoutElsewhere,
} from "./require-fields.js";
import type { RuleContext } from "./rule-context.js";
import { arrayRule } from "./rules/array-rule.js";
import { enumRule } from "./rules/enum-rule.js";
import { objectRule } from "./rules/object-rule.js";
import { referenceRule } from "./rules/reference-rule.js";
import { scalarRule } from "./rules/scalar-rule.js";
import { isVariantOf, withoutVariants } from "./without-variants.js";

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
];

/**
 * A `type` beside a combiner repeats what its branches declare, so it is
 * ignored.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 */
const conjunctionRule: GeneralRule = {
  summary: "a combiner beside other keywords → the intersection of both",
  build(schema, pointer, { buildPart, references }) {
    const present = combined.filter((key) => schema[key] !== undefined);
    if (present.length === 0) return null; // most schemas have no combiner
    const own = typing.some((key) => schema[key] !== undefined);
    const required = requiredElsewhere(schema);
    const closed =
      schema.unevaluatedProperties === false &&
      !isConditional(schema) &&
      !present.some((key) => leavesOpen(schema[key], references));
    const isAlone = present.length === 1 && !own && required.length === 0;
    if (isAlone && !closed) return null;
    const { $ref, $dynamicRef, allOf, anyOf, oneOf, ...others } = schema;
    const { nullable, description, discriminator, ...rest } = others;
    // It applies to the properties of all combiners, and no single part has
    // all of them.
    const { unevaluatedProperties, ...open } = rest;
    const closes = unevaluatedProperties === false;
    const parts = present.map((key) =>
      buildPart({ [key]: schema[key] }, pointer),
    );
    if (own) {
      const part = closes
        ? open
        : isRecord(unevaluatedProperties)
          ? withOthers(open)
          : rest;
      parts.push(buildPart(withoutElsewhere(part), pointer));
    }
    const type = combineIntersection(requireFields(parts, required));
    return orOwnType(
      closed ? closeType(type) : type,
      schema,
      pointer,
      buildPart,
    );
  },
};

/**
 * The schema for unevaluated properties does not become an index signature,
 * because the properties of the other parts would have to match it too.
 */
function withOthers(schema: RawSchema): RawSchema {
  return { additionalProperties: true, ...schema };
}

/** True if some branch evaluates all properties by `unevaluatedProperties: true`. */
function leavesOpen(
  branches: unknown,
  references: RuleContext["references"],
): boolean {
  if (!Array.isArray(branches)) return false;
  return branches.filter(isRecord).some((branch) => {
    const model = references.findModel(branch.$ref);
    const schema = model === null ? branch : references.schemaOf(model);
    return isRecord(schema) && schema.unevaluatedProperties === true;
  });
}

/** Forbids all properties that no part of the type lists. */
function closeType(type: TypeExpr): TypeExpr {
  return matchType(type, closingCases);
}

type ClosableKind =
  | "emptyObject"
  | "intersection"
  | "object"
  | "reference"
  | "union";

const closingCases: TypeCases<TypeExpr> = {
  ...casesOf(scalarKinds, (type: TypeExpr) => type),
  ...casesOf(arrayKinds, (type: TypeExpr) => type),
  ...casesOf(
    ["generic", "map", "parameter", "unknownObject"] as const,
    (type: TypeExpr) => type,
  ),
  ...casesOf(
    ["emptyObject", "intersection", "object", "reference", "union"] as const,
    (type: TypeOf<ClosableKind>): TypeExpr => ({
      ...type,
      constraints: { ...type.constraints, closed: true },
    }),
  ),
  withRequired: (type) => ({
    ...type,
    type: { ...type.type, constraints: { closed: true } },
  }),
  nullable: (type) => ({ ...type, type: closeType(type.type) }),
};

const allOfRule: GeneralRule = {
  summary:
    "allOf [A, B] → A & B; allOf [A, {required: [x]}] → A & Required<Pick<A, x>>",
  build(schema, pointer, { context, buildPart, references }) {
    if (!Array.isArray(schema.allOf)) return null;
    const branches: readonly unknown[] = schema.allOf;
    const required = branches.flatMap((branch) =>
      isRecord(branch) ? requiredElsewhere(branch) : [],
    );
    const parts = branches
      .map((branch, index) => {
        const at = `${pointer}/allOf/${index}`;
        return isRecord(branch) && isVariantOf(branch, pointer, references)
          ? buildPart(withoutVariants(branch, references), at)
          : context.build(branch, at);
      })
      .filter((_part, index) => !hasOnlyRequired(branches[index]));
    return orOwnType(
      combineIntersection(requireFields(parts, required)),
      schema,
      pointer,
      buildPart,
    );
  },
};

/**
 * A `oneOf` is a union like an `anyOf`: types cannot express that exactly one
 * branch matches. The union is marked as `exclusive` for run-time checks.
 */
const unionRule: GeneralRule = {
  summary: "anyOf [A, B] or oneOf [A, B] → A | B",
  build(schema, pointer, { context, buildPart }) {
    for (const key of ["anyOf", "oneOf"] as const) {
      const branches = schema[key];
      if (!Array.isArray(branches)) continue;
      const constants = enumOfConstants(branches);
      if (constants !== null) return buildPart(constants, pointer);
      const built = buildEach(branches, `${pointer}/${key}`, context);
      const union = combineUnion(built);
      const isExclusive = key === "oneOf";
      const type = isExclusive ? markExclusive(union, built) : union;
      return orOwnType(type, schema, pointer, buildPart);
    }
    return null;
  },
};

/**
 * Marks a union as exclusive if each branch is one of its members. Otherwise,
 * branches were merged, and values of two branches cannot be recognized.
 */
function markExclusive(
  union: TypeExpr,
  branches: readonly TypeExpr[],
): TypeExpr {
  if (union.kind === "nullable") {
    return { ...union, type: markExclusive(union.type, branches) };
  }
  const members = branches
    .map((one) => (one.kind === "nullable" ? one.type : one))
    .filter(({ kind }) => kind !== "null" && kind !== "noValue");
  return union.kind === "union" &&
    union.members.length === members.length &&
    members.every(({ kind }) => kind !== "union")
    ? { ...union, exclusive: true }
    : union;
}

const typeArrayRule: GeneralRule = {
  summary: "type [A, B] → A | B, each with the keywords beside it",
  build(schema, pointer, { buildPart }) {
    return Array.isArray(schema.type)
      ? combineUnion(
          schema.type.map((type: unknown) =>
            buildPart({ ...schema, type }, pointer),
          ),
        )
      : null;
  },
};

/** Some documents describe enum values by `oneOf: [{const: a, title: A}, …]`. */
function enumOfConstants(branches: readonly unknown[]): RawSchema | null {
  const listed = branches.filter(isRecord);
  const isConstants =
    listed.length > 1 &&
    listed.length === branches.length &&
    listed.every(
      (branch) =>
        typeof branch.const === "string" || typeof branch.const === "number",
    );
  if (!isConstants) return null;
  return {
    enum: listed.map((branch) => branch.const),
    "x-enum-descriptions": listed.map(
      ({ description, title }) => description ?? title,
    ),
  };
}

/**
 * The type that stands beside combiners without any type of their own, such as
 * `{type: string, allOf: [{maxLength: 3}]}`.
 */
function orOwnType(
  type: TypeExpr,
  schema: RawSchema,
  pointer: string,
  buildPart: RuleContext["buildPart"],
): TypeExpr {
  if (type.kind !== "anyValue" || schema.type === undefined) return type;
  const constraints = constraintKeywords.flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schema[key]] as const],
  );
  const { type: own, format } = schema;
  return buildPart(
    { type: own, format, ...Object.fromEntries(constraints) },
    pointer,
  );
}

function buildEach(
  schemas: readonly unknown[],
  pointer: string,
  context: RuleContext["context"],
): TypeExpr[] {
  return schemas.map((schema, index) =>
    context.build(schema, `${pointer}/${index}`),
  );
}

/** In order: combiners come before the keywords beside them. */
export const generalRules: readonly GeneralRule[] = [
  conjunctionRule,
  referenceRule,
  allOfRule,
  unionRule,
  enumRule,
  typeArrayRule,
  objectRule,
  arrayRule,
  scalarRule,
];
