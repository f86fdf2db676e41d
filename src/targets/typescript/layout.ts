// The syntax of a type → its text, broken over lines as Prettier breaks it, so
// that the output needs no formatter at run time.

import { assertNever } from "../../model/assert-never.js";
import { textWidth } from "./text-width.js";

/** The few forms of TypeScript's type syntax that are generated. */
export type TsType =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "union"; readonly members: readonly TsType[] }
  | { readonly kind: "intersection"; readonly members: readonly TsType[] }
  | { readonly kind: "array"; readonly items: TsType }
  | { readonly kind: "tuple"; readonly items: readonly TsType[] }
  | { readonly kind: "rest"; readonly type: TsType }
  | {
      readonly kind: "generic";
      readonly name: string;
      readonly args: readonly TsType[];
    };

/** @see https://prettier.io/docs/options#print-width */
export const printWidth = 80;

/** On one line, however wide. */
export function flatType(type: TsType): string {
  switch (type.kind) {
    case "name":
      return type.text;
    case "union":
      return type.members.map(flatMember).join(" | ");
    case "intersection":
      return type.members.map(flatOperand).join(" & ");
    case "array":
      return `${flatOperand(type.items)}[]`;
    case "tuple":
      return `[${type.items.map(flatType).join(", ")}]`;
    case "rest":
      return `...${flatType(type.type)}`;
    case "generic":
      return `${type.name}<${type.args.map(flatType).join(", ")}>`;
    default:
      return assertNever(type);
  }
}

/** An intersection binds tighter than a union and needs no parentheses in it. */
function flatMember(type: TsType): string {
  return flatType(type);
}

function flatOperand(type: TsType): string {
  return needsParentheses(type) ? `(${flatType(type)})` : flatType(type);
}

function needsParentheses(type: TsType): boolean {
  return type.kind === "union" || type.kind === "intersection";
}

/**
 * The type of a property or an alias, with the white space before it: ` A | B`,
 * or a member a line. `column` is where `:` or `=` ends.
 */
export function layoutType(
  type: TsType,
  column: number,
  indent: number,
  place: "alias" | "property",
): string {
  const flat = flatType(type);
  if (column + 1 + textWidth(flat) + 1 <= printWidth) return ` ${flat}`;
  if (type.kind === "union" && !hugsNull(type.members)) {
    const fitsBelow = place === "alias" && fitsAt(type, indent + 2);
    return fitsBelow
      ? `${newline(indent + 2)}${flat}`
      : layoutUnion(type.members, indent + 2, 1);
  }
  if (place === "alias" && !startFits(type, column + 1)) {
    const inner = indent + 2;
    return `${newline(inner)}${layoutWithin(type, inner, inner, 1)}`;
  }
  return ` ${layoutWithin(type, column + 1, indent, 1)}`;
}

/** Whether all up to the first place where the type may break fits on the line. */
function startFits(type: TsType, column: number): boolean {
  const start =
    type.kind === "generic" && !hugsArgument(type.args)
      ? `${type.name}<`
      : type.kind === "intersection"
        ? `${flatOperand(type.members[0] ?? type)} &`
        : type.kind === "array" && needsParentheses(type.items)
          ? "("
          : type.kind === "tuple"
            ? "["
            : `${flatType(type)};`;
  return column + textWidth(start) <= printWidth;
}

/** `after` counts the characters that must follow on the same line, such as `;`. */
function layoutWithin(
  type: TsType,
  column: number,
  indent: number,
  after: number,
): string {
  const flat = flatType(type);
  if (column + textWidth(flat) + after <= printWidth) return flat;
  switch (type.kind) {
    case "name":
      return flat;
    case "union":
      return hugsNull(type.members)
        ? layoutHugged(type.members, column, indent, after)
        : layoutUnion(type.members, indent, after).trimStart();
    case "intersection":
      return layoutIntersection(type.members, column, indent, after);
    case "array": {
      if (!needsParentheses(type.items)) {
        return `${layoutWithin(type.items, column, indent, after + 2)}[]`;
      }
      const inner = indent + 2;
      const items =
        type.items.kind === "union"
          ? layoutUnion(type.items.members, inner, 0)
          : `${newline(inner)}${layoutWithin(type.items, inner, inner, 0)}`;
      return `(${items}${newline(indent)})[]`;
    }
    case "tuple":
      return `[${layoutItems(type.items, indent)}${newline(indent)}]`;
    case "rest":
      return `...${layoutWithin(type.type, column + 3, indent, after)}`;
    case "generic": {
      if (hugsArgument(type.args)) return flat;
      const args = layoutItems(type.args, indent).replace(/,$/, "");
      return `${type.name}<${args}${newline(indent)}>`;
    }
    default:
      return assertNever(type);
  }
}

/** `Reference | null` is never broken at the bar. */
function hugsNull(members: readonly TsType[]): boolean {
  const others = members.filter(
    (member) => !(member.kind === "name" && member.text === "null"),
  );
  return others.length === 1 && others.every(isReference);
}

const keywords = /^(string|number|boolean|unknown|never|null|true|false)$/;

function isReference(type: TsType): boolean {
  if (type.kind === "generic") return true;
  return (
    type.kind === "name" &&
    /^[\p{L}_$]/u.test(type.text) &&
    !keywords.test(type.text)
  );
}

function layoutHugged(
  members: readonly TsType[],
  column: number,
  indent: number,
  after: number,
): string {
  return members
    .map((member) => layoutWithin(member, column, indent, after + 7))
    .join(" | ");
}

/** A member a line, each behind a bar. */
function layoutUnion(
  members: readonly TsType[],
  indent: number,
  after: number,
): string {
  return members
    .map((member, index) => {
      const last = index === members.length - 1;
      const text = layoutWithin(
        member,
        indent + 2,
        indent + 2,
        last ? after : 0,
      );
      return `${newline(indent)}| ${text}`;
    })
    .join("");
}

function layoutIntersection(
  members: readonly TsType[],
  column: number,
  indent: number,
  after: number,
): string {
  const inner = indent + 2;
  return members
    .map((member, index) => {
      const last = index === members.length - 1;
      const start = index === 0 ? column : inner;
      const rest = last ? after : 2;
      return needsParentheses(member)
        ? flatOperand(member)
        : layoutWithin(member, start, index === 0 ? indent : inner, rest);
    })
    .join(` &${newline(inner)}`);
}

/** An item a line, each with a comma. */
function layoutItems(items: readonly TsType[], indent: number): string {
  const inner = indent + 2;
  return items
    .map((item) => {
      const text =
        item.kind === "union" && !fitsAt(item, inner)
          ? layoutUnion(item.members, inner, 1).trimStart()
          : layoutWithin(item, inner, inner, 1);
      return `${newline(inner)}${text},`;
    })
    .join("");
}

function fitsAt(type: TsType, column: number): boolean {
  return column + textWidth(flatType(type)) + 1 <= printWidth;
}

/** `Expandable<Name>` stays together however long the name is. */
function hugsArgument(args: readonly TsType[]): boolean {
  return args.length === 1 && args[0]?.kind === "name";
}

function newline(indent: number): string {
  return `\n${" ".repeat(indent)}`;
}
