// A `required` whose properties another schema declares: in `allOf [A,
// {required: [x]}]`, it applies to the properties of A.

import type { RawSchema } from "../../dialects/dialect.js";
import { requireNamed } from "../../ir/query/require-named.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { isRecord } from "./read-schema.js";

/** The names in `required` that the schema does not declare itself. */
export function requiredElsewhere(schema: RawSchema): string[] {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return [];
  const declared = isRecord(properties) ? properties : {};
  return required.filter(
    (name): name is string =>
      typeof name === "string" && !Object.hasOwn(declared, name),
  );
}

/** The schema with only the names in `required` that it declares itself. */
export function withoutElsewhere(schema: RawSchema): RawSchema {
  const elsewhere: ReadonlySet<unknown> = new Set(requiredElsewhere(schema));
  if (elsewhere.size === 0 || !Array.isArray(schema.required)) return schema;
  const required = schema.required.filter((name) => !elsewhere.has(name));
  return { ...schema, required };
}

/** True for `{required: [x]}`, with or without `type: object`. */
export function hasOnlyRequired(schema: unknown): boolean {
  return (
    isRecord(schema) &&
    Array.isArray(schema.required) &&
    Object.keys(schema).every(
      (key) =>
        key === "required" || (key === "type" && schema.type === "object"),
    )
  );
}

/**
 * Requires the named properties of each part. For a reference, a later pass
 * checks whether the model has them, once all models are known.
 */
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
