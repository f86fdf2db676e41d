// The body of a request → what is sent in it, and whether it has to be.

import type { Direction } from "../../dialects/dialect.js";
import type { Content } from "../../ir/operation.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { OperationContext } from "./operation-context.js";
import { listContent, uniteContent } from "./read-content.js";

/**
 * Null where nothing can be sent.
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
  const held = listContent(part.raw.content, at, direction, context);
  const type = uniteContent(held, direction, context);
  if (type === null || type.kind === "emptyObject") return null;
  return { required: part.raw.required === true || needsFields(type), type };
}

/** A body that has to hold something has to be there, whatever is said of it. */
function needsFields(type: TypeExpr): boolean {
  if (type.kind === "union") return type.members.every(needsFields);
  return type.kind === "object" && type.fields.some((field) => field.required);
}
