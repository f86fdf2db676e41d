// A request body → its type, and whether it is required.

import type { Direction } from "../../dialects/dialect.js";
import type { Content } from "../../ir/operation.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { OperationContext } from "./operation-context.js";
import { listContent, uniteContent } from "./read-content.js";

/**
 * Null for a missing body, or an object without properties.
 * @see https://spec.openapis.org/oas/v3.1.1#request-body-object
 */
export function readBody(
  value: unknown,
  pointer: string,
  direction: Direction,
  context: OperationContext,
): Content | null {
  if (value === undefined) return null;
  const part = context.parts.read(value, pointer, "a request body");
  if (part === null) return null;
  const at = `${part.pointer}/content`;
  const entries = listContent(part.raw.content, at, direction, context);
  const type = uniteContent(entries, direction, context);
  if (type === null || type.kind === "emptyObject") return null;
  return { required: part.raw.required === true || needsFields(type), type };
}

/** A body with required properties is required, even if the document does not declare it so. */
function needsFields(type: TypeExpr): boolean {
  if (type.kind === "union") return type.members.every(needsFields);
  return type.kind === "object" && type.fields.some((field) => field.required);
}
