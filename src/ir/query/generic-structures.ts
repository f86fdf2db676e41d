// Helpers with which dialects write the structures of their generics.

import type { Field, ParameterType, TypeExpr } from "../type-expr.js";

/** A placeholder for the type argument at index `of`, or for the `constrained` string. */
export function parameter(of: ParameterType["of"]): ParameterType {
  return { kind: "parameter", of };
}

export const plainString: TypeExpr = { kind: "string", format: null };

/** A property of a generic's structure: required and not nullable, unless `facts` overrides it. */
export function genericField(
  name: string,
  type: TypeExpr,
  description: string | null,
  facts: Partial<Pick<Field, "nullable" | "present" | "required">> = {},
): Field {
  return {
    name,
    pointer: "",
    description,
    required: true,
    nullable: false,
    present: true,
    deprecated: false,
    default: null,
    readOnly: false,
    writeOnly: false,
    type,
    ...facts,
  };
}

/** An object type with these properties. */
export function genericObject(fields: readonly Field[]): TypeExpr {
  return {
    kind: "object",
    fields,
    additional: null,
    pointer: "",
    description: null,
    title: null,
  };
}
