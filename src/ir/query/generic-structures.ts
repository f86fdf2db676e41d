// Short forms for the structures of generics, which dialects write out by hand.

import type { Field, ParameterType, TypeExpr } from "../type-expr.js";

/** The argument at `of`, or the string that has the constraints of the application. */
export function parameter(of: ParameterType["of"]): ParameterType {
  return { kind: "parameter", of };
}

export const plainString: TypeExpr = { kind: "string", format: null };

/** A property of a generic's structure: always there and never null, unless `facts` says so. */
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

/** An object of these properties, which a generic stands for. */
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
