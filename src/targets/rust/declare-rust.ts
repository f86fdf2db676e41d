// Models, and the types nested in them → the views of their declarations.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import { structureOf } from "../../ir/query/structure-of.js";
import type {
  EnumType,
  Field,
  InlineObjectType,
  TypeExpr,
} from "../../ir/type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../../ir/walk/match-type.js";
import { codeSpan } from "../../languages/markdown-text.js";
import {
  type Code,
  code,
  declaredWord,
  type LineComment,
  type Word,
  withoutEnd,
  withoutStart,
  word,
} from "../../languages/printable.js";
import { docLines } from "../../languages/rust/doc-lines.js";
import {
  layoutAttribute,
  layoutBrace,
  layoutFieldType,
  layoutVariantType,
} from "../../languages/rust/layout-rust.js";
import { rustString } from "../../languages/rust/rust-literals.js";
import {
  fieldName,
  rustTypeName,
  variantName,
} from "../../languages/rust/rust-names.js";
import { assignFields } from "./assign-fields.js";
import { branchesOf } from "./normalize-union.js";
import type { PreciseContext } from "./precise-context.js";
import type { NestedRustType, Printer, RustTypePlace } from "./printer.js";
import { firstFreeRustName } from "./rust-assigned-names.js";
import type {
  RustDeclarationView,
  RustFieldView,
  ValueView,
} from "./rust-view.js";

export const noDeclarations = {
  beforeBrace: code` `,
  struct: null,
  values: [],
  union: null,
  alias: null,
  wrapped: null,
} as const;

type RustFields = Pick<InlineObjectType, "additional" | "fields">;

export function declareStruct(
  name: Word,
  { fields, additional }: RustFields,
  doc: readonly LineComment[],
  printer: Printer,
  { file, models, report }: PreciseContext,
): RustDeclarationView {
  const names = assignFields(fields, file, report);
  const views = sortedByBytes(fields, (field) => field.name).map((field) => {
    const place: RustTypePlace = {
      name: word`${name}${nestedPart(field.name)}`,
      pointer: field.pointer,
      of: `${codeSpan(field.name)} in [\`${name}\`]`,
      inPlace: true,
    };
    const ident = names.get(field.name) ?? fieldName(field.name);
    return declareField(field, ident, place, printer, (model) =>
      models.get(model),
    );
  });
  if (additional !== null) {
    const taken = new Set<string>(names.values());
    const own = firstFreeRustName(
      word`additional`,
      (one) => taken.has(one),
      "_",
    );
    const place = {
      ...{ name: word`${name}Value`, pointer: "", inPlace: false },
      of: `an additional property of [\`${name}\`]`,
    };
    const type = code`${printer.useMap()}<String, ${printer.print(additional, place)}>`;
    views.push({
      doc: docLines("Properties that are not listed above."),
      attributes: [word`flatten`],
      name: own,
      type: layoutFieldType(own, type),
    });
  }
  const beforeBrace = layoutBrace(
    code`pub struct ${name}`,
    views.length === 0 ? "{}" : "{",
  );
  return {
    ...noDeclarations,
    doc,
    name,
    beforeBrace,
    struct: { fields: views },
  };
}

function declareField(
  field: Field,
  name: Word,
  place: RustTypePlace,
  printer: Printer,
  modelOf: (name: string) => ModelLike | undefined,
): RustFieldView {
  const inner = printer.print(field.type, place);
  const nullable = field.nullable || takesNull(field.type, modelOf);
  const rename =
    name === field.name ? [] : [code`rename = ${rustString(field.name)}`];
  const doc = docLines(
    field.description,
    field.deprecated ? "Deprecated." : null,
  );
  const view = (type: Code, attributes: readonly Code[]): RustFieldView => ({
    doc,
    attributes: [...rename, ...attributes].map(layoutAttribute),
    name,
    type: layoutFieldType(name, type),
  });
  if (field.present) {
    return view(field.nullable ? code`Option<${inner}>` : inner, []);
  }
  return nullable
    ? view(code`${printer.share("Maybe")}<${inner}>`, [
        code`default, skip_serializing_if = "Maybe::is_absent"`,
      ])
    : view(code`Option<${inner}>`, [
        code`skip_serializing_if = "Option::is_none"`,
      ]);
}

