// A type of the neutral model → its view.

import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { Constraints } from "../../ir/constraints.js";
import { jsonLine } from "../../ir/json-value.js";
import { asJson } from "../../ir/query/literal-values-of.js";
import { structureOf } from "../../ir/query/structure-of.js";
import type {
  EnumNote,
  Field,
  GenericType,
  InlineObjectType,
  LiteralValue,
  TypeExpr,
} from "../../ir/type-expr.js";
import { matchType, type TypeCases } from "../../ir/walk/match-type.js";
import { jsonCode, jsonLineCode } from "../../languages/neutral/json-code.js";
import { declaredWord, ownWord, type Word } from "../../languages/printable.js";
import type { InnerView } from "./document-view.js";
import { type FileNameView, NameScope, type NameView } from "./name-view.js";
import { optionalText, type TextView, textView } from "./text-view.js";
import {
  type ConstraintsView,
  type FieldView,
  flagOf,
  type GenericView,
  type LiteralView,
  type TypeView,
  type TypeViewKind,
  typeKinds,
} from "./type-view.js";

/** The data that all types of one model or operation share. */
export interface TypeContext {
  /** The name of a model, which is then listed as referred to. */
  readonly refer: (model: string) => FileNameView;
  /** The name of a property of a model, as the model's own view has it. */
  readonly propertyName: (model: string, property: string) => NameView;
  /** A name for an object that the document does not name. */
  readonly claimInner: (base: string) => FileNameView;
  /** The objects without a name so far, inner ones first. */
  readonly inner: InnerView[];
  /** Names that the language reserves. */
  readonly reserved: ReadonlySet<string>;
}

interface TypeState extends TypeContext {
  /** The base of names for objects: `charge billing_details`. */
  readonly base: string;
}

export function createTypeView(
  type: TypeExpr,
  base: string,
  context: TypeContext,
): TypeView {
  return matchType(type, typeViewCases, { ...context, base });
}

/** The views of an object's properties, in byte order of their names. */
export function createFieldViews(
  fields: readonly Field[],
  base: string,
  context: TypeContext,
): FieldView[] {
  const names = fieldNames(fields, context.reserved);
  return sortedByBytes(fields, ({ name }) => name).map((field) => {
    const type = createTypeView(field.type, `${base} ${field.name}`, context);
    const { description, present, required, deprecated } = field;
    const { readOnly, writeOnly, pointer } = field;
    const name = names.get(field.name);
    if (name === undefined) throw new Error(`no name for ${field.name}`);
    return {
      ...{ name, required, present, deprecated, readOnly, writeOnly },
      type: field.nullable ? { ...type, nullable: true } : type,
      description: optionalText(description),
      default:
        field.default === null
          ? null
          : {
              json: jsonLineCode(field.default),
              text: textView(field.default),
            },
      pointer: textView(pointer),
    };
  });
}

/** The names of an object's properties, which do not depend on their order. */
export function fieldNames(
  fields: readonly Field[],
  reserved: ReadonlySet<string>,
): ReadonlyMap<string, NameView> {
  const scope = new NameScope(reserved);
  return new Map(
    sortedByBytes(fields, ({ name }) => name).map(({ name }) => [
      name,
      scope.claim(name),
    ]),
  );
}

/** The type of an object with properties, be it a model or inside of one. */
export function createObjectView(
  {
    fields,
    additional,
    constraints,
  }: Pick<InlineObjectType, "additional" | "constraints" | "fields">,
  name: FileNameView,
  base: string,
  context: TypeContext,
): TypeView {
  return {
    ...viewOf("object", constraints),
    name,
    fields: createFieldViews(fields, base, context),
    additional:
      additional === null
        ? null
        : createTypeView(additional, `${base} value`, context),
  };
}

const noFlags = Object.fromEntries(
  typeKinds.map((kind) => [flagOf(kind), false]),
  // `fromEntries` loses the type of the keys
) as { readonly [Kind in TypeViewKind as `is${Capitalize<Kind>}`]: false };

const emptyTypeView: Omit<TypeView, "kind"> = {
  ...{ nullable: false, name: null, format: null },
  ...{ isInteger: false, isBinary: false, values: [], isOpen: false },
  hasFractions: false,
  ...{ items: null, keys: null, members: [], rest: null, fields: [] },
  ...{ additional: null, required: [], generic: null, constraints: null },
  ...noFlags,
};

function viewOf(kind: TypeViewKind, constraints?: Constraints): TypeView {
  return {
    ...emptyTypeView,
    kind: ownWord<TypeViewKind>(kind),
    [flagOf(kind)]: true,
    constraints: constraintsView(constraints),
  };
}

