// Nested calls, which create test values → their code, with line breaks where
// Prettier would put them.

import {
  type Code,
  code,
  joinCode,
  spaces,
  type Word,
} from "../../../languages/printable.js";
import {
  printWidth,
  textWidth,
} from "../../../languages/typescript/text-width.js";

/** A call, or code that cannot be broken, such as a name or a literal. */
export type Expression =
  | Code
  | { readonly name: Word; readonly args: readonly Expression[] };

/** Prints on one line, regardless of its width. */
export function flatCode(expression: Expression): Code {
  return typeof expression === "string"
    ? expression
    : code`${expression.name}(${joinCode(expression.args.map(flatCode), code`, `)})`;
}

/** `key: name(a, b),`, with one argument per line if it is too wide. */
export function layoutEntry(
  key: Code,
  expression: Expression,
  indent: number,
): Code {
  const whole = flatCode(expression);
  if (indent + textWidth(code`${key}: ${whole},`) <= printWidth) {
    return code`${key}: ${whole},`;
  }
  const below = spaces(indent + 2);
  if (isPoorlyBreakable(expression)) return code`${key}:\n${below}${whole},`;
  const column = indent + textWidth(code`${key}: `);
  return code`${key}: ${layoutCode(expression, indent, column)},`;
}

/** True for a call with one short argument, which Prettier moves to the next line as a whole. */
function isPoorlyBreakable(expression: Expression): boolean {
  if (typeof expression === "string") return true;
  const [only, ...others] = expression.args;
  if (only === undefined) return true;
  return (
    others.length === 0 &&
    typeof only === "string" &&
    (only.length <= printWidth / 4 || only === "{}" || only === "[]")
  );
}

/** The expression begins at `column` of a line that is indented by `indent` spaces. */
export function layoutCode(
  expression: Expression,
  indent: number,
  column: number,
): Code {
  const whole = flatCode(expression);
  if (
    typeof expression === "string" ||
    column + textWidth(whole) + 1 <= printWidth
  ) {
    return whole;
  }
  const inner = spaces(indent + 2);
  const lines = expression.args.map(
    (arg) => code`\n${inner}${layoutCode(arg, indent + 2, indent + 2)},`,
  );
  return code`${expression.name}(${joinCode(lines, code``)}\n${spaces(indent)})`;
}
