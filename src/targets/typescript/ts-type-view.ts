// A type of TypeScript → data for templates, which print it by a partial that calls itself
// with the parts of the type. Precedence is final here, order and line breaks are not.

import { assertNever } from "../../ir/assert-never.js";
import { type Code, ownWord, type Word } from "../../languages/printable.js";
import {
  hugsArgument,
  hugsNull,
  type TsType,
} from "../../languages/typescript/ts-type.js";
import type { ShapeOf } from "../target.js";

/**
 * A type. Objects and enums have a declaration of their own, so that the types of fields
 * have only their names. One of the flags `isArray`, `isGeneric`, … is true.
 */
export interface TsTypeView {
  /** `array`, `generic`, `intersection`, `literal`, `name`, `null`, `rest`, `tuple`, `union` */
  readonly kind: Word;
  readonly isArray: boolean;
  readonly isGeneric: boolean;
  readonly isIntersection: boolean;
  readonly isLiteral: boolean;
  readonly isName: boolean;
  readonly isNull: boolean;
  /** True for the type of the further items of a tuple: `...string[]`. */
  readonly isRest: boolean;
  readonly isTuple: boolean;
  readonly isUnion: boolean;
  /** `Pet`, `string`; of a generic `Record`; of a literal `"paid"`. Null for other kinds. */
  readonly name: Code | null;
  /** The type of an array's items; the array of a rest. Null for other kinds. */
  readonly items: TsTypeView | null;
  /** Of unions and intersections; of tuples the types of the items in their order. */
  readonly members: readonly TsTypeView[];
  /** Of a generic. */
  readonly arguments: readonly TsTypeView[];
  /** True for a union with null. */
  readonly nullable: boolean;
  /** True if it needs parentheses as a member of another type. */
  readonly needsParentheses: boolean;
  /** Of unions: true if each member has a `|` before it where there is one per line. */
  readonly hasBars: boolean;
  /** Of a generic: true if its argument stays on the line, however long it is. */
  readonly isHugged: boolean;
  /** True for a tuple of one item. */
  readonly isSingle: boolean;
}

/** A view without a kind and without parts. */
const blank = {
  isArray: false,
  isGeneric: false,
  isIntersection: false,
  isLiteral: false,
  isName: false,
  isNull: false,
  isRest: false,
  isTuple: false,
  isUnion: false,
  name: null,
  items: null,
  members: [],
  arguments: [],
  nullable: false,
  needsParentheses: false,
  hasBars: false,
  isHugged: false,
  isSingle: false,
};

const blanks = {
  array: { ...blank, kind: ownWord("array"), isArray: true },
  generic: { ...blank, kind: ownWord("generic"), isGeneric: true },
  intersection: {
    ...{ ...blank, kind: ownWord("intersection"), isIntersection: true },
    needsParentheses: true,
  },
  literal: { ...blank, kind: ownWord("literal"), isLiteral: true },
  name: { ...blank, kind: ownWord("name"), isName: true },
  null: { ...blank, kind: ownWord("null"), isNull: true },
  rest: { ...blank, kind: ownWord("rest"), isRest: true },
  tuple: { ...blank, kind: ownWord("tuple"), isTuple: true },
  union: {
    ...{ ...blank, kind: ownWord("union"), isUnion: true },
    needsParentheses: true,
  },
} satisfies Readonly<Record<TsType["kind"] | "null", TsTypeView>>;

export function viewOfType(type: TsType): TsTypeView {
  switch (type.kind) {
    case "name":
      return isNull(type) ? blanks.null : { ...blanks.name, name: type.text };
    case "literal":
      return { ...blanks.literal, name: type.text };
    case "array":
      return { ...blanks.array, items: viewOfType(type.items) };
    case "rest":
      return { ...blanks.rest, items: viewOfType(type.type) };
    case "tuple": {
      const members = type.items.map(viewOfType);
      return { ...blanks.tuple, members, isSingle: members.length === 1 };
    }
    case "generic":
      return {
        ...{ ...blanks.generic, name: type.name },
        arguments: type.args.map(viewOfType),
        isHugged: hugsArgument(type.args),
      };
    case "intersection":
      return { ...blanks.intersection, members: type.members.map(viewOfType) };
    case "union":
      return {
        ...{ ...blanks.union, members: type.members.map(viewOfType) },
        nullable: type.members.some(isNull),
        hasBars: !hugsNull(type.members),
      };
    default:
      return assertNever(type);
  }
}

function isNull(type: TsType): boolean {
  return type.kind === "name" && type.text === "null";
}

/** A view of a name alone: `Pet`. */
export function viewOfName(name: Code): TsTypeView {
  return viewOfType({ kind: "name", text: name });
}

export const tsTypeShape: ShapeOf<TsTypeView> = {
  fields: {
    kind: "word",
    isArray: "flag",
    isGeneric: "flag",
    isIntersection: "flag",
    isLiteral: "flag",
    isName: "flag",
    isNull: "flag",
    isRest: "flag",
    isTuple: "flag",
    isUnion: "flag",
    name: "code",
    items: { ref: () => tsTypeShape },
    members: { list: { ref: () => tsTypeShape } },
    arguments: { list: { ref: () => tsTypeShape } },
    nullable: "flag",
    needsParentheses: "flag",
    hasBars: "flag",
    isHugged: "flag",
    isSingle: "flag",
  },
};
