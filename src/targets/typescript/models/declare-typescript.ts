// Objects, aliases and fields of a model → the views of their declarations.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { ObjectModel } from "../../../ir/model.js";
import type {
  EnumType,
  Field,
  InlineObjectType,
  TypeExpr,
} from "../../../ir/type-expr.js";
import { codeSpan, plainWords } from "../../../languages/markdown-text.js";
import {
  type Code,
  code,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  type DocTag,
  docComment,
} from "../../../languages/typescript/doc-comment.js";
import type { TsType } from "../../../languages/typescript/ts-type.js";
import { propertyKey } from "../../../languages/typescript/typescript-literals.js";
import { literalTexts } from "../literal-texts.js";
import { type TsTypeView, viewOfType } from "../ts-type-view.js";
import type { TypescriptOptions } from "../typescript-options.js";
import type { TsDeclarationView, TsFieldView } from "../typescript-view.js";
import {
  literalType,
  nestedName,
  type TypePrinter,
  union,
} from "./type-printer.js";

export type Fields = Pick<InlineObjectType, "fields" | "additional"> &
  Partial<Pick<ObjectModel, "absent">>;

export function declareObject(
  name: Word,
  { fields, additional, absent = [] }: Fields,
  printer: TypePrinter,
  options: TypescriptOptions,
): TsDeclarationView {
  // Sorted before they are lowered: what they declare beside the model comes in
  // the same order.
  const entries = [
    ...fields.map((field) => ({
      name: field.name,
      lower: () => lowerField(field, name, printer),
    })),
    ...absent.map((key) => ({ name: key, lower: () => lowerAbsent(key) })),
  ];
  const sorted =
    options.order === "document"
      ? entries
      : sortedByBytes(entries, (entry) => entry.name);
  const lowered = sorted.map(({ lower }) => lower());
  return {
    doc: null,
    name,
    isInterface: true,
    fields: lowered.map(({ view }) => view),
    index: lowerIndex(name, lowered, additional, printer),
    type: null,
  };
}

/** A field, and what an index signature beside it has to take in. */
interface LoweredField {
  readonly view: TsFieldView;
  readonly type: TsType;
}

/** `if (!customer.deleted)` compiles and narrows only if both types have the property. */
function lowerAbsent(name: string): LoweredField {
  const text =
    "Always undefined; distinguishes this object from its deleted form.";
  return {
    view: {
      doc: docComment(text),
      key: propertyKey(name),
      optional: true,
      type: viewOfType(noFields),
    },
    type: noFields,
  };
}

const noFields: TsType = { kind: "name", text: code`undefined` };

/**
 * The compiler wants the types of all fields among those of other keys: what is read by
 * a key that is not known may be a field as well.
 */
function lowerIndex(
  name: Word,
  fields: readonly LoweredField[],
  additional: TypeExpr | null,
  printer: TypePrinter,
): TsTypeView | null {
  if (additional === null) return null;
  const own = printer.print(additional, word`${name}Value`);
  const any = own.kind === "name" && own.text === "unknown";
  const optional = fields.some(({ view }) => view.optional);
  const type = any
    ? own
    : union([
        own,
        ...fields.map((field) => field.type),
        ...(optional ? [noFields] : []),
      ]);
  return viewOfType(type);
}

/** Types with nothing in them that could be declared beside the model: most fields. */
function isPlain(type: TypeExpr): boolean {
  return plainTypeKinds.has(type.kind);
}

const plainTypeKinds: ReadonlySet<TypeExpr["kind"]> = new Set([
  ...(["boolean", "literal", "number", "reference", "string"] as const),
]);

function lowerField(
  field: Field,
  parent: Word,
  printer: TypePrinter,
): LoweredField {
  const key = propertyKey(field.name);
  const optional = !field.present;
  const name = isPlain(field.type) ? parent : nestedName(parent, field.name);
  const type = printer.print(
    field.nullable ? { kind: "nullable", type: field.type } : field.type,
    name,
  );
  const tags = docTagsOf(field);
  return {
    view: {
      doc: docComment(field.description, tags),
      key,
      optional,
      type: viewOfType(type),
    },
    type,
  };
}

/** Longer ones are data, and no remark: they would be most of the file. */
const longestDefault = 60;

function docTagsOf({ default: value, deprecated }: Field): DocTag[] {
  const isShown = value !== null && value.length <= longestDefault;
  return [
    ...(deprecated ? [{ name: "deprecated" } as const] : []),
    ...(isShown ? [{ name: "default", text: value } as const] : []),
  ];
}

export function declareAlias(
  name: Code,
  type: TsType,
  doc: TsDeclarationView["doc"],
): TsDeclarationView {
  return {
    doc,
    name,
    isInterface: false,
    fields: [],
    index: null,
    type: viewOfType(type),
  };
}

export function literalMembers(
  type: EnumType,
  { formats }: TypescriptOptions,
): TsType {
  return {
    kind: "union",
    members: literalTexts(type, formats).map(literalType),
  };
}

/** A list of the notes on single values; null if no value has one. */
export function notesOf({ values, notes }: EnumType): string | null {
  const lines = (notes ?? []).flatMap(({ name, description }, index) => {
    if (name === null && description === null) return [];
    const value = `${codeSpan(String(values[index]))}${name === null ? "" : ` (${plainWords(name)})`}`;
    const text = description?.replace(/(?<!\s)\s*[\n\r\u2028\u2029]\s*/g, " ");
    return [`- ${value}${text === undefined ? "" : `: ${text}`}`];
  });
  return lines.length === 0 ? null : lines.join("\n");
}

/**
 * Declares the enums and objects nested in the declarations so far. Printing the fields
 * of a nested object may add more of them.
 */
export function declareNested(
  printer: TypePrinter,
  options: TypescriptOptions,
): TsDeclarationView[] {
  const declarations: TsDeclarationView[] = [];
  for (const nested of printer.nested) {
    declarations.push(
      nested.kind === "enum"
        ? declareAlias(
            nested.name,
            literalMembers(nested.type, options),
            docComment(notesOf(nested.type)),
          )
        : {
            ...declareObject(nested.name, nested.type, printer, options),
            doc: docComment(nested.type.description),
          },
    );
  }
  return declarations;
}