const typeViewCases: TypeCases<TypeView, TypeState> = {
  anyValue: () => viewOf("any"),
  array: ({ items, constraints }, state) => ({
    ...viewOf("array", constraints),
    items: matchType(items, typeViewCases, state),
  }),
  boolean: () => viewOf("boolean"),
  emptyObject: ({ constraints }) => viewOf("unknownObject", constraints),
  enum: ({ values, notes, open }, { reserved }) => ({
    ...viewOf("enum"),
    isOpen: open,
    hasFractions: values.some(isFraction),
    values: literalViews(values, notes, reserved),
  }),
  generic: (type, state) => ({
    ...matchType(structureOf(type), typeViewCases, state),
    generic: genericView(type, state),
  }),
  intersection: ({ members, constraints }, state) => ({
    ...viewOf("intersection", constraints),
    members: members.map((member) => matchType(member, typeViewCases, state)),
  }),
  literal: ({ value }, { reserved }) => ({
    ...viewOf("literal"),
    hasFractions: isFraction(value),
    values: literalViews([value], null, reserved),
  }),
  map: ({ keys, values, constraints }, state) => ({
    ...viewOf("map", constraints),
    keys: keys === null ? null : matchType(keys, typeViewCases, state),
    items: matchType(values, typeViewCases, state),
  }),
  noValue: () => viewOf("never"),
  null: () => viewOf("null"),
  nullable: ({ type }, state) => ({
    ...matchType(type, typeViewCases, state),
    nullable: true,
  }),
  number: ({ integer, format, constraints }) => ({
    ...viewOf("number", constraints),
    isInteger: integer,
    format: optionalText(format),
  }),
  object: objectView,
  parameter: () => viewOf("any"),
  reference: ({ model, constraints }, { refer }) => ({
    ...viewOf("reference", constraints),
    name: refer(model),
  }),
  string: ({ format, constraints }) => ({
    ...viewOf("string", constraints),
    format: optionalText(format),
    isBinary: format === "binary",
  }),
  tuple: ({ items, rest, constraints }, state) => ({
    ...viewOf("tuple", constraints),
    members: items.map((item) => matchType(item, typeViewCases, state)),
    rest: rest === null ? null : matchType(rest, typeViewCases, state),
  }),
  union: ({ members, constraints }, state) => ({
    ...viewOf("union", constraints),
    members: members.map((member) => matchType(member, typeViewCases, state)),
  }),
  unknownObject: ({ constraints }) => viewOf("unknownObject", constraints),
  withRequired: ({ type, names }, state) => ({
    ...matchType(type, typeViewCases, state),
    required: names.map((name) => state.propertyName(type.model, name)),
  }),
};

/** An object gets a name before those inside of it, and is listed behind them. */
function objectView(type: InlineObjectType, state: TypeState): TypeView {
  const { base, claimInner, inner } = state;
  const name = claimInner(base);
  const { description, pointer } = type;
  const view = createObjectView(type, name, base, state);
  inner.push({
    ...{ name, type: view, fields: view.fields },
    description: optionalText(description),
    pointer: textView(pointer),
  });
  return view;
}

function genericView(
  { generic, args }: GenericType,
  state: TypeState,
): GenericView {
  // the arguments are in the structure too, which lists the objects inside of them
  const apart: TypeState = { ...state, inner: [] };
  return {
    name: declaredWord(generic.name),
    isExpandable: generic.role?.kind === "expandable",
    isPage: generic.role?.kind === "page",
    arguments: args.map((arg) => matchType(arg, typeViewCases, apart)),
  };
}

function isFraction(value: LiteralValue): boolean {
  return typeof value === "number" && !Number.isInteger(value);
}

function literalViews(
  values: readonly LiteralValue[],
  notes: readonly EnumNote[] | null,
  reserved: ReadonlySet<string>,
): LiteralView[] {
  const scope = new NameScope(reserved);
  return values.map((value, index) => {
    const json = asJson(value);
    const text = typeof value === "string" ? value : String(value);
    const note = notes?.[index];
    return {
      json:
        typeof value === "string"
          ? jsonCode(value)
          : jsonLineCode(jsonLine(value) ?? "null"),
      text: textView(text),
      name: scope.claim(note?.name ?? text, text),
      description: optionalText(note?.description ?? null),
      isString: typeof json === "string",
      isNumber: typeof json === "number",
      isTrue: json === true,
      isFalse: json === false,
    };
  });
}

const noConstraints: ConstraintsView = {
  ...{ minLength: null, maxLength: null, pattern: null, minimum: null },
  ...{ maximum: null, exclusiveMinimum: null, exclusiveMaximum: null },
  ...{ multipleOf: null, minItems: null, maxItems: null, uniqueItems: false },
  ...{ minProperties: null, maxProperties: null, closed: false },
};

/** Null if nothing is constrained. */
function constraintsView(
  constraints: Constraints | undefined,
): ConstraintsView | null {
  const set = Object.entries(constraints ?? {}).filter(([keyword]) =>
    Object.hasOwn(noConstraints, keyword),
  );
  if (set.length === 0) return null;
  const values = set.map(([keyword, value]) => [keyword, limitView(value)]);
  return { ...noConstraints, ...Object.fromEntries(values) };
}

function limitView(value: unknown): TextView | Word | boolean {
  if (typeof value === "number") return numberWord(value);
  return typeof value === "string" ? textView(value) : value === true;
}

function numberWord(value: number): Word {
  return String(value) as Word; // digits, perhaps with a sign and an exponent
}
