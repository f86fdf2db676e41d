// The types of one file → Rust syntax. Also collects the names that the file must
// import, and the nested types that it must declare.

import { structureOf } from "../../ir/query/structure-of.js";
import type {
  EnumType,
  GenericType,
  InlineObjectType,
  LiteralValue,
  TupleType,
  TypeExpr,
  UnionType,
} from "../../ir/type-expr.js";
import {
  casesOf,
  matchType,
  type TypeCases,
} from "../../ir/walk/match-type.js";
import {
  type Code,
  code,
  joinCode,
  ownWord,
  type Word,
  word,
} from "../../languages/printable.js";
import { integerType } from "../../languages/rust/integer-type.js";
import { numberType } from "../../languages/rust/number-type.js";
import { isTooDeep, normalizeUnion } from "./normalize-union.js";
import type { PreciseContext } from "./precise-context.js";
import { rustShared, type SharedName } from "./rust-shared-types.js";

/** Where a type is used. */
export interface RustTypePlace {
  /** The name of a nested type that is declared here: `ChargeStatus`. */
  readonly name: Word;
  /** The location in the document, for messages. */
  readonly pointer: string;
  /** The owner of a nested type in its documentation: `` `status` in [`Charge`] ``. */
  readonly of: string;
  /** True if no pointer, such as a `Vec`, separates it from the model's value. */
  readonly inPlace: boolean;
}

/** A type without a schema name, which is declared beside its model. */
export type NestedRustType = {
  readonly name: Word;
  readonly place: RustTypePlace;
} & (
  | { readonly kind: "enum"; readonly type: EnumType }
  | { readonly kind: "object"; readonly type: InlineObjectType }
  | { readonly kind: "union"; readonly type: UnionType }
);

/** Prints the types of one file. */
export interface Printer {
  print(type: TypeExpr, place: RustTypePlace): Code;
  /** The name of a shared type, which the file then imports. */
  share(name: SharedName): Word;
  /** The name of the standard library's map, which the file then imports. */
  useMap(): Word;
  /** The type names of other models that the file uses. */
  readonly types: ReadonlySet<Word>;
  readonly shared: ReadonlySet<SharedName>;
  readonly usesMap: () => boolean;
  /** Printing one of these types may add others: a loop over them must see additions. */
  readonly nested: readonly NestedRustType[];
}

/** The input of printing one type, and the collections of its file. */
interface RustPrintState {
  readonly context: PreciseContext;
  /** The model that contains the types; null for shared unions. */
  readonly owner: string | null;
  readonly types: Set<Word>;
  readonly shared: Set<SharedName>;
  readonly nested: NestedRustType[];
  readonly uses: { map: boolean };
  readonly place: RustTypePlace;
}

/** `owner` is the model that contains the types; null for shared unions. */
export function createPrinter(
  context: PreciseContext,
  owner: string | null,
): Printer {
  const collected = {
    types: new Set<Word>(),
    shared: new Set<SharedName>(),
    nested: [],
    uses: { map: false },
  };
  const state = { ...collected, context, owner };
  return {
    ...collected,
    print: (type, place) => printRust(type, { ...state, place }),
    share: (name) => shareType(name, state),
    useMap: () => useMap(state),
    usesMap: () => collected.uses.map,
  };
}

function printRust(type: TypeExpr, state: RustPrintState): Code {
  return matchType(type, rustCases, state);
}

/** Prints a type that a pointer, such as a `Vec`, separates from the model's value. */
function printBehindPointer(type: TypeExpr, state: RustPrintState): Code {
  return printRust(type, {
    ...state,
    place: { ...state.place, inPlace: false },
  });
}

function shareType(
  name: SharedName,
  { shared, context }: Pick<RustPrintState, "context" | "shared">,
): Word {
  if (!context.shared.has(name)) throw new Error(`${name} is not reserved`);
  shared.add(name);
  return ownWord(name);
}

function useMap({ uses }: Pick<RustPrintState, "uses">): Word {
  uses.map = true;
  return word`BTreeMap`;
}

function useType(name: Word, { types }: RustPrintState): Word {
  types.add(name);
  return name;
}

/** Reports that Rust has no such type. Prints `()`, so that later types are still checked. */
function printInexpressible(
  what: string,
  { context, place }: RustPrintState,
): Code {
  context.reportInexpressible(place.pointer, what);
  return code`()`;
}

function notMerged(type: TypeExpr): never {
  throw new Error(`a pass should have removed the ${type.kind}`);
}

