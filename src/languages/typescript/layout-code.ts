// Formats calls and constants of validation code, with line breaks as Prettier.

import { type Code, code, joinCode, spaces, trimCode } from "../printable.js";
import { printWidth } from "./layout-type.js";
import { textWidth } from "./text-width.js";

/**
 * Formats `name(a, b);`, with one argument per line if it is too wide. `column` is
 * where the call starts.
 */
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

/**
 * Formats `head name(a, b);` after `if` or `else`, in a block if it is too wide.
 * `args` is null for a statement that is not a call.
 */
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

/** Formats `start = [a, b];`, with one item per line if it is too wide or `broken`. */
export function layoutList(
  start: Code,
  items: readonly Code[],
  broken = false,
): Code {
  return layoutValue(start, code`[`, items, code`]`, broken);
}

/** Formats `start = { a: 1 };`, with one property per line if it is too wide. */
export function layoutRecord(start: Code, properties: readonly Code[]): Code {
  return layoutValue(start, code`{ `, properties, code` }`, false);
}

/** Puts the value on the next line where not even its bracket fits behind the name. */
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

/** Formats `[a, b]` as an item of a list. */
export function layoutCodeItems(items: readonly Code[]): Code {
  const flat = code`[${joinCode(items, code`, `)}]`;
  if (2 + textWidth(flat) + 1 <= printWidth) return flat;
  return code`[${joinCode(
    items.map((item) => code`\n    ${item},`),
    code``,
  )}\n  ]`;
}
