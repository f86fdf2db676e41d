// The types that models share, declared once in `types.ts`, each only where a
// model uses it.

import { type Code, code } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import type { TsDeclarationView } from "../typescript-view.js";

interface SharedType {
  readonly doc: string;
  /** The declaration after its `=`, or the fields of an interface. */
  readonly type: Code | readonly SharedField[];
  /** With the type parameters: `List<T>`. */
  readonly name: Code;
}

interface SharedField {
  readonly key: Code;
  readonly optional?: boolean;
  readonly type: Code;
  readonly doc: string;
}

const tsSharedTypes = {
  Binary: {
    name: code`Binary`,
    doc: "The bytes of a file; a `Blob`, a `File` or a `Buffer` will do.",
    type: code`Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }`,
  },
  Decimal: {
    name: code`Decimal`,
    doc: 'A decimal number of any precision, as a string: `"12.50"`. A `number` would round it.',
    type: code`string`,
  },
  Emptyable: {
    name: code`Emptyable<T>`,
    doc: 'A value to set, or `""` to clear what was set before.',
    type: code`T | ""`,
  },
  EmptyObject: {
    name: code`EmptyObject`,
    doc: "An object of which the document lists no property; later versions may add some. No string or number.",
    type: code`object`,
  },
  Expandable: {
    name: code`Expandable<T>`,
    doc: "The id of an object, or the object itself where the request asked to expand it.",
    type: code`string | T`,
  },
  Int64: {
    name: code`Int64`,
    doc: "A whole number of up to 64 bits. Beyond 2^53 a `number` is not exact.",
    type: code`number`,
  },
  Int64String: {
    name: code`Int64String`,
    doc: "A whole number of up to 64 bits, as a string, so that it stays exact.",
    type: code`string`,
  },
  List: {
    name: code`List<T>`,
    doc: "One page of a list of objects.",
    type: [
      { key: code`data`, type: code`T[]`, doc: "The objects on this page." },
      {
        key: code`has_more`,
        type: code`boolean`,
        doc: "Whether there are more objects after this page.",
      },
      { key: code`object`, type: code`"list"`, doc: "" },
      { key: code`url`, type: code`string`, doc: "The address of the list." },
    ],
  },
  Metadata: {
    name: code`Metadata`,
    doc: "Notes that the owner of an object keeps with it.",
    type: code`Record<string, string>`,
  },
  SearchResult: {
    name: code`SearchResult<T>`,
    doc: "One page of the objects that a search found.",
    type: [
      { key: code`data`, type: code`T[]`, doc: "The objects on this page." },
      {
        key: code`has_more`,
        type: code`boolean`,
        doc: "Whether there are more objects after this page.",
      },
      {
        key: code`next_page`,
        type: code`string | null`,
        doc: "What to send as `page` to get the next page; null on the last one.",
      },
      { key: code`object`, type: code`"search_result"`, doc: "" },
      {
        key: code`total_count`,
        optional: true,
        type: code`number`,
        doc: "How many objects match, where the request asked to expand it. At most 10,000 are counted exactly.",
      },
      { key: code`url`, type: code`string`, doc: "The address of the search." },
    ],
  },
  Timestamp: {
    name: code`Timestamp`,
    doc: "A point in time, in seconds since the Unix epoch: `new Date(1000 * timestamp)`.",
    type: code`number`,
  },
  Uuid: {
    name: code`Uuid`,
    doc: "An identifier of 128 bits: five groups of hexadecimal digits.",
    type: code`\`\${string}-\${string}-\${string}-\${string}-\${string}\``,
  },
  Unrecognized: {
    name: code`Unrecognized`,
    doc: "A value that the document does not list. An exhaustive `switch` still compiles only with all listed values handled; what is left in `default` is this. No string literal is of this type, so that a misspelt one is an error.",
    type: code`string & { readonly "~unrecognized": true }`,
  },
} as const satisfies Record<string, SharedType>;

export type SharedTypeName = keyof typeof tsSharedTypes;

export function isSharedType(name: string): name is SharedTypeName {
  return Object.hasOwn(tsSharedTypes, name);
}

/** No model may take these, nor the global types that the output relies on. */
export const sharedTypeNames: ReadonlySet<string> = new Set([
  ...Object.keys(tsSharedTypes),
  "Partial",
  "Pick",
  "Record",
  "Required",
]);

/** The declarations of the shared types in `used`, by name. */
export function sharedDeclarations(
  used: ReadonlySet<SharedTypeName>,
): TsDeclarationView[] {
  return [...used].sort().map((key): TsDeclarationView => {
    const { name, doc, type }: SharedType = tsSharedTypes[key];
    const base = { doc: docOf(doc), name, index: null };
    if (typeof type === "string") {
      return { ...base, isInterface: false, fields: [], type: code` ${type}` };
    }
    const fields = type.map((field) => ({
      doc: docOf(field.doc),
      key: field.key,
      optional: field.optional ?? false,
      type: code` ${field.type}`,
    }));
    return { ...base, isInterface: true, fields, type: code`` };
  });
}

function docOf(text: string) {
  return docComment(text === "" ? null : text);
}
