// The types of one model → TypeScript's syntax. Also collects the imports of the file,
// and the enums and objects that get a declaration of their own.

import type {
  EnumType,
  InlineObjectType,
  LiteralType,
  MapType,
  NumberType,
  StringType,
  TupleType,
  TypeExpr,
} from "../../../ir/type-expr.js";
import {
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../../../ir/walk/match-type.js";
import {
  type Code,
  code,
  declaredWord,
  joinCode,
  ownWord,
  type Word,
  withoutEnd,
  withoutStart,
  word,
} from "../../../languages/printable.js";
import {
  flatType,
  type TsType,
} from "../../../languages/typescript/ts-type.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import { isInJson } from "../formats.js";
import { isBigint, literalTexts } from "../literal-texts.js";
import type { LowerContext, NameOwner } from "../lower-context.js";
import type { TypePlace } from "../type-place.js";
import {
  type SharedTypeName,
  sharedScalar,
} from "./typescript-shared-types.js";

/** A nested type that is declared beside its model. */
export type Nested =
  | {
      readonly kind: "enum";
      readonly name: Word;
      readonly type: EnumType;
    }
  | {
      readonly kind: "object";
      readonly name: Word;
      readonly type: InlineObjectType;
    };

export interface TypePrinter {
  /** `name` is the name of an enum or object that is declared here. */
  print(type: TypeExpr, name: Word): TsType;
  /** The names of other models, as in the document. */
  readonly models: ReadonlySet<string>;
  /** Names that the file imports of `types.ts`. */
  readonly shared: ReadonlySet<Word>;
  /** Grows while their own fields are printed. */
  readonly nested: readonly Nested[];
}

/** The context of printing one type, and the collections that it adds to. */
interface PrintState extends PrinterOptions {
  readonly context: LowerContext;
  readonly place: TypePlace;
  readonly owner: NameOwner;
  readonly models: Set<string>;
  readonly shared: Set<Word>;
  readonly nested: Nested[];
  /** The name of an enum or object that is declared here. */
  readonly name: Word;
}

interface PrinterOptions {
  /** True if a type leads back to the alias that is being declared, through aliases only. */
  readonly leadsBack: (type: TypeExpr) => boolean;
  /** The names of the parameters of the generic that is being declared. */
  readonly parameters: readonly Word[];
}

const noOptions: PrinterOptions = { leadsBack: () => false, parameters: [] };

/** `owner` is the schema or operation of the types. */
export function createTypePrinter(
  context: LowerContext,
  place: TypePlace,
  owner: NameOwner,
  options: Partial<PrinterOptions> = {},
): TypePrinter {
  const state = {
    ...{ ...noOptions, ...options, context, place, owner },
    models: new Set<string>(),
    shared: new Set<Word>(),
    nested: [],
  };
  return {
    ...state,
    print: (type, name) => printType(type, { ...state, name }),
  };
}

function printType(type: TypeExpr, state: PrintState): TsType {
  return matchType(type, printCases, state);
}

function share(name: SharedTypeName, { shared }: PrintState): TsType {
  const word = ownWord(name);
  shared.add(word);
  return namedType(word);
}

/** A string or a number: the type that the user chose for its format, else a shared one. */
function printScalar(
  type: NumberType | StringType,
  plain: "number" | "string",
  state: PrintState,
): TsType {
  const { context, place } = state;
  const { format } = type;
  const chosen = format === null ? null : context.options.formats.get(format);
  if (format !== null && chosen) {
    context.usedFormats.add(format);
    if (place === "model" && !isInJson(chosen, type.kind)) {
      context.formatsBesideJson.add(format);
    }
    if (chosen !== "Uuid") return namedType(ownWord(chosen));
  }
  const name = sharedScalar(type, place, context.options);
  return name === null ? namedType(ownWord(plain)) : share(name, state);
}

/** The name of an enum covers only the listed values. */
function orUnrecognized(type: TsType, open: boolean, state: PrintState) {
  return open ? union([type, share("Unrecognized", state)]) : type;
}

const printCases: TypeCases<TsType, PrintState> = {
  string: (type, state) => printScalar(type, "string", state),
  number: (type, state) => printScalar(type, "number", state),
  boolean: () => namedType(ownWord("boolean")),
  null: () => namedType(ownWord("null")),
  anyValue: () => namedType(ownWord("unknown")),
  noValue: () => namedType(ownWord("never")),
  literal(type, { place, context }) {
    noteBigint(type, place, context);
    const texts = literalTexts(type, context.options.formats);
    return namedType(joinCode(texts, code` | `));
  },
  enum(type, state) {
    const { context, place, owner, nested, name } = state;
    noteBigint(type, place, context);
    const own = context.claim(name, owner);
    nested.push({ kind: "enum", name: own, type });
    return orUnrecognized(namedType(own), type.open, state);
  },
  object(type, { context, owner, nested, name }) {
    const own = context.claim(name, { ...owner, pointer: type.pointer });
    nested.push({ kind: "object", name: own, type });
    return namedType(own);
  },
  reference({ model }, state) {
    const { context, place, models } = state;
    models.add(model);
    const named = namedType(context.namesOf(model).type);
    return orUnrecognized(named, context.isOpenEnum(model, place), state);
  },
  withRequired({ type, names }, state) {
    const model = printType(type, state);
    const [first = namedType(ownWord("never")), ...others] = names.map((one) =>
      namedType(tsString(one)),
    );
    const keys = others.length === 0 ? first : union([first, ...others]);
    const picked = generic(ownWord("Pick"), model, keys);
    return intersection([model, generic(ownWord("Required"), picked)]);
  },
  array: ({ items }, state) => ({
    kind: "array",
    items: printType(items, state),
  }),
  tuple: (type, state) => ({ kind: "tuple", items: printItems(type, state) }),
  map: (type, state) => printMap(type, state),
  unknownObject: () => record(null, namedType(ownWord("unknown"))),
  emptyObject: (_type, state) => share("EmptyObject", state),
  nullable: ({ type }, state) =>
    union([printType(type, state), namedType(ownWord("null"))]),
  union: ({ members }, state) => union(printParts(members, "Option", state)),
  intersection: ({ members }, state) =>
    intersection(printParts(members, "Part", state)),
  generic({ generic: { name }, args }, state) {
    const own = declaredWord(name);
    state.shared.add(own);
    return args.length === 0
      ? namedType(own)
      : generic(own, ...args.map((arg) => printType(arg, state)));
  },
  parameter: ({ of }, { parameters }) =>
    namedType(
      of === "constrained"
        ? ownWord("string")
        : (parameters[of] ?? ownWord("never")),
    ),
};

function printMap(type: MapType, state: PrintState): TsType {
  if (state.leadsBack(type.values)) return declareMap(type, state);
  const key = word`${withoutEnd(state.name, "Value")}Key`;
  const keys = type.keys && printType(type.keys, { ...state, name: key });
  return record(keys, printType(type.values, state));
}

/**
 * An alias may refer to itself only by way of an interface or an array: in
 * `type Tree = Record<string, Tree>` the compiler sees a circle.
 * @see https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-7.html#more-recursive-type-aliases
 */
function declareMap(
  type: MapType,
  { context, owner, nested, name }: PrintState,
): TsType {
  const own = context.claim(name, owner);
  const fields = { fields: [], additional: type.values };
  const unplaced = { pointer: "", description: null, title: null };
  nested.push({
    kind: "object",
    name: own,
    type: { kind: "object", ...fields, ...unplaced },
  });
  return namedType(own);
}

function printItems(type: TupleType, state: PrintState): TsType[] {
  const items = printParts(type.items, "Item", state);
  if (type.rest === null) return items;
  const rest: TsType = { kind: "array", items: printType(type.rest, state) };
  return [...items, { kind: "rest", type: rest }];
}

/** `PetOption1`, `PetOption2` where several parts need a name, else `Pet`. */
function printParts(
  parts: readonly TypeExpr[],
  ending: "Item" | "Option" | "Part",
  state: PrintState,
): TsType[] {
  const unnamed = parts.filter(needsName).length;
  return parts.map((part, index) => {
    const name = word`${state.name}${ending}${index + 1}`;
    return printType(part, unnamed > 1 ? { ...state, name } : state);
  });
}

/** Notes the format of a literal or an enum that is typed as `bigint`, which JSON lacks. */
export function noteBigint(
  type: EnumType | LiteralType,
  place: TypePlace,
  { options, usedFormats, formatsBesideJson }: LowerContext,
): void {
  if (type.format === undefined || !isBigint(type, options.formats)) return;
  usedFormats.add(type.format);
  if (place === "model") formatsBesideJson.add(type.format);
}

/** The name of a type that a property declares: `IdentityVerificationSession` + `status`. */
export function nestedName(parent: Word, property: string): Word {
  const name = tsTypeName(property);
  return word`${parent}${/^_\d/.test(name) ? withoutStart(name, 1) : name}`;
}

function needsName(type: TypeExpr): boolean {
  return matchType(type, needsNameCases);
}

const needsNameCases: TypeCases<boolean> = {
  ...casesOf(leafKinds, () => false),
  ...casesOf(["tuple", "withRequired"] as const, () => false),
  enum: () => true,
  object: () => true,
  array: ({ items }) => needsName(items),
  map: ({ values }) => needsName(values),
  nullable: ({ type }) => needsName(type),
  union: ({ members }) => members.some(needsName),
  intersection: ({ members }) => members.some(needsName),
  generic: ({ args }) => args.some(needsName),
};

function namedType(text: Code): TsType {
  return { kind: "name", text };
}

function generic(name: Word, ...args: readonly TsType[]): TsType {
  return { kind: "generic", name, args };
}

/** If the keys are listed, an object may omit some of them. */
function record(keys: TsType | null, values: TsType): TsType {
  const key = keys ?? namedType(ownWord("string"));
  const type = generic(ownWord("Record"), key, values);
  return keys === null ? type : generic(ownWord("Partial"), type);
}

function intersection(members: readonly TsType[]): TsType {
  const flat = members.flatMap((member) =>
    member.kind === "intersection" ? member.members : [member],
  );
  return { kind: "intersection", members: flat };
}

/** Flattens nested unions and removes duplicates: `(A | B) | B | null → A | B | null`. */
export function union(members: readonly TsType[]): TsType {
  const flat = members.flatMap((member) =>
    member.kind === "union" ? member.members : [member],
  );
  const distinct = new Map(flat.map((member) => [flatType(member), member]));
  const [first] = distinct.values();
  return distinct.size === 1 && first !== undefined
    ? first
    : { kind: "union", members: [...distinct.values()] };
}
