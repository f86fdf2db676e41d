// Calls and constants of the code that checks values → their text, broken over lines
// as Prettier breaks it.

import { printWidth } from "./layout.js";
import { textWidth } from "./text-width.js";

/** `name(a, b);`, an argument a line where it is too wide. It begins at `column`. */
export function layoutCall(
  name: string,
  args: readonly string[],
  indent: number,
  column = indent,
): string {
  const flat = `${name}(${args.join(", ")});`;
  if (column + textWidth(flat) <= printWidth) return flat;
  const inner = " ".repeat(indent + 2);
  const lines = args.map((arg) => `\n${inner}${arg},`);
  return `${name}(${lines.join("")}\n${" ".repeat(indent)});`;
}

/** `head name(a, b);` behind an `if` or `else`, in a block where it is too wide; without a call where `args` is null. */
export function layoutStatement(
  head: string,
  name: string,
  args: readonly string[] | null,
  indent: number,
): string {
  const flat = args === null ? `${name};` : `${name}(${args.join(", ")});`;
  if (indent + textWidth(`${head} ${flat}`) <= printWidth) {
    return `${head} ${flat}`;
  }
  const inner = indent + 2;
  const text = args === null ? flat : layoutCall(name, args, inner);
  const margin = " ".repeat(indent);
  return `${head} {\n${margin}  ${text}\n${margin}}`;
}

/** `start = [a, b];`, an item a line where it is too wide or `broken`. */
export function layoutList(
  start: string,
  items: readonly string[],
  broken = false,
): string {
  return layoutValue(start, "[", items, "]", broken);
}

/** `start = { a: 1 };`, a property a line where it is too wide. */
export function layoutRecord(
  start: string,
  properties: readonly string[],
): string {
  return layoutValue(start, "{ ", properties, " }", false);
}

/** Where not even the bracket fits behind the name, the value is below it. */
function layoutValue(
  start: string,
  open: string,
  items: readonly string[],
  close: string,
  broken: boolean,
): string {
  const flat = `${open}${items.join(", ")}${close};`;
  if (!broken && textWidth(`${start} = ${flat}`) <= printWidth) {
    return `${start} = ${flat}`;
  }
  const below = textWidth(`${start} = ${open.trim()}`) > printWidth;
  if (below && !broken && 2 + textWidth(flat) <= printWidth) {
    return `${start} =\n  ${flat}`;
  }
  const indent = below ? "  " : "";
  const lines = items.map((item) => `\n${indent}  ${item},`).join("");
  const before = below ? "\n  " : " ";
  return `${start} =${before}${open.trim()}${lines}\n${indent}${close.trim()};`;
}

/** `[a, b]` within a list. */
export function layoutItems(items: readonly string[]): string {
  const flat = `[${items.join(", ")}]`;
  if (2 + textWidth(flat) + 1 <= printWidth) return flat;
  return `[${items.map((item) => `\n    ${item},`).join("")}\n  ]`;
}
