// `const` and `enum` → the values themselves.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { combineNullable, combineUnion } from "../../model/combine-types.js";
import type { LiteralValue, TypeExpr } from "../../model/type-expr.js";
import type { GeneralRule } from "../rules.js";

/**
 * A value that is an array or an object has no literal type and counts as any value.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
 */
export const enumRule: GeneralRule = {
  says: 'const "a" → "a"; enum ["a", "b"] → "a" | "b"',
  build(schema, pointer, { context, dialect }) {
    const listed = schema.const !== undefined ? [schema.const] : schema.enum;
    if (!Array.isArray(listed)) return null;
    const distinct = new Set<unknown>(listed);
    if (distinct.size < listed.length) {
      const twice = listed.find((value, i) => listed.indexOf(value) !== i);
      context.report(
        createDiagnostic(
          "schema/duplicate-value",
          { file: context.file, pointer: `${pointer}/enum` },
          `${JSON.stringify(twice)} is listed more than once`,
        ),
      );
    }
    const values = [...distinct].filter(isLiteral);
    const others = [...distinct].some(
      (value) => value !== null && !isLiteral(value),
    );
    if (others) return { kind: "anyValue" };
    const opens = dialect.opensEnums && context.direction === "response";
    const type = literals(values, opens);
    return distinct.has(null)
      ? type.kind === "noValue"
        ? { kind: "null" }
        : combineNullable(type)
      : type;
  },
};

function literals(values: readonly LiteralValue[], opens: boolean): TypeExpr {
  const [first, ...others] = values;
  if (first === undefined) return combineUnion([]);
  if (others.length === 0) return { kind: "literal", value: first };
  const bothBooleans =
    values.length === 2 && values.every((value) => typeof value === "boolean");
  if (bothBooleans) return { kind: "boolean" };
  const ofStrings = values.every((value) => typeof value === "string");
  return { kind: "enum", values, open: opens && ofStrings };
}

function isLiteral(value: unknown): value is LiteralValue {
  return (
    typeof value === "string" ||
    Number.isFinite(value) || // `.inf` and `.nan` of YAML have no literal
    typeof value === "boolean"
  );
}
