// Formats types with line breaks as Prettier does, so that users need no formatter.

import { assertNever } from "../../ir/assert-never.js";
import { type Code, code, joinCode, spaces, trimCode } from "../printable.js";
import { textWidth } from "./text-width.js";
import {
  flatOperand,
  flatType,
  hugsArgument,
  hugsNull,
  needsParentheses,
  type TsType,
} from "./ts-type.js";

/** @see https://prettier.io/docs/options#print-width */
export const printWidth = 80;

/**
 * Formats the type of a property or an alias, with leading white space: ` A | B`, or
 * one member per line. `column` is where `:` or `=` ends.
 */
export function layoutType(
  type: TsType,
  column: number,
  indent: number,
  place: "alias" | "property",
): Code {
  const flat = flatType(type);
  if (column + 1 + textWidth(flat) + 1 <= printWidth) return code` ${flat}`;
  if (type.kind === "union" && !hugsNull(type.members)) {
    return fitsAt(type, indent + 2)
      ? code`${newline(indent + 2)}${flat}`
      : layoutUnion(type.members, indent + 2, 1);
  }
  if (place === "alias" && !startFits(type, column + 1)) {
    const inner = indent + 2;
    return code`${newline(inner)}${layoutWithin(type, inner, inner, 1)}`;
  }
  return code` ${layoutWithin(type, column + 1, indent, 1)}`;
}

/** Returns true if the text before the first possible line break fits on the line. */
function startFits(type: TsType, column: number): boolean {
  const start = canBreak(type)
    ? unbreakableStart(type)
    : code`${flatType(type)};`;
  return column + textWidth(start) <= printWidth;
}

function canBreak(type: TsType): boolean {
  switch (type.kind) {
    case "name":
      return false;
    case "union": // callers pass only hugged unions
      return type.members.some(canBreak);
    case "array":
      return type.items.kind === "union" && !hugsNull(type.items.members)
        ? true
        : canBreak(type.items);
    case "generic":
      return !hugsArgument(type.args) || type.args.some(canBreak);
    case "intersection":
    case "rest":
    case "tuple":
      return true;
    default:
      return assertNever(type);
  }
}

function unbreakableStart(type: TsType): Code {
  switch (type.kind) {
    case "generic":
      return hugsArgument(type.args)
        ? code`${type.name}<${joinCode(type.args.map(unbreakableStart), code``)}`
        : code`${type.name}<`;
    case "intersection": {
      const [first = type] = type.members;
      return first.kind === "union" && !hugsNull(first.members)
        ? code`(`
        : code`${flatOperand(first)} &`;
    }
    case "union":
      return joinCode(type.members.slice(0, 1).map(unbreakableStart), code``);
    case "array":
      if (!needsParentheses(type.items)) return unbreakableStart(type.items);
      return type.items.kind === "union" && !hugsNull(type.items.members)
        ? code`(`
        : code`(${unbreakableStart(type.items)}`;
    case "tuple":
      return code`[`;
    case "name":
    case "rest":
      return flatType(type);
    default:
      return assertNever(type);
  }
}

/**
 * Formats a type that starts at `column`. `after` is the number of characters that must
 * follow on the same line, such as `;`.
 */
function layoutWithin(
  type: TsType,
  column: number,
  indent: number,
  after: number,
): Code {
  const flat = flatType(type);
  if (column + textWidth(flat) + after <= printWidth) return flat;
  switch (type.kind) {
    case "name":
      return flat;
    case "union":
      return hugsNull(type.members)
        ? layoutHugged(type.members, column, indent, after)
        : trimCode(layoutUnion(type.members, indent, after));
    case "intersection":
      return layoutIntersection(type.members, column, indent, after);
    case "array":
      return code`${layoutOperand(type.items, column, indent, after + 2)}[]`;
    case "tuple":
      return code`[${layoutItems(type.items, indent, true)}${newline(indent)}]`;
    case "rest":
      return code`...${layoutWithin(type.type, column + 3, indent, after)}`;
    case "generic": {
      const [arg] = type.args;
      if (arg !== undefined && hugsArgument(type.args)) {
        const start = column + textWidth(type.name) + 1;
        return code`${type.name}<${layoutWithin(arg, start, indent, after + 1)}>`;
      }
      const args = layoutItems(type.args, indent, false);
      return code`${type.name}<${args}${newline(indent)}>`;
    }
    default:
      return assertNever(type);
  }
}

