// The media types of a body, a response or a parameter → their schemas, and
// one type for all of them.

import type { Direction } from "../../dialects/dialect.js";
import { appendPointer } from "../../document/pointer.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import { combineUnion } from "../../ir/query/combine-types.js";
import { identityText } from "../../ir/query/identity-text.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { isBytesMediaType, isTextMediaType } from "../schema/media-types.js";
import { isRecord } from "../schema/read-schema.js";
import type { Part } from "./create-part-reader.js";
import { describeFiles } from "./describe-files.js";
import type { OperationContext } from "./operation-context.js";

/** The schema of a media type, which is not built yet, and its location. */
export interface ContentEntry {
  readonly schema: unknown;
  readonly pointer: string;
  /**
   * True if the schema describes one item of a stream; the body is an array of
   * them.
   * @see https://spec.openapis.org/oas/v3.2.0#sequential-media-types
   */
  readonly isItem: boolean;
  /** True for the schema of a model, which is read in place and reported elsewhere. */
  readonly isShared: boolean;
}

/**
 * Lists the schemas of all media types. For a response, JSON wins if there is
 * any: the client chooses the media type, and asks for data that it can read.
 * @see https://spec.openapis.org/oas/v3.1.1#media-type-object
 */
export function listContent(
  content: unknown,
  pointer: string,
  direction: Direction,
  context: OperationContext,
): ContentEntry[] {
  const { parts, references } = context;
  if (content === undefined) return [];
  const listed = parts.read(content, pointer, null);
  if (listed === null) return [];
  // Sorted by name, because the order of keys has no meaning.
  const names = sortedByBytes(Object.keys(listed.raw), (name) => name);
  const json = names.filter((name) => /\bjson\b/i.test(name));
  const chosen = direction === "response" && json.length > 0 ? json : names;
  reportOthers(listed, chosen, context);
  return chosen.flatMap((name): ContentEntry[] => {
    const at = appendPointer(listed.pointer, name);
    const media = parts.read(listed.raw[name], at, "a media type");
    if (media === null) return [];
    const { encoding, itemSchema, schema } = media.raw;
    const pointerOf = (field: string) => `${media.pointer}/${field}`;
    if (schema === undefined && itemSchema !== undefined) {
      return [
        {
          ...{ schema: itemSchema, pointer: pointerOf("itemSchema") },
          ...{ isItem: true, isShared: false },
        },
      ];
    }
    const own = {
      schema: isUndescribed(schema, name) ? impliedSchema(name) : schema,
      pointer: pointerOf("schema"),
    };
    const isForm = /^multipart\//i.test(name);
    const effective = isForm ? describeFiles(own, encoding, references) : own;
    const isShared = effective.pointer !== own.pointer;
    return [{ ...effective, isItem: false, isShared }];
  });
}

/** Reports the media types whose schemas differ from those of all chosen ones. */
function reportOthers(
  { raw, pointer }: Part,
  chosen: readonly string[],
  { reportOnce }: OperationContext,
): void {
  const schemaOf = (name: string) => {
    const media = raw[name];
    return isRecord(media) ? media.schema : undefined;
  };
  const known = new Set(chosen.map((name) => identityText(schemaOf(name))));
  const names = Object.keys(raw).filter(
    (name) => !chosen.includes(name) && !name.startsWith("x-"),
  );
  for (const name of names) {
    const schema = schemaOf(name);
    if (schema === undefined || known.has(identityText(schema))) continue;
    reportOnce(
      "operation/other-media-type",
      appendPointer(pointer, name),
      `${JSON.stringify(name)} has another schema than ${JSON.stringify(chosen[0])}, whose type the response has`,
    );
  }
}

/** The union of the distinct types, in their order; null for an empty list. */
export function uniteContent(
  entries: readonly ContentEntry[],
  direction: Direction,
  context: OperationContext,
): TypeExpr | null {
  if (entries.length === 0) return null;
  // Equal schemas are one type, even without a name.
  const distinct = new Map<string, ContentEntry>();
  for (const entry of entries) {
    const key =
      entries.length === 1
        ? ""
        : `${entry.isItem} ${identityText(entry.schema)}`;
    if (!distinct.has(key)) distinct.set(key, entry);
  }
  const types = [...distinct.values()].map(
    ({ schema, pointer, isItem, isShared }): TypeExpr => {
      const rules = isShared ? context.silent : context;
      const type = rules[direction].build(schema, pointer);
      return isItem ? { kind: "array", items: type } : type;
    },
  );
  // A media type without a schema does not widen the union to any value.
  const known = types.filter(({ kind }) => kind !== "anyValue");
  return combineUnion(known.length > 0 ? known : types);
}

/** True also for a string without format where the media type is one of bytes. */
function isUndescribed(schema: unknown, mediaType: string): boolean {
  if (schema === undefined) return true;
  if (!isRecord(schema)) return false;
  const keys = Object.keys(schema).filter((key) => key !== "description");
  return (
    Object.keys(schema).length === 0 ||
    (isBytesMediaType(mediaType) &&
      schema.type === "string" &&
      keys.length === 1)
  );
}

/**
 * The schema that the name of a media type implies, if it has no schema.
 * @see https://spec.openapis.org/oas/v3.1.1#considerations-for-file-uploads
 */
function impliedSchema(mediaType: string): unknown {
  if (isTextMediaType(mediaType)) return { type: "string" };
  if (isBytesMediaType(mediaType)) return { type: "string", format: "binary" };
  return true;
}
