// The types that models share, declared once in `types.ts`, each only where a
// model uses it.

import { docComment } from "./doc-comment.js";
import type { DeclarationView } from "./view.js";

interface SharedType {
  readonly doc: string;
  /** The declaration after its `=`, or the fields of an interface. */
  readonly type: string | readonly SharedField[];
  /** With the type parameters: `List<T>`. */
  readonly name: string;
}

interface SharedField {
  readonly key: string;
  readonly optional?: boolean;
  readonly type: string;
  readonly doc: string;
}

const table = {
  Binary: {
    name: "Binary",
    doc: "The bytes of a file; a `Blob`, a `File` or a `Buffer` will do.",
    type: "Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }",
  },
  Decimal: {
    name: "Decimal",
    doc: 'A decimal number of any precision, as a string: `"12.50"`. A `number` would round it.',
    type: "string",
  },
  Emptyable: {
    name: "Emptyable<T>",
    doc: 'A value to set, or `""` to clear what was set before.',
    type: 'T | ""',
  },
  EmptyObject: {
    name: "EmptyObject",
    doc: "An object of which the document lists no property; later versions may add some. No string or number.",
    type: "object",
  },
  Expandable: {
    name: "Expandable<T>",
    doc: "The id of an object, or the object itself where the request asked to expand it.",
    type: "string | T",
  },
  Int64: {
    name: "Int64",
    doc: "A whole number of up to 64 bits. Beyond 2^53 a `number` is not exact.",
    type: "number",
  },
  Int64String: {
    name: "Int64String",
    doc: "A whole number of up to 64 bits, as a string, so that it stays exact.",
    type: "string",
  },
  List: {
    name: "List<T>",
    doc: "One page of a list of objects.",
    type: [
      { key: "data", type: "T[]", doc: "The objects on this page." },
      {
        key: "has_more",
        type: "boolean",
        doc: "Whether there are more objects after this page.",
      },
      { key: "object", type: '"list"', doc: "" },
      { key: "url", type: "string", doc: "The address of the list." },
    ],
  },
  Metadata: {
    name: "Metadata",
    doc: "Notes that the owner of an object keeps with it.",
    type: "Record<string, string>",
  },
  SearchResult: {
    name: "SearchResult<T>",
    doc: "One page of the objects that a search found.",
    type: [
      { key: "data", type: "T[]", doc: "The objects on this page." },
      {
        key: "has_more",
        type: "boolean",
        doc: "Whether there are more objects after this page.",
      },
      {
        key: "next_page",
        type: "string | null",
        doc: "What to send as `page` to get the next page; null on the last one.",
      },
      { key: "object", type: '"search_result"', doc: "" },
      {
        key: "total_count",
        optional: true,
        type: "number",
        doc: "How many objects match, where the request asked to expand it. At most 10,000 are counted exactly.",
      },
      { key: "url", type: "string", doc: "The address of the search." },
    ],
  },
  Timestamp: {
    name: "Timestamp",
    doc: "A point in time, in seconds since the Unix epoch: `new Date(1000 * timestamp)`.",
    type: "number",
  },
  Uuid: {
    name: "Uuid",
    doc: "An identifier of 128 bits: five groups of hexadecimal digits.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the type, as TypeScript has it
    type: "`${string}-${string}-${string}-${string}-${string}`",
  },
  Unrecognized: {
    name: "Unrecognized",
    doc: "A value that the document does not list. An exhaustive `switch` still compiles only with all listed values handled; what is left in `default` is this. No string literal is of this type, so that a misspelt one is an error.",
    type: 'string & { readonly "~unrecognized": true }',
  },
} as const satisfies Record<string, SharedType>;

export type SharedTypeName = keyof typeof table;

export function isSharedType(name: string): name is SharedTypeName {
  return Object.hasOwn(table, name);
}

/** No model may take these, nor the global types that the output relies on. */
export const sharedTypeNames: ReadonlySet<string> = new Set([
  ...Object.keys(table),
  "Partial",
  "Pick",
  "Record",
  "Required",
]);

/** The declarations of the shared types in `used`, by name. */
export function sharedDeclarations(
  used: ReadonlySet<SharedTypeName>,
): DeclarationView[] {
  return [...used].sort().map((key): DeclarationView => {
    const { name, doc, type }: SharedType = table[key];
    const base = { doc: docOf(doc), name, index: null };
    if (typeof type === "string") {
      return { ...base, isInterface: false, fields: [], type: ` ${type}` };
    }
    const fields = type.map((field) => ({
      doc: docOf(field.doc),
      key: field.key,
      optional: field.optional ?? false,
      type: ` ${field.type}`,
    }));
    return { ...base, isInterface: true, fields, type: "" };
  });
}

function docOf(text: string) {
  return docComment(text === "" ? null : text);
}