function layoutHugged(
  members: readonly TsType[],
  column: number,
  indent: number,
  after: number,
): Code {
  return joinCode(
    members.map((member) => layoutWithin(member, column, indent, after + 7)),
    code` | `,
  );
}

/** Formats one member per line, each behind a `|`. */
function layoutUnion(
  members: readonly TsType[],
  indent: number,
  after: number,
): Code {
  return joinCode(
    members.map((member, index) => {
      const last = index === members.length - 1;
      const text = layoutOperand(
        member,
        indent + 2,
        indent + 2,
        last ? after : 0,
      );
      return code`${newline(indent)}| ${text}`;
    }),
    code``,
  );
}

/**
 * Formats a member of a union or an intersection, with parentheses if it is one,
 * too.
 */
function layoutOperand(
  type: TsType,
  column: number,
  indent: number,
  after: number,
): Code {
  if (!needsParentheses(type)) {
    return layoutWithin(type, column, indent, after);
  }
  const flat = flatOperand(type);
  if (column + textWidth(flat) + after <= printWidth) return flat;
  if (type.kind !== "union" || hugsNull(type.members)) {
    return code`(${layoutWithin(type, column + 1, indent, after + 1)})`;
  }
  const inner = indent + 2;
  const items = fitsAt(type, inner - 1)
    ? code`${newline(inner)}${flatType(type)}`
    : layoutUnion(type.members, inner, 0);
  return code`(${items}${newline(indent)})`;
}

function layoutIntersection(
  members: readonly TsType[],
  column: number,
  indent: number,
  after: number,
): Code {
  const inner = indent + 2;
  return joinCode(
    members.map((member, index) => {
      const last = index === members.length - 1;
      const start = index === 0 ? column : inner;
      const following = last ? after : 2;
      return layoutOperand(
        member,
        start,
        index === 0 ? indent : inner,
        following,
      );
    }),
    code` &${newline(inner)}`,
  );
}

/** Formats one item per line with commas between them; tuples have a trailing comma. */
function layoutItems(
  items: readonly TsType[],
  indent: number,
  inTuple: boolean,
): Code {
  const inner = indent + 2;
  return joinCode(
    items.map((item, index) => {
      const comma = inTuple || index < items.length - 1 ? code`,` : code``;
      const after = comma.length;
      const broken =
        item.kind === "union" &&
        !hugsNull(item.members) &&
        inner + textWidth(flatType(item)) + after > printWidth;
      const text = broken
        ? layoutUnionItem(item, inner, after, inTuple && items.length > 1)
        : layoutWithin(item, inner, inner, after);
      return code`${newline(inner)}${text}${comma}`;
    }),
    code``,
  );
}

/** In a tuple of several items, a broken union has parentheses. */
function layoutUnionItem(
  union: TsType & { kind: "union" },
  indent: number,
  after: number,
  parenthesized: boolean,
): Code {
  if (!parenthesized) {
    return trimCode(layoutUnion(union.members, indent, after));
  }
  const inner = indent + 2;
  const flat = flatType(union);
  const text =
    inner + textWidth(flat) <= printWidth
      ? code`${newline(inner)}${flat}`
      : layoutUnion(union.members, inner, 0);
  return code`(${text}${newline(indent)})`;
}

function fitsAt(type: TsType, column: number): boolean {
  return column + textWidth(flatType(type)) + 1 <= printWidth;
}

function newline(indent: number): Code {
  return code`\n${spaces(indent)}`;
}