type ModelLike =
  | { readonly kind: "object" }
  | { readonly kind: "alias"; readonly type: TypeExpr };

type ModelOf = (name: string) => ModelLike | undefined;

interface NullState {
  readonly modelOf: ModelOf;
  readonly seen: readonly string[];
}

/** True if the type itself includes null, even if the property is not nullable. */
function takesNull(type: TypeExpr, modelOf: ModelOf): boolean {
  return matchType(type, nullCases, { modelOf, seen: [] });
}

const nullCases: TypeCases<boolean, NullState> = {
  ...casesOf(leafKinds, () => false),
  ...casesOf(arrayKinds, () => false),
  ...casesOf(
    ["generic", "intersection", "map", "object", "union"] as const,
    () => false,
  ),
  ...casesOf(["anyValue", "null", "nullable"] as const, () => true),
  withRequired: () => false,
  reference({ model: name }, { modelOf, seen }) {
    const model = modelOf(name);
    return (
      model?.kind === "alias" &&
      !seen.includes(name) &&
      matchType(model.type, nullCases, { modelOf, seen: [...seen, name] })
    );
  },
};

/** The part of a nested type's name that stems from its property: `card → Card`. */
function nestedPart(property: string): Word {
  const name = rustTypeName(property);
  const part = /^_\d/.test(name) ? withoutStart(name, 1) : name;
  return withoutEnd(part, "_");
}

export function declareEnum(
  name: Word,
  { values, notes }: EnumType,
  pointer: string,
  doc: readonly LineComment[],
  { file, report }: PreciseContext,
): RustDeclarationView {
  const taken = new Set<string>(["Unknown"]);
  const views = values.map((value, index): ValueView => {
    const note = notes?.[index];
    const wanted = variantName(note?.name ?? String(value));
    const free = wanted === "Unknown" ? word`UnknownValue` : wanted;
    // Rust warns about `Other_2`, but `V1` and 2 need a separator: `V12` is another value's name.
    const separator = /\d$/.test(free) ? "_" : "";
    const own = firstFreeRustName(free, (one) => taken.has(one), separator);
    if (own !== free) {
      report(
        createDiagnostic(
          "name/collision",
          { file, pointer },
          `${JSON.stringify(value)} and another value both map to the variant ${free}; it becomes ${own}`,
          "name the values with an overlay: `x-enum-varnames: [NAME, …]` beside `enum`",
        ),
      );
    }
    taken.add(own);
    return {
      doc: docLines(note?.description ?? null),
      name: own,
      value: rustString(String(value)),
    };
  });
  const beforeBrace = layoutBrace(code`pub enum ${name}`, "{");
  return { ...noDeclarations, doc, name, beforeBrace, values: views };
}

export function declareUnion(
  name: Word,
  members: readonly TypeExpr[],
  place: RustTypePlace,
  doc: readonly LineComment[],
  printer: Printer,
  { models, namesOf }: PreciseContext,
): RustDeclarationView {
  const taken = new Set<string>(["Unknown"]);
  const variants = members.map((member) => {
    const wanted = variantOf(member, (model) => namesOf(model).type);
    const own = firstFreeRustName(wanted, (one) => taken.has(one), "");
    taken.add(own);
    const type = printer.print(member, {
      ...place,
      name: word`${name}${own}`,
      inPlace: false,
    });
    const boxed = isLarge(member, (model) => models.get(model));
    return {
      doc: [],
      name: own,
      type: layoutVariantType(own, boxed ? code`Box<${type}>` : type),
    };
  });
  const { branches, hasUnknown } = branchesOf(
    members,
    variants.map((variant) => variant.name),
    models,
  );
  return {
    ...noDeclarations,
    doc,
    name,
    beforeBrace: layoutBrace(code`pub enum ${name}`, "{"),
    union: hasUnknown
      ? {
          variants: [
            ...variants,
            {
              doc: docLines("An object that matches no other variant."),
              name: word`Unknown`,
              type: printer.share("Object"),
            },
          ],
          branches: [
            ...branches,
            { variant: word`Unknown`, test: word`is_object` },
          ],
        }
      : { variants, branches },
  };
}

