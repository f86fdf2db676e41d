// Objects, aliases and fields of a model → the views of their declarations.

import { sortedByBytes } from "../../model/byte-order.js";
import type { ObjectModel } from "../../model/model.js";
import type {
  Field,
  InlineObjectType,
  LiteralValue,
  TypeExpr,
} from "../../model/type-expr.js";
import { docComment } from "./doc-comment.js";
import { layoutType } from "./layout.js";
import type { TypescriptOptions } from "./options.js";
import { propertyKey, valueLiteral } from "./text-literal.js";
import type { TsType } from "./ts-type.js";
import { nestedName, type TypePrinter } from "./type-printer.js";
import type { DeclarationView, FieldView } from "./view.js";

export type Fields = Pick<InlineObjectType, "fields" | "additional"> &
  Partial<Pick<ObjectModel, "absent">>;

export function declareObject(
  name: string,
  { fields, additional, absent = [] }: Fields,
  printer: TypePrinter,
  options: TypescriptOptions,
): DeclarationView {
  // Sorted before they are lowered: what they declare beside the model comes in
  // the same order.
  const entries = [
    ...fields.map((field) => ({
      name: field.name,
      lower: () => lowerField(field, name, printer, options),
    })),
    ...absent.map((key) => ({ name: key, lower: () => lowerAbsent(key) })),
  ];
  const sorted =
    options.order === "document"
      ? entries
      : sortedByBytes(entries, (entry) => entry.name);
  return {
    doc: null,
    name,
    isInterface: true,
    fields: sorted.map(({ lower }) => lower()),
    index: layoutIndex(name, fields, additional, printer),
    type: "",
  };
}

/** `if (!customer.deleted)` compiles only where both have the property, and narrows only so. */
function lowerAbsent(name: string): FieldView {
  const text =
    "Never there: what tells this object from the other that has it.";
  return {
    doc: docComment(text),
    key: propertyKey(name),
    optional: true,
    type: " undefined",
  };
}

/** Beside fields, whose own types it would have to take in, it is any value. */
function layoutIndex(
  name: string,
  fields: readonly Field[],
  additional: TypeExpr | null,
  printer: TypePrinter,
): string | null {
  if (additional === null) return null;
  if (fields.length > 0) return " unknown";
  const type = printer.print(additional, `${name}Value`);
  return layoutType(type, "  [key: string]:".length, 2, "property");
}

/** Kinds with nothing in them that could be declared beside the model: most fields. */
const plainKinds: ReadonlySet<TypeExpr["kind"]> = new Set([
  "boolean",
  "expandable",
  "literal",
  "number",
  "reference",
  "string",
]);

function lowerField(
  field: Field,
  parent: string,
  printer: TypePrinter,
  { presence }: TypescriptOptions,
): FieldView {
  const key = propertyKey(field.name);
  const optional = presence === "document" ? !field.required : !field.present;
  const { kind } = field.type;
  const name = plainKinds.has(kind) ? "" : nestedName(parent, field.name);
  const type = printer.print(
    field.nullable ? { kind: "nullable", type: field.type } : field.type,
    name,
  );
  const column = 2 + key.length + (optional ? 1 : 0) + 1;
  return {
    doc: docComment(field.description, field.deprecated ? ["@deprecated"] : []),
    key,
    optional,
    type: layoutType(type, column, 2, "property"),
  };
}

export function declareAlias(
  name: string,
  type: TsType,
  doc: DeclarationView["doc"],
): DeclarationView {
  const column = `export type ${name} =`.length;
  return {
    doc,
    name,
    isInterface: false,
    fields: [],
    index: null,
    type: layoutType(type, column, 0, "alias"),
  };
}

export function literals(values: readonly LiteralValue[]): TsType {
  return {
    kind: "union",
    members: values.map((value) => ({
      kind: "name",
      text: valueLiteral(value),
    })),
  };
}

/**
 * What was found inside of the declarations so far. Printing the fields of a
 * nested object may find more: the list grows.
 */
export function declareNested(
  printer: TypePrinter,
  options: TypescriptOptions,
): DeclarationView[] {
  const declarations: DeclarationView[] = [];
  for (const nested of printer.nested) {
    declarations.push(
      nested.kind === "enum"
        ? declareAlias(nested.name, literals(nested.values), null)
        : {
            ...declareObject(nested.name, nested.type, printer, options),
            doc: docComment(nested.type.description),
          },
    );
  }
  return declarations;
}
