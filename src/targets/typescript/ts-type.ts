// The few forms of TypeScript's type syntax that are generated, on one line, and
// which of their parts Prettier keeps together.

import { assertNever } from "../../model/assert-never.js";

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

const nothing: TsType = { kind: "name", text: "undefined" };

/** `undefined` beside what is not always there, or in place of what never is. */
export function orNothing(type: TsType | null, always: boolean): TsType {
  if (type === null) return nothing;
  if (always) return type;
  const members = type.kind === "union" ? type.members : [type];
  return { kind: "union", members: [...members, nothing] };
}

/** On one line, however wide. */
export function flatType(type: TsType): string {
  switch (type.kind) {
    case "name":
      return type.text;
    case "union":
      return type.members.map(flatOperand).join(" | ");
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

export function flatOperand(type: TsType): string {
  return needsParentheses(type) ? `(${flatType(type)})` : flatType(type);
}

export function needsParentheses(type: TsType): boolean {
  return type.kind === "union" || type.kind === "intersection";
}

/** `Reference | null` is never broken at the bar. */
export function hugsNull(members: readonly TsType[]): boolean {
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

/** `Expandable<Name>` and `List<Name | null>` stay together however long the name is. */
export function hugsArgument(args: readonly TsType[]): boolean {
  const [arg, ...others] = args;
  if (arg === undefined || others.length > 0) return false;
  if (arg.kind === "union") return hugsNull(arg.members);
  return arg.kind === "name";
}
