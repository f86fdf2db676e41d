// `const` and `enum` → the values themselves.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { combineUnion } from "../../model/combine-types.js";
import type {
  EnumNote,
  LiteralValue,
  TypeExpr,
} from "../../model/type-expr.js";
import { nothing, readEnumNotes } from "../read-enum-notes.js";
import type { GeneralRule } from "../rules.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
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
    const opens = dialect.opensEnums && context.direction === "response";
    const notes = readEnumNotes(schema, listed, dialect);
    const said = notes && values.map((value) => notes.get(value) ?? nothing);
    const types = [...distinct].flatMap((value) =>
      value === null || isLiteral(value) ? [] : [typeOfValue(value)],
    );
    const own = literals(values, opens, said);
    if (values.length === distinct.size) return own;
    return combineUnion([
      own,
      ...types,
      ...(distinct.has(null) ? [{ kind: "null" } as const] : []),
    ]);
  },
};

/** An array or an object has no literal type: what is known of it is that it is one. */
function typeOfValue(value: unknown): TypeExpr {
  if (Array.isArray(value)) {
    return { kind: "array", items: { kind: "anyValue" } };
  }
  return typeof value === "object"
    ? { kind: "opaqueObject" }
    : { kind: "anyValue" };
}

function literals(
  values: readonly LiteralValue[],
  opens: boolean,
  notes: readonly EnumNote[] | null,
): TypeExpr {
  const [first, ...others] = values;
  if (first === undefined) return combineUnion([]);
  if (others.length === 0) return { kind: "literal", value: first };
  const bothBooleans =
    values.length === 2 && values.every((value) => typeof value === "boolean");
  if (bothBooleans) return { kind: "boolean" };
  const ofStrings = values.every((value) => typeof value === "string");
  return { kind: "enum", values, open: opens && ofStrings, notes };
}

function isLiteral(value: unknown): value is LiteralValue {
  return (
    typeof value === "string" ||
    Number.isFinite(value) || // `.inf` and `.nan` of YAML have no literal
    typeof value === "boolean"
  );
}
