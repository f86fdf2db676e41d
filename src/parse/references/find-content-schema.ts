// A part of a document that is no schema → the one schema that it holds. Some
// documents refer to a parameter or a response where they mean what is in it.

import { appendPointer, resolvePointer } from "../../document/pointer.js";
import { isRecord } from "../schema/read-schema.js";

/**
 * `#/components/parameters/page → #/components/parameters/page/schema`: of a parameter,
 * a header or a media type, and of whatever has one media type. Null where there is no
 * schema, or where there are several to choose from.
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
