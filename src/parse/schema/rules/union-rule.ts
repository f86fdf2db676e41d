// `anyOf` and `oneOf` → a union.

import type { RawSchema } from "../../../dialects/dialect.js";
import { combineUnion } from "../../../ir/query/combine-types.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import type { GeneralRule } from "../general-rule.js";
import { isRecord } from "../read-schema.js";

/**
 * A `oneOf` is a union like an `anyOf`: types cannot express that exactly one
 * branch matches. The union is marked as `exclusive` for run-time checks.
 */
export const unionRule: GeneralRule = {
  summary: "anyOf [A, B] or oneOf [A, B] → A | B",
  build(schema, pointer, { context, buildPart }) {
    for (const key of ["anyOf", "oneOf"] as const) {
      const branches = schema[key];
      if (!Array.isArray(branches)) continue;
      const constants = enumOfConstants(branches);
      if (constants !== null) return buildPart(constants, pointer);
      const built = branches.map((branch: unknown, index) =>
        context.build(branch, `${pointer}/${key}/${index}`),
      );
      const union = combineUnion(built);
      const isExclusive = key === "oneOf";
      return isExclusive ? markExclusive(union, built) : union;
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
