// The media types of a body, an answer or a parameter → the schemas of what they
// hold, and one type for several of them.

import type { Direction } from "../../dialects/dialect.js";
import { appendPointer } from "../../document/pointer.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import { combineUnion } from "../../ir/query/combine-types.js";
import { identityText } from "../../ir/query/identity-text.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { isRecord } from "../schema/read-schema.js";
import type { OperationContext } from "./operation-context.js";

/** A schema that was not built yet, and where it stands. */
export interface ContentEntry {
  readonly schema: unknown;
  readonly pointer: string;
  /**
   * Whether it is of one of the items that come one after the other. All of them
   * are an array, as the specification has it of such media types.
   * @see https://spec.openapis.org/oas/v3.2.0#sequential-media-types
   */
  readonly isItem: boolean;
}

/**
 * What is sent may be of any of the media types. Of an answer it is JSON, where
 * there is any: which one comes a client says, and it asks for data that it can read.
 * @see https://spec.openapis.org/oas/v3.1.1#media-type-object
 */
export function listContent(
  content: unknown,
  pointer: string,
  direction: Direction,
  { parts }: OperationContext,
): ContentEntry[] {
  if (content === undefined) return [];
  const listed = parts.read(content, pointer, null);
  if (listed === null) return [];
  // By name, as the order of keys means nothing.
  const names = sortedByBytes(Object.keys(listed.raw), (name) => name);
  const json = names.filter((name) => /\bjson\b/i.test(name));
  const chosen = direction === "response" && json.length > 0 ? json : names;
  return chosen.flatMap((name): ContentEntry[] => {
    const at = appendPointer(listed.pointer, name);
    const media = parts.read(listed.raw[name], at, "a media type");
    if (media === null) return [];
    const { itemSchema, schema } = media.raw;
    const place = (field: string) => `${media.pointer}/${field}`;
    if (schema === undefined && itemSchema !== undefined) {
      return [
        { schema: itemSchema, pointer: place("itemSchema"), isItem: true },
      ];
    }
    const said = saysNothing(schema) ? undescribed(name) : schema;
    return [{ schema: said, pointer: place("schema"), isItem: false }];
  });
}

/** Distinct types, in their order; null for none. */
export function uniteContent(
  held: readonly ContentEntry[],
  direction: Direction,
  context: OperationContext,
): TypeExpr | null {
  if (held.length === 0) return null;
  // What is written twice is one type, also where it has no name.
  const distinct = new Map<string, ContentEntry>();
  for (const one of held) {
    const key =
      held.length === 1 ? "" : `${one.isItem} ${identityText(one.schema)}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  const types = [...distinct.values()].map(
    ({ schema, pointer, isItem }): TypeExpr => {
      const type = context[direction].build(schema, pointer);
      return isItem ? { kind: "array", items: type } : type;
    },
  );
  // A media type of which nothing is said says nothing against the others.
  const known = types.filter(({ kind }) => kind !== "anyValue");
  return combineUnion(known.length > 0 ? known : types);
}

function saysNothing(schema: unknown): boolean {
  return (
    schema === undefined ||
    (isRecord(schema) && Object.keys(schema).length === 0)
  );
}

const text = /^text\//i;
const bytes =
  /^((audio|font|image|video)\/(?!svg)|application\/(octet-stream|pdf|zip|gzip|x-tar)\b)/i;

/**
 * What the name of a media type says where no schema does.
 * @see https://spec.openapis.org/oas/v3.1.1#considerations-for-file-uploads
 */
function undescribed(mediaType: string): unknown {
  if (text.test(mediaType)) return { type: "string" };
  if (bytes.test(mediaType)) return { type: "string", format: "binary" };
  return true;
}
