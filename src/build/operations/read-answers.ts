// The responses of an operation → the type of what it answers.

import type { TypeExpr } from "../../model/type-expr.js";
import { appendPointer } from "../../spec/pointer.js";
import type { OperationContext } from "./operation-context.js";
import { readContent } from "./read-content.js";

/**
 * The answer of the first status that tells of success.
 * @see https://spec.openapis.org/oas/v3.1.1#responses-object
 */
export function readAnswer(
  value: unknown,
  pointer: string,
  context: OperationContext,
): TypeExpr | null {
  if (value === undefined) return null;
  const { parts } = context;
  const responses = parts.read(value, pointer);
  const statuses = Object.keys(responses?.raw ?? {}).sort();
  const success =
    statuses.find((status) => /^2(\d\d|XX)$/i.test(status)) ??
    statuses.find((status) => status === "default");
  if (responses === null || success === undefined) return null;
  const at = appendPointer(responses.pointer, success);
  const response = parts.read(responses.raw[success], at);
  if (response === null) return null;
  const content = `${response.pointer}/content`;
  return readContent(response.raw.content, content, "response", context);
}
