// Calls and constants of the code that checks values → their text, broken over lines
// as Prettier breaks it.

import { type Code, code, joinCode, spaces, trimCode } from "../printable.js";
import { printWidth } from "./layout-type.js";
import { textWidth } from "./text-width.js";

/** `name(a, b);`, an argument a line where it is too wide. It begins at `column`. */
export function layoutCall(
  name: Code,
  args: readonly Code[],
  indent: number,
  column = indent,
): Code {
  const flat = code`${name}(${joinCode(args, code`, `)});`;
  if (column + textWidth(flat) <= printWidth) return flat;
  const inner = spaces(indent + 2);
  const lines = args.map((arg) => code`\n${inner}${arg},`);
  return code`${name}(${joinCode(lines, code``)}\n${spaces(indent)});`;
}

/** `head name(a, b);` behind an `if` or `else`, in a block where it is too wide; without a call where `args` is null. */
export function layoutStatement(
  head: Code,
  name: Code,
  args: readonly Code[] | null,
  indent: number,
): Code {
  const flat =
    args === null
      ? code`${name};`
      : code`${name}(${joinCode(args, code`, `)});`;
  if (indent + textWidth(code`${head} ${flat}`) <= printWidth) {
    return code`${head} ${flat}`;
  }
  const inner = indent + 2;
  const text = args === null ? flat : layoutCall(name, args, inner);
  const margin = spaces(indent);
  return code`${head} {\n${margin}  ${text}\n${margin}}`;
}

/** `start = [a, b];`, an item a line where it is too wide or `broken`. */
export function layoutList(
  start: Code,
  items: readonly Code[],
  broken = false,
): Code {
  return layoutValue(start, code`[`, items, code`]`, broken);
}

/** `start = { a: 1 };`, a property a line where it is too wide. */
export function layoutRecord(start: Code, properties: readonly Code[]): Code {
  return layoutValue(start, code`{ `, properties, code` }`, false);
}

/** Where not even the bracket fits behind the name, the value is below it. */
function layoutValue(
  start: Code,
  open: Code,
  items: readonly Code[],
  close: Code,
  broken: boolean,
): Code {
  const flat = code`${open}${joinCode(items, code`, `)}${close};`;
  if (!broken && textWidth(code`${start} = ${flat}`) <= printWidth) {
    return code`${start} = ${flat}`;
  }
  const below = textWidth(code`${start} = ${trimCode(open)}`) > printWidth;
  if (below && !broken && 2 + textWidth(flat) <= printWidth) {
    return code`${start} =\n  ${flat}`;
  }
  const indent = below ? code`  ` : code``;
  const lines = joinCode(
    items.map((item) => code`\n${indent}  ${item},`),
    code``,
  );
  const before = below ? code`\n  ` : code` `;
  return code`${start} =${before}${trimCode(open)}${lines}\n${indent}${trimCode(close)};`;
}

/** `[a, b]` within a list. */
export function layoutCodeItems(items: readonly Code[]): Code {
  const flat = code`[${joinCode(items, code`, `)}]`;
  if (2 + textWidth(flat) + 1 <= printWidth) return flat;
  return code`[${joinCode(
    items.map((item) => code`\n    ${item},`),
    code``,
  )}\n  ]`;
}
