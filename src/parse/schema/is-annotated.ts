// `readOnly` and `writeOnly` of a property, also if they are in the schema that
// it refers to.

import type { ReferenceReader } from "../references/create-reference-reader.js";
import { isRecord } from "./read-schema.js";

/** The limit on references and branches that are followed for one property. */
const mostFollowed = 100;

/**
 * Annotations of the target of a `$ref` and of all branches of an `allOf` apply to the
 * value. Those of a union's branches apply to some values only.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-7.7.1
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
 */
export function isAnnotated(
  property: unknown,
  keyword: "readOnly" | "writeOnly",
  references: ReferenceReader,
): boolean {
  const pending = [property];
  const seen = new Set<unknown>();
  for (let steps = 0; steps < mostFollowed; steps++) {
    const schema = pending.pop();
    if (schema === undefined) return false;
    if (!isRecord(schema) || seen.has(schema)) continue;
    seen.add(schema);
    if (schema[keyword] === true) return true;
    const model = references.findModel(schema.$ref ?? schema.$dynamicRef);
    if (model !== null) pending.push(references.schemaOf(model));
    if (Array.isArray(schema.allOf)) pending.push(...schema.allOf);
  }
  return false;
}
