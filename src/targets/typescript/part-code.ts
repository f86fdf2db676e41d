// Calls within calls, of which parts of factories are made → their text, broken over
// lines as Prettier breaks it.

import { printWidth } from "./layout.js";
import { textWidth } from "./text-width.js";

/** A call, or a name or literal that stays on its line. */
export type Code = string | { readonly name: string; readonly args: Code[] };

/** On one line, however wide. */
export function flatCode(code: Code): string {
  return typeof code === "string"
    ? code
    : `${code.name}(${code.args.map(flatCode).join(", ")})`;
}

/** `key: name(a, b),`, an argument a line where it is too wide. */
export function layoutEntry(key: string, code: Code, indent: number): string {
  const whole = flatCode(code);
  if (indent + textWidth(`${key}: ${whole},`) <= printWidth) {
    return `${key}: ${whole},`;
  }
  const below = " ".repeat(indent + 2);
  if (isPoorlyBreakable(code)) return `${key}:\n${below}${whole},`;
  const column = indent + textWidth(`${key}: `);
  return `${key}: ${layoutCode(code, indent, column)},`;
}

/** A call of one short argument goes to the next line before it is broken. */
function isPoorlyBreakable(code: Code): boolean {
  if (typeof code === "string") return true;
  const [only, ...others] = code.args;
  if (only === undefined) return true;
  return (
    others.length === 0 &&
    typeof only === "string" &&
    (only.length <= printWidth / 4 || only === "{}" || only === "[]")
  );
}

/** It begins at `column` of a line that is indented by `indent`. */
export function layoutCode(code: Code, indent: number, column: number): string {
  const whole = flatCode(code);
  if (typeof code === "string" || column + textWidth(whole) + 1 <= printWidth) {
    return whole;
  }
  const inner = " ".repeat(indent + 2);
  const lines = code.args.map(
    (arg) => `\n${inner}${layoutCode(arg, indent + 2, indent + 2)},`,
  );
  return `${code.name}(${lines.join("")}\n${" ".repeat(indent)})`;
}
