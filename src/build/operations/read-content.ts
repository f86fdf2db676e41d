// The media types of a body, an answer or a parameter → the type of what they hold.

import type { Direction } from "../../dialects/dialect.js";
import type { TypeExpr } from "../../model/type-expr.js";
import { appendPointer } from "../../spec/pointer.js";
import { isRecord } from "../read-schema.js";
import type { OperationContext } from "./operation-context.js";

/**
 * The type of the media type that holds data best: JSON where there is any, else
 * the first. Null where there is no content.
 */
export function readContent(
  value: unknown,
  pointer: string,
  direction: Direction,
  context: OperationContext,
): TypeExpr | null {
  if (!isRecord(value)) return null;
  const types = Object.keys(value);
  const chosen = types.find((type) => /\bjson\b/.test(type)) ?? types[0];
  if (chosen === undefined) return null;
  const at = appendPointer(pointer, chosen);
  const media = context.parts.read(value[chosen], at);
  if (media === null) return null;
  // Content of which nothing more is said can be any value.
  return context[direction].build(
    media.raw.schema ?? true,
    `${media.pointer}/schema`,
  );
}
