// The schema of a form of several parts → the same, with the files that only the
// media type or `encoding` reveals: a part with `contentType: image/png` and no type of
// its own is bytes.

import { appendPointer } from "../../document/pointer.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";
import { formatOfContent, isBytesMediaType } from "../schema/media-types.js";
import { isRecord } from "../schema/read-schema.js";

type RawObject = Readonly<Record<string, unknown>>;

/** A schema and its location. */
export interface LocatedSchema {
  readonly schema: unknown;
  readonly pointer: string;
}

/** The limit on references that are followed to the schema of a form. */
const mostReferences = 100;

/**
 * A form that a `$ref` leads to is read in place if it has files: a file is bytes in
 * the form, and text wherever else the same schema describes JSON.
 * @see https://spec.openapis.org/oas/v3.1.1#encoding-object
 */
export function describeFiles(
  form: LocatedSchema,
  encoding: unknown,
  references: ReferenceReader,
): LocatedSchema {
  const { schema, pointer } = followReferences(form, references);
  if (!isRecord(schema) || !isRecord(schema.properties)) return form;
  const encodings = isRecord(encoding) ? encoding : {};
  const properties = Object.entries(schema.properties);
  const described = properties.map(([name, property]) => [
    name,
    describeFormPart(property, encodings[name]),
  ]);
  const isChanged = described.some(
    ([, property], index) => property !== properties[index]?.[1],
  );
  const hasFiles = described.some(([, property]) => isFile(property));
  return isChanged || hasFiles
    ? {
        schema: { ...schema, properties: Object.fromEntries(described) },
        pointer,
      }
    : form;
}

function followReferences(
  form: LocatedSchema,
  references: ReferenceReader,
): LocatedSchema {
  let { schema, pointer } = form;
  for (let steps = 0; steps < mostReferences; steps++) {
    const model = isRecord(schema) ? references.findModel(schema.$ref) : null;
    if (model === null || !isRecord(schema) || hasOtherKeywords(schema)) break;
    pointer = appendPointer("#/components/schemas", model);
    schema = references.schemaOf(model);
  }
  // The location of an inline schema is not that of a named one.
  return references.findModel(pointer) === null && pointer !== form.pointer
    ? form
    : { schema, pointer };
}

/** True for a reference with keywords beside it that change its type. */
function hasOtherKeywords(schema: RawObject): boolean {
  return Object.keys(schema).some(
    (key) => !["$ref", "description", "summary", "title"].includes(key),
  );
}

function describeFormPart(property: unknown, encoding: unknown): unknown {
  const { contentType } = isRecord(encoding) ? encoding : {};
  if (typeof contentType !== "string") return property;
  const isBytes = contentType
    .split(",")
    .every((one) => isBytesMediaType(one.trim()));
  if (!isBytes || !isRecord(property)) return property;
  if (property.type === "array" || property.items !== undefined) {
    const items = asBytes(isRecord(property.items) ? property.items : {});
    return items === property.items ? property : { ...property, items };
  }
  return asBytes(property);
}

/** A schema that may be text, and says neither which nor how it is encoded. */
function asBytes(schema: RawObject): RawObject {
  const { type, contentEncoding } = schema;
  const isOpen = Object.keys(schema).every((key) =>
    ["description", "title", "type", "contentMediaType"].includes(key),
  );
  return isOpen &&
    (type === undefined || type === "string") &&
    contentEncoding === undefined
    ? { ...schema, type: "string", format: "binary" }
    : schema;
}

function isFile(property: unknown): boolean {
  if (!isRecord(property)) return false;
  return (
    formatOfContent(property) === "binary" ||
    (isRecord(property.items) && formatOfContent(property.items) === "binary")
  );
}
