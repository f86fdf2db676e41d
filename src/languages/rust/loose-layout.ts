// Breaks the lines of the loose form, at 89 columns.

import { type Code, code, joinCode, spaces, type Word } from "../printable.js";

const looseWidth = 89;

function columns(line: string): number {
  return [...line].length;
}

/**
 * Returns the text after `use super::`: `X` or `{A, B}`. Fills lines where the list is
 * too wide.
 */
export function looseUse(names: readonly Word[]): Code | null {
  const [first, ...others] = names;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const flat = code`{${joinCode(names, code`, `)}}`;
  if (columns(code`use super::${flat};`) <= looseWidth) return flat;
  const lines: Code[] = [];
  let line = code`   `;
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    const wider = code`${line} ${name}${isLast ? "" : ","}`;
    if (columns(wider) > looseWidth && line.trim() !== "") {
      lines.push(line);
      line = code`    ${name},`;
    } else {
      line = isLast ? code`${wider},` : wider;
    }
  });
  return joinCode([code`{`, ...lines, line, code`}`], code`\n`);
}

/**
 * Returns the type after `pub field: `. `parts` are the nested types, outermost first:
 * `Option`, `Vec`, `X` for `Option<Vec<X>>`.
 */
export function looseFieldType(field: Word, parts: readonly Code[]): Code {
  const flat = looseFlatType(parts);
  return columns(code`    pub ${field}: ${flat},`) <= looseWidth
    ? flat
    : breakType(parts, 4);
}

/** Breaks the outermost `<…>`, and inner ones where they are still too wide. */
function breakType(
  [outer = code``, ...inner]: readonly Code[],
  indent: number,
): Code {
  if (inner.length === 0) return outer;
  const deeper = indent + 4;
  const flat = code`${spaces(deeper)}${looseFlatType(inner)}`;
  const within =
    columns(flat) <= looseWidth
      ? flat
      : code`${spaces(deeper)}${breakType(inner, deeper)}`;
  return code`${outer}<\n${within},\n${spaces(indent)}>`;
}

/** Returns the type on one line: `Option<Vec<X>>`. */
export function looseFlatType(parts: readonly Code[]): Code {
  const close = joinCode(
    parts.slice(1).map(() => code`>`),
    code``,
  );
  return code`${joinCode(parts, code`<`)}${close}`;
}

/** Returns the white space before `for NAME {` in `impl std::fmt::Display`. */
export function looseImplBreak(name: Word): Code {
  return columns(code`impl std::fmt::Display for ${name} {`) > looseWidth
    ? code`\n`
    : code` `;
}
