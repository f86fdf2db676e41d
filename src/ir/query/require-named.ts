// Marks the named fields as required: applies a `required` outside of the schema
// that declares them.

import type { Field } from "../type-expr.js";

export function requireNamed(
  fields: readonly Field[],
  names: readonly string[],
): readonly Field[] {
  const required = new Set(names);
  return fields.map((field) =>
    required.has(field.name)
      ? { ...field, required: true, present: true }
      : field,
  );
}
