// A part of a document that is not a schema → the schema in it. Some documents
// reference a parameter or a response where they mean its schema.

import { appendPointer, resolvePointer } from "../../document/pointer.js";
import { isRecord } from "../schema/read-schema.js";

/**
 * `#/components/parameters/page → #/components/parameters/page/schema`. Works
 * for parts with a `schema`, such as parameters, headers and media types, and
 * for parts whose `content` has exactly one media type. Null if there is no
 * schema, or more than one.
 */
export function findContentSchema(
  root: unknown,
  pointer: string,
): string | null {
  const part = resolvePointer(root, pointer);
  if (!isRecord(part)) return null;
  if (part.schema !== undefined) return appendPointer(pointer, "schema");
  if (!isRecord(part.content)) return null;
  const [name, ...others] = Object.keys(part.content);
  if (name === undefined || others.length > 0) return null;
  const media = part.content[name];
  return isRecord(media) && media.schema !== undefined
    ? appendPointer(pointer, "content", name, "schema")
    : null;
}
