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
    doc: "The bytes of a file: a `Uint8Array`, `Buffer`, `Blob` or `File`.",
    type: code`Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }`,
  },
  Decimal: {
    name: code`Decimal`,
    doc: 'A decimal number as a string, such as `"12.50"`: a `number` would round it.',
    type: code`string`,
  },
  Emptyable: {
    name: code`Emptyable<T>`,
    doc: 'A value to set, or `""` to clear the field.',
    type: code`T | ""`,
  },
  EmptyObject: {
    name: code`EmptyObject`,
    doc: "An object without documented properties; later versions may add some. Strings and numbers are not assignable.",
    type: code`object`,
  },
  Expandable: {
    name: code`Expandable<T>`,
    doc: "The id of an object, or the object itself if the request expanded it.",
    type: code`string | T`,
  },
  Int64: {
    name: code`Int64`,
    doc: "An integer of up to 64 bits. A `number` is exact only up to 2^53.",
    type: code`number`,
  },
  Int64String: {
    name: code`Int64String`,
    doc: "An integer of up to 64 bits, as a string so that it stays exact.",
    type: code`string`,
  },
  List: {
    name: code`List<T>`,
    doc: "One page of a list.",
    type: [
      { key: code`data`, type: code`T[]`, doc: "The objects on this page." },
      {
        key: code`has_more`,
        type: code`boolean`,
        doc: "True if there are more objects after this page.",
      },
      { key: code`object`, type: code`"list"`, doc: "" },
      { key: code`url`, type: code`string`, doc: "The URL of the list." },
    ],
  },
  Metadata: {
    name: code`Metadata`,
    doc: "Key-value pairs that you attach to an object.",
    type: code`Record<string, string>`,
  },
  SearchResult: {
    name: code`SearchResult<T>`,
    doc: "One page of search results.",
    type: [
      { key: code`data`, type: code`T[]`, doc: "The objects on this page." },
      {
        key: code`has_more`,
        type: code`boolean`,
        doc: "True if there are more objects after this page.",
      },
      {
        key: code`next_page`,
        type: code`string | null`,
        doc: "Pass it as `page` to get the next page; null on the last page.",
      },
      { key: code`object`, type: code`"search_result"`, doc: "" },
      {
        key: code`total_count`,
        optional: true,
        type: code`number`,
        doc: "The number of matches, if the request expanded it; exact up to 10,000.",
      },
      { key: code`url`, type: code`string`, doc: "The URL of the search." },
    ],
  },
  Timestamp: {
    name: code`Timestamp`,
    doc: "A time in seconds since the Unix epoch: `new Date(1000 * timestamp)`.",
    type: code`number`,
  },
  Uuid: {
    name: code`Uuid`,
    doc: "A UUID: five groups of hexadecimal digits.",
    type: code`\`\${string}-\${string}-\${string}-\${string}-\${string}\``,
  },
  Unrecognized: {
    name: code`Unrecognized`,
    doc: "A value that the document does not list, such as one of a later API version. If a `switch` handles all listed values, this type remains in its `default`. String literals are not assignable, so that a misspelt value is an error.",
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