const rustCases: TypeCases<Code, RustPrintState> = {
  string: ({ format }, state) =>
    format === "decimal" ? shareType("Decimal", state) : word`String`,
  number: (type, state) =>
    type.format === "unix-time"
      ? shareType("Timestamp", state)
      : numberType(type),
  boolean: () => word`bool`,
  null: () => code`()`,
  anyValue: () => code`serde_json::Value`,
  noValue: (_type, state) => printInexpressible("a type without values", state),
  literal: (type, state) => printValues([type.value], type, state),
  enum: (type, state) => printValues(type.values, type, state),
  object: (type, state) => declareType({ kind: "object", type }, state),
  reference({ model }, state) {
    const { context, owner, place } = state;
    const name = useType(context.namesOf(model).type, state);
    const boxed =
      place.inPlace && owner !== null && context.isCycle(owner, model);
    return boxed ? code`Box<${name}>` : name;
  },
  array: ({ items }, state) => code`Vec<${printBehindPointer(items, state)}>`,
  tuple: (type, state) => printTuple(type, state),
  map: ({ values }, state) =>
    code`${useMap(state)}<String, ${printBehindPointer(values, state)}>`,
  unknownObject: (_type, state) => shareType("Object", state),
  emptyObject: (_type, state) => shareType("EmptyObject", state),
  nullable: ({ type }, state) => code`Option<${printRust(type, state)}>`,
  union: (type, state) => printUnion(type, state),
  generic: (type, state) => printGeneric(type, state),
  ...casesOf(["intersection", "parameter", "withRequired"] as const, notMerged),
};

/** Prints the type of `types.hbs` that the dialect names, or else the structure. */
function printGeneric(type: GenericType, state: RustPrintState): Code {
  const own = type.generic.languages.rust?.type;
  if (own === undefined) return printRust(structureOf(type), state);
  const args = type.args.map((arg) => printBehindPointer(arg, state));
  return code`${shareType(rustShared(own), state)}<${joinCode(args, code`, `)}>`;
}

/**
 * Declares an enum for strings. Prints a single boolean as `True` or `False`, and other
 * values as their common type.
 */
function printValues(
  values: readonly LiteralValue[],
  type: TypeExpr,
  state: RustPrintState,
): Code {
  const [first, ...others] = values;
  if (typeof first === "boolean" && others.length === 0) {
    return shareType(first ? "True" : "False", state);
  }
  if (values.every((value) => typeof value === "string")) {
    const own: EnumType =
      type.kind === "enum"
        ? type
        : { kind: "enum", values, open: false, notes: null };
    return declareType({ kind: "enum", type: own }, state);
  }
  const integer = integerType(values);
  return integer !== null
    ? code`${integer}`
    : printRust(basesOf(values), state);
}

function printTuple({ items, rest }: TupleType, state: RustPrintState): Code {
  if (rest !== null) {
    const what = "an array whose first items have other types than the rest";
    return printInexpressible(what, state);
  }
  // The standard library implements `Debug` and `PartialEq` for at most 12 items.
  if (items.length > 12) {
    return printInexpressible("a tuple of more than 12 items", state);
  }
  const { place } = state;
  const printed = items.map((item, index) => {
    const name = word`${place.name}Item${index + 1}`;
    return printRust(item, { ...state, place: { ...place, name } });
  });
  const [only = code``, ...others] = printed;
  return others.length === 0
    ? code`(${only},)`
    : code`(${joinCode(printed, code`, `)})`;
}

function printUnion(type: UnionType, state: RustPrintState): Code {
  const { context } = state;
  if (isTooDeep(type.members, context.models)) {
    return printInexpressible("unions nested more than 100 deep", state);
  }
  const members = normalizeUnion(type.members, context.models);
  const [first, second, ...others] = members;
  if (first === undefined) return code`()`;
  if (second === undefined) return printRust(first, state);
  const union: UnionType = { kind: "union", members };
  if (
    others.length === 0 &&
    first.kind === "reference" &&
    second.kind === "reference"
  ) {
    const name = context.shareUnion(union, [first.model, second.model]);
    return useType(name, state);
  }
  return declareType({ kind: "union", type: union }, state);
}

function declareType(
  own:
    | { kind: "enum"; type: EnumType }
    | { kind: "object"; type: InlineObjectType }
    | { kind: "union"; type: UnionType },
  { context, nested, place }: RustPrintState,
): Code {
  const name = context.claim(place.name, place.pointer);
  nested.push({ ...own, name, place });
  return name;
}

/** The common type of values: `1 | 2 → integer`, `"auto" | 1 → string | integer`. */
function basesOf(values: readonly LiteralValue[]): TypeExpr {
  const bases: TypeExpr[] = [];
  const strings = values.filter((value) => typeof value === "string");
  const numbers = values.filter(
    (value) => typeof value === "number" || typeof value === "bigint",
  );
  if (strings.length > 0) {
    bases.push({ kind: "enum", values: strings, open: false, notes: null });
  }
  if (numbers.length > 0) {
    const integer = integerType(numbers) === "i64";
    bases.push({ kind: "number", integer, format: null });
  }
  if (values.some((value) => typeof value === "boolean")) {
    bases.push({ kind: "boolean" });
  }
  const [first] = bases;
  return bases.length === 1 && first !== undefined
    ? first
    : { kind: "union", members: bases };
}
