// The body of a request → what is sent in it, and whether it has to be.

import type { RequestBody } from "../../model/operation.js";
import type { OperationContext } from "./operation-context.js";
import { readContent } from "./read-content.js";

/**
 * Null where nothing can be sent.
 * @see https://spec.openapis.org/oas/v3.1.1#request-body-object
 */
export function readBody(
  value: unknown,
  pointer: string,
  context: OperationContext,
): RequestBody | null {
  if (value === undefined) return null;
  const part = context.parts.read(value, pointer);
  if (part === null) return null;
  const at = `${part.pointer}/content`;
  const type = readContent(part.raw.content, at, "request", context);
  if (type === null || type.kind === "emptyObject") return null;
  const required =
    part.raw.required === true ||
    (type.kind === "object" && type.fields.some((field) => field.required));
  return { required, type };
}
