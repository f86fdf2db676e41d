// The types that models of any document share, declared once in `types.ts`, each only
// where a model uses it. Those of a dialect are generics: `shared-types-in.ts`.

import type { NumberType, StringType } from "../../../ir/type-expr.js";
import { type Code, code, ownWord } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { viewOfName } from "../ts-type-view.js";
import type { TypePlace } from "../type-place.js";
import type { TypescriptOptions } from "../typescript-options.js";
import type { TsDeclarationView } from "../typescript-view.js";

interface SharedType {
  readonly doc: string;
  /** The declaration after its `=`. */
  readonly type: Code;
}

const tsSharedTypes = {
  Binary: {
    doc: "The bytes of a file: a `Uint8Array`, `Buffer`, `Blob` or `File`.",
    type: code`Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }`,
  },
  Decimal: {
    doc: 'A decimal number as a string, such as `"12.50"`: a `number` would round it.',
    type: code`string`,
  },
  EmptyObject: {
    doc: "An object without documented properties; later versions may add some. Strings and numbers are not assignable.",
    type: code`object`,
  },
  Int64: {
    doc: "An integer of up to 64 bits. A `number` is exact only up to 2^53.",
    type: code`number`,
  },
  Int64String: {
    doc: "An integer of up to 64 bits, as a string so that it stays exact.",
    type: code`string`,
  },
  Timestamp: {
    doc: "A time in seconds since the Unix epoch: `new Date(1000 * timestamp)`.",
    type: code`number`,
  },
  Uuid: {
    doc: "A UUID: five groups of hexadecimal digits.",
    type: code`\`\${string}-\${string}-\${string}-\${string}-\${string}\``,
  },
  Unrecognized: {
    doc: "A value that the document does not list, such as one of a later API version. If a `switch` handles all listed values, this type remains in its `default`. String literals are not assignable, so that a misspelt value is an error.",
    type: code`string & { readonly "~unrecognized": true }`,
  },
} as const satisfies Record<string, SharedType>;

export type SharedTypeName = keyof typeof tsSharedTypes;

/** The global types that the output relies on: no model may take their names. */
export const globalTypeNames = ["Partial", "Pick", "Record", "Required"];

/** The shared type that a string or a number has because of its format; null for none. */
export function sharedScalar(
  { kind, format }: NumberType | StringType,
  place: TypePlace,
  { formats }: Pick<TypescriptOptions, "formats">,
): SharedTypeName | null {
  if (format === null) return null;
  const chosen = formats.get(format);
  if (chosen !== undefined) return chosen === "Uuid" ? chosen : null;
  if (kind === "number") {
    if (format === "unix-time") return "Timestamp";
    return format === "int64" ? "Int64" : null;
  }
  if (format === "decimal") return "Decimal";
  if (format === "binary" && place !== "model") return "Binary";
  return format === "int64" ? "Int64String" : null;
}

export function declareSharedType(key: SharedTypeName): TsDeclarationView {
  const { doc, type }: SharedType = tsSharedTypes[key];
  return {
    ...{ doc: docComment(doc), name: ownWord(key), index: null },
    ...{ isInterface: false, fields: [], type: viewOfName(type) },
  };
}
