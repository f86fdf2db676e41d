// `required` beside other schemas than the one that declares the properties: in
// `allOf [A, {required: [x]}]` it is said of A.

import type { RawSchema } from "../../dialects/dialect.js";
import { requireNamed } from "../../ir/query/require-named.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { isRecord } from "./read-schema.js";

/** The names in `required` that the schema itself does not declare. */
export function requiredElsewhere(schema: RawSchema): string[] {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return [];
  const declared = isRecord(properties) ? properties : {};
  return required.filter(
    (name): name is string =>
      typeof name === "string" && !Object.hasOwn(declared, name),
  );
}

/** The schema, requiring of the properties that it declares itself. */
export function withoutElsewhere(schema: RawSchema): RawSchema {
  const elsewhere: ReadonlySet<unknown> = new Set(requiredElsewhere(schema));
  if (elsewhere.size === 0 || !Array.isArray(schema.required)) return schema;
  const required = schema.required.filter((name) => !elsewhere.has(name));
  return { ...schema, required };
}

/** `{required: [x]}`, perhaps with a `type: object` that says no more. */
export function saysOnlyRequired(schema: unknown): boolean {
  return (
    isRecord(schema) &&
    Array.isArray(schema.required) &&
    Object.keys(schema).every(
      (key) =>
        key === "required" || (key === "type" && schema.type === "object"),
    )
  );
}

/** Whether a model has such a property is seen once all models are known. */
export function requireFields(
  parts: readonly TypeExpr[],
  names: readonly string[],
): readonly TypeExpr[] {
  if (names.length === 0) return parts;
  return parts.map((part): TypeExpr => {
    if (part.kind === "reference") {
      return { kind: "withRequired", type: part, names };
    }
    if (part.kind === "intersection") {
      const members = requireFields(part.members, names);
      return { ...part, members };
    }
    if (part.kind !== "object") return part;
    return { ...part, fields: requireNamed(part.fields, names) };
  });
}