type TypeOfModel = (model: string) => Word;

function variantOf(type: TypeExpr, typeOf: TypeOfModel): Word {
  return matchType(type, variantNames, typeOf);
}

const variantNames: TypeCases<Word, TypeOfModel> = {
  ...casesOf(bareObjectKinds, () => word`Object`),
  ...casesOf(
    ["anyValue", "intersection", "noValue", "parameter"] as const,
    () => word`Object`,
  ),
  ...casesOf(["union", "withRequired"] as const, () => word`Object`),
  ...casesOf(arrayKinds, () => word`Array`),
  ...casesOf(["enum", "literal"] as const, () => word`Value`),
  string: ({ format }) => (format === "decimal" ? word`Decimal` : word`Text`),
  number: ({ integer }) => (integer ? word`Integer` : word`Number`),
  boolean: () => word`Boolean`,
  null: () => word`Null`,
  map: () => word`Map`,
  object: ({ title }) => (title === null ? word`Object` : rustTypeName(title)),
  nullable: ({ type }, typeOf) => variantOf(type, typeOf),
  reference({ model }, typeOf) {
    const name = typeOf(model);
    return name === "Unknown" ? word`UnknownModel` : name;
  },
  generic(type, typeOf) {
    const own = type.generic.languages.rust?.variant;
    return own === undefined
      ? variantOf(structureOf(type), typeOf)
      : declaredWord(own);
  },
};

/** True for a type to put in a `Box`: it is large, as a struct is, or may contain the union itself. */
function isLarge(type: TypeExpr, modelOf: ModelOf): boolean {
  return matchType(type, largeCases, modelOf);
}

const largeCases: TypeCases<boolean, ModelOf> = {
  ...casesOf(leafKinds, () => false),
  ...casesOf(
    ["array", "intersection", "map", "union", "withRequired"] as const,
    () => false,
  ),
  ...casesOf(["object", "tuple"] as const, () => true),
  nullable: ({ type }, modelOf) => isLarge(type, modelOf),
  generic: (type, modelOf) => isLarge(structureOf(type), modelOf),
  reference({ model: name }, modelOf) {
    const model = modelOf(name);
    return (
      model?.kind !== "alias" ||
      model.type.kind === "union" ||
      isLarge(model.type, modelOf)
    );
  },
};

/** Declares all nested types, including those that are found on the way. */
export function declareNestedRust(
  printer: Printer,
  context: PreciseContext,
): RustDeclarationView[] {
  const declarations: RustDeclarationView[] = [];
  // `printer.nested` grows during the loop.
  for (const nested of printer.nested) {
    declarations.push(declareOne(nested, printer, context));
  }
  return declarations;
}

function declareOne(
  nested: NestedRustType,
  printer: Printer,
  context: PreciseContext,
): RustDeclarationView {
  const { name, place } = nested;
  switch (nested.kind) {
    case "enum": {
      const { values } = nested.type;
      const what = values.length === 1 ? "The only value" : "The values";
      return declareEnum(
        name,
        nested.type,
        place.pointer,
        docLines(`${what} of ${place.of}.`),
        context,
      );
    }
    case "object": {
      const text = nested.type.description ?? `The value of ${place.of}.`;
      return declareStruct(name, nested.type, docLines(text), printer, context);
    }
    case "union": {
      const doc = docLines(`The possible values of ${place.of}.`);
      return declareUnion(
        name,
        nested.type.members,
        place,
        doc,
        printer,
        context,
      );
    }
  }
}
