// The subset of TypeScript's type syntax that we generate, its one-line form, and the
// parts that Prettier does not break.

import { assertNever } from "../../ir/assert-never.js";
import { type Code, code, joinCode, type Word } from "../printable.js";

/** A type; `name` is any syntax that never breaks, such as a keyword. */
export type TsType =
  | { readonly kind: "name"; readonly text: Code }
  /** `"paid"`, `1`, `true` */
  | { readonly kind: "literal"; readonly text: Code }
  | { readonly kind: "union"; readonly members: readonly TsType[] }
  | { readonly kind: "intersection"; readonly members: readonly TsType[] }
  | { readonly kind: "array"; readonly items: TsType }
  | { readonly kind: "tuple"; readonly items: readonly TsType[] }
  | { readonly kind: "rest"; readonly type: TsType }
  | {
      readonly kind: "generic";
      readonly name: Word;
      readonly args: readonly TsType[];
    };

const emptyText: TsType = { kind: "name", text: code`undefined` };

/**
 * Adds `undefined` to the type of a value that may be absent. Null is the type of a
 * value that is never present: it becomes `undefined`.
 */
export function orEmpty(type: TsType | null, always: boolean): TsType {
  if (type === null) return emptyText;
  if (always) return type;
  const members = type.kind === "union" ? type.members : [type];
  return { kind: "union", members: [...members, emptyText] };
}

/** Formats a type on one line of any width. */
export function flatType(type: TsType): Code {
  switch (type.kind) {
    case "name":
    case "literal":
      return type.text;
    case "union":
      return joinCode(type.members.map(flatOperand), code` | `);
    case "intersection":
      return joinCode(type.members.map(flatOperand), code` & `);
    case "array":
      return code`${flatOperand(type.items)}[]`;
    case "tuple":
      return code`[${flatTypes(type.items)}]`;
    case "rest":
      return code`...${flatType(type.type)}`;
    case "generic":
      return code`${type.name}<${flatTypes(type.args)}>`;
    default:
      return assertNever(type);
  }
}

function flatTypes(types: readonly TsType[]): Code {
  return joinCode(types.map(flatType), code`, `);
}

/** Formats a member of a union, intersection or array on one line. */
function flatOperand(type: TsType): Code {
  return needsParentheses(type) ? code`(${flatType(type)})` : flatType(type);
}

/** Returns true for a type that needs parentheses as a member of another. */
function needsParentheses(type: TsType): boolean {
  return type.kind === "union" || type.kind === "intersection";
}

/** Returns true for a union that Prettier never breaks, such as `Reference | null`. */
export function hugsNull(members: readonly TsType[]): boolean {
  const others = members.filter(
    (member) => !(member.kind === "name" && member.text === "null"),
  );
  return others.length === 1 && others.every(isReference);
}

const tsTypeKeywords = /^(string|number|boolean|unknown|never|null)$/;

function isReference(type: TsType): boolean {
  if (type.kind === "generic") return true;
  return (
    type.kind === "name" &&
    /^[\p{L}_$]/u.test(type.text) &&
    !tsTypeKeywords.test(type.text)
  );
}

/**
 * Returns true for arguments that Prettier keeps on the line of the generic, however
 * long they are: `Expandable<Name>`, `List<Name | null>`.
 */
export function hugsArgument(args: readonly TsType[]): boolean {
  const [arg, ...others] = args;
  if (arg === undefined || others.length > 0) return false;
  if (arg.kind === "union") return hugsNull(arg.members);
  return arg.kind === "name" || arg.kind === "literal";
}
