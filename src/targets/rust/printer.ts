// The types of one file → Rust's syntax. Collects on the way what the file must use,
// and what gets a declaration of its own.

import { assertNever } from "../../ir/assert-never.js";
import type {
  EnumType,
  InlineObjectType,
  LiteralValue,
  TypeExpr,
  UnionType,
} from "../../ir/type-expr.js";
import {
  type Code,
  code,
  joinCode,
  ownWord,
  type Word,
  word,
} from "../../languages/printable.js";
import { integerType } from "../../languages/rust/integer-type.js";
import { isTooDeep, normalizeUnion } from "./normalize-union.js";
import type { PreciseContext } from "./precise-context.js";
import type { SharedName } from "./rust-shared-types.js";

/** Where a type stands. */
export interface RustTypePlace {
  /** What an enum, an object or a union would be called if it is declared here. */
  readonly name: Word;
  readonly pointer: string;
  /** What its documentation says that it is of: `` `status` of [`Charge`] ``. */
  readonly of: string;
  /** Whether it is within a value of the model, and not behind a pointer. */
  readonly inPlace: boolean;
}

/** What is declared beside a model because of where it stands in it. */
export type NestedRustType = {
  readonly name: Word;
  readonly place: RustTypePlace;
} & (
  | { readonly kind: "enum"; readonly type: EnumType }
  | { readonly kind: "object"; readonly type: InlineObjectType }
  | { readonly kind: "union"; readonly type: UnionType }
);

export interface Printer {
  print(type: TypeExpr, place: RustTypePlace): Code;
  share(name: SharedName): Word;
  useMap(): Word;
  /** Other models, by the name of their types. */
  readonly types: ReadonlySet<Word>;
  readonly shared: ReadonlySet<SharedName>;
  readonly usesMap: () => boolean;
  /** Grows while what is in it is printed. */
  readonly nested: readonly NestedRustType[];
}

/** `owner` is the model that the types are of; null for what belongs to none. */
export function createPrinter(
  context: PreciseContext,
  owner: string | null,
): Printer {
  const types = new Set<Word>();
  const shared = new Set<SharedName>();
  const nested: NestedRustType[] = [];
  let mapUsed = false;

  const share = (name: SharedName): Word => {
    shared.add(name);
    return ownWord(name);
  };
  const useMap = (): Word => {
    mapUsed = true;
    return word`BTreeMap`;
  };
  const use = (name: Word): Word => {
    types.add(name);
    return name;
  };

  const print = (type: TypeExpr, place: RustTypePlace): Code => {
    const elsewhere = { ...place, inPlace: false };
    switch (type.kind) {
      case "string":
        return type.format === "decimal" ? share("Decimal") : word`String`;
      case "number":
        if (type.format === "unix-time") return share("Timestamp");
        return type.integer ? word`i64` : word`f64`;
      case "boolean":
        return word`bool`;
      case "null":
        return code`()`;
      case "anyValue":
        return code`serde_json::Value`;
      case "noValue":
        context.refuse(place.pointer, "a type without values");
        return code`()`;
      case "literal":
        return printValues([type.value], type, place);
      case "enum":
        return printValues(type.values, type, place);
      case "object":
        return declare({ kind: "object", type }, place);
      case "reference": {
        const name = use(context.namesOf(type.model).type);
        const boxed =
          place.inPlace && owner !== null && context.isCycle(owner, type.model);
        return boxed ? code`Box<${name}>` : name;
      }
      case "array":
        return code`Vec<${print(type.items, elsewhere)}>`;
      case "tuple":
        return printTuple(type, place);
      case "map":
        return code`${useMap()}<String, ${print(type.values, elsewhere)}>`;
      case "unknownObject":
        return share("Object");
      case "emptyObject":
        return share("EmptyObject");
      case "nullable":
        return code`Option<${print(type.type, place)}>`;
      case "union":
        return printUnion(type, place);
      case "expandable":
        return code`${share("Expandable")}<${print(type.type, elsewhere)}>`;
      case "emptyable":
        return print(
          {
            kind: "union",
            members: [type.type, { kind: "string", format: null }],
          },
          place,
        );
      case "list":
        return code`${share(type.search ? "SearchList" : "List")}<${print(type.items, elsewhere)}>`;
      case "intersection":
      case "withRequired":
        throw new Error(`${type.kind} was to be merged before`);
      default:
        return assertNever(type);
    }
  };

  /** An enum of strings; of the others what all values have in common. */
  const printValues = (
    values: readonly LiteralValue[],
    type: TypeExpr,
    place: RustTypePlace,
  ): Code => {
    const [first, ...others] = values;
    if (typeof first === "boolean" && others.length === 0) {
      return share(first ? "True" : "False");
    }
    if (values.every((value) => typeof value === "string")) {
      const own: EnumType =
        type.kind === "enum"
          ? type
          : { kind: "enum", values, open: false, notes: null };
      return declare({ kind: "enum", type: own }, place);
    }
    const integer = integerType(values);
    return integer !== null ? code`${integer}` : print(basesOf(values), place);
  };

  const printTuple = (
    type: TypeExpr & { kind: "tuple" },
    place: RustTypePlace,
  ): Code => {
    if (type.rest !== null || type.items.length > 12) {
      context.refuse(
        place.pointer,
        "a list whose first items have other types than the rest",
      );
      return code`()`;
    }
    const items = type.items.map((item, index) =>
      print(item, { ...place, name: word`${place.name}Item${index + 1}` }),
    );
    const [only = code``, ...others] = items;
    return others.length === 0
      ? code`(${only},)`
      : code`(${joinCode(items, code`, `)})`;
  };

  const printUnion = (type: UnionType, place: RustTypePlace): Code => {
    if (isTooDeep(type.members, context.models)) {
      context.refuse(place.pointer, "unions nested more than 100 deep");
      return code`()`;
    }
    const members = normalizeUnion(type.members, context.models);
    const [first, second, ...others] = members;
    if (first === undefined) return code`()`;
    if (second === undefined) return print(first, place);
    const union: UnionType = { kind: "union", members };
    if (
      others.length === 0 &&
      first.kind === "reference" &&
      second.kind === "reference"
    ) {
      return use(context.shareUnion(union, [first.model, second.model]));
    }
    return declare({ kind: "union", type: union }, place);
  };

  const declare = (
    own:
      | { kind: "enum"; type: EnumType }
      | { kind: "object"; type: InlineObjectType }
      | { kind: "union"; type: UnionType },
    place: RustTypePlace,
  ): Code => {
    const name = context.claim(place.name, place.pointer);
    nested.push({ ...own, name, place });
    return name;
  };

  return {
    print,
    share,
    useMap,
    types,
    shared,
    usesMap: () => mapUsed,
    nested,
  };
}

/** `1 | 2 → integer`, `"auto" | 1 → string | integer` */
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
