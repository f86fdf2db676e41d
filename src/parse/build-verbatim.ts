// A parsed document → the verbatim reading of each schema. Separate from
// building models, because few targets need it.

import type { RawSchema } from "../dialects/dialect.js";
import type { SpecDocument } from "../document/parse-spec.js";
import { appendPointer } from "../document/pointer.js";
import type {
  VerbatimField,
  VerbatimModel,
  VerbatimType,
} from "../ir/verbatim-type.js";
import {
  createReferenceReader,
  notDeep,
  type ReferenceReader,
} from "./references/create-reference-reader.js";
import { isRecord } from "./schema/read-schema.js";

/** Problems are not reported here: building the models has reported them. */
export function buildVerbatim(
  document: SpecDocument,
): ReadonlyMap<string, VerbatimModel> {
  const references = createReferenceReader(document, notDeep, () => {});
  return new Map(
    Object.entries(document.schemas).map(([name, schema]) => {
      const pointer = appendPointer("#/components/schemas", name);
      const text = isRecord(schema) ? textOf(schema) : null;
      return [name, { text, type: readType(schema, pointer, references) }];
    }),
  );
}

/** The description, trimmed; null if there is none. */
function textOf({ description }: RawSchema): string | null {
  return typeof description === "string" ? description.trim() : null;
}

function readType(
  schema: unknown,
  pointer: string,
  references: ReferenceReader,
): VerbatimType {
  if (!isRecord(schema)) return other;
  if (schema.$ref !== undefined) {
    const model = references.findModel(schema.$ref);
    return model === null ? other : { kind: "reference", model };
  }
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return other;
  if (schema.allOf !== undefined) {
    const [only, ...more] = Array.isArray(schema.allOf) ? schema.allOf : [];
    return more.length === 0
      ? readType(only, `${pointer}/allOf/0`, references)
      : other;
  }
  const format = typeof schema.format === "string" ? schema.format : null;
  switch (typeOf(schema)) {
    case "string":
      return { kind: "string", format };
    case "integer":
      return { kind: "number", integer: true, format };
    case "number":
      return { kind: "number", integer: false, format };
    case "boolean":
      return { kind: "boolean" };
    case "array": {
      const items = readType(schema.items, `${pointer}/items`, references);
      return { kind: "array", items };
    }
    case "object":
      return readObject(schema, pointer, references);
    default:
      return other;
  }
}

const other: VerbatimType = { kind: "other" };

function readObject(
  schema: RawSchema,
  pointer: string,
  references: ReferenceReader,
): VerbatimType {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const entries = Object.entries(properties);
  const { additionalProperties = false, title } = schema;
  if (entries.length === 0 && additionalProperties !== false) return other;
  const required: readonly unknown[] = Array.isArray(schema.required)
    ? schema.required
    : [];
  const fields = entries.map(([name, property]): VerbatimField => {
    const at = appendPointer(pointer, "properties", name);
    return {
      name,
      pointer: at,
      text: isRecord(property) ? textOf(property) : null,
      required: required.includes(name),
      nullable: isRecord(property) && isNullable(property),
      type: readType(property, at, references),
    };
  });
  return {
    kind: "object",
    title: typeof title === "string" ? title : null,
    fields,
    pointer,
    text: textOf(schema),
  };
}

/** The type, ignoring `"null"`: `["string", "null"] → "string"`. Undefined for several. */
function typeOf({ type }: RawSchema): unknown {
  if (!Array.isArray(type)) return type;
  const [only, ...more] = type.filter((one) => one !== "null");
  return more.length === 0 ? only : undefined;
}

function isNullable({ nullable, type }: RawSchema): boolean {
  return nullable === true || (Array.isArray(type) && type.includes("null"));
}
