// Where the loose form breaks its lines: at 89 columns.

import { type Code, code, joinCode, spaces, type Word } from "../printable.js";

const looseWidth = 89;

function columns(line: string): number {
  return [...line].length;
}

/** After `use super::`: `X`, or `{A, B}`, which is filled line by line where it is too wide. */
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

/** Between `pub field: ` and its comma; `parts` are `Option`, `Vec`, `X` of `Option<Vec<X>>`. */
export function looseFieldType(field: Word, parts: readonly Code[]): Code {
  const flat = looseFlatType(parts);
  return columns(code`    pub ${field}: ${flat},`) <= looseWidth
    ? flat
    : breakType(parts, 4);
}

/** The outermost `<…>` onto lines of its own; what is in it likewise where it is still too wide. */
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

export function looseFlatType(parts: readonly Code[]): Code {
  const close = joinCode(
    parts.slice(1).map(() => code`>`),
    code``,
  );
  return code`${joinCode(parts, code`<`)}${close}`;
}

/** Between `impl std::fmt::Display` and `for NAME {`: a line of its own where it is too wide. */
export function looseImplBreak(name: Word): Code {
  return columns(code`impl std::fmt::Display for ${name} {`) > looseWidth
    ? code`\n`
    : code` `;
}
