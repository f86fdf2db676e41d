// Breaks lines as rustfmt does.

import { type Code, code, joinCode, type Word } from "../printable.js";

const width = 100;

function columnsOf(line: string): number {
  return [...line].length;
}

/**
 * Returns the text after `pub field:`. Breaks after the colon where that fits, else
 * breaks the outermost `<…>`. A type that fits neither way stays on the line.
 */
export function layoutFieldType(field: Word, type: Code): Code {
  if (columnsOf(code`    pub ${field}: ${type},`) <= width)
    return code` ${type}`;
  if (columnsOf(code`        ${type},`) <= width)
    return code`\n        ${type}`;
  const [, outer = "", inner = ""] = /^(\w+)<(.*)>$/.exec(type) ?? [];
  const args = outer === "BTreeMap" ? splitMap(inner) : [inner];
  const lines = args.map((arg) => `        ${arg},`);
  return outer === "" || lines.some((line) => columnsOf(line) > width)
    ? code` ${type}`
    : ([` ${outer}<`, ...lines, "    >"].join("\n") as Code); // the same code on several lines
}

/** Splits the arguments of a map: `String, X`. A key type contains no comma. */
function splitMap(inner: string): string[] {
  const comma = inner.indexOf(", ");
  return [inner.slice(0, comma), inner.slice(comma + 2)];
}

/** Returns the text in a variant's parentheses. */
export function layoutVariantType(variant: Word, type: Code): Code {
  return columnsOf(code`    ${variant}(${type}),`) <= width
    ? type
    : code`\n        ${type},\n    `;
}

/** Returns the text after `pub type NAME =`. */
export function layoutAliasType(name: Word, type: Code): Code {
  const fits = columnsOf(code`pub type ${name} = ${type};`) <= width;
  return fits ? code` ${type}` : code`\n    ${type}`;
}

/**
 * Returns the white space before a struct's opening brace: a line break where the line
 * is too wide.
 */
export function layoutBrace(header: Code, braces: "{" | "{}"): Code {
  const limit = braces === "{}" ? width - 2 : width;
  return columnsOf(code`${header} ${braces}`) <= limit ? code` ` : code`\n`;
}

/** Returns the text in `#[serde(…)]` above a field. */
export function layoutAttribute(text: Code): Code {
  return columnsOf(code`    #[serde(${text})]`) <= width
    ? text
    : code`\n        ${text}\n    `;
}

/**
 * Returns the text after `use`: `PATH::X` or `PATH::{A, B}`. Fills lines where the list
 * is too wide.
 */
export function layoutUse(path: Code, names: readonly Code[]): Code {
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0)
    return code`${path}::${first}`;
  const flat = code`${path}::{${joinCode(names, code`, `)}}`;
  // rustfmt counts the braces twice when it checks whether all names fit.
  if (columnsOf(code`use ${flat};`) <= width - 2) return flat;
  const lines: Code[] = [];
  let line = code``;
  for (const name of names) {
    const wider = line === "" ? code`    ${name},` : code`${line} ${name},`;
    // The comma at the end of the line counts, too.
    if (columnsOf(wider) > width - 1 && line !== "") {
      lines.push(line);
      line = code`    ${name},`;
    } else {
      line = wider;
    }
  }
  return joinCode([code`${path}::{`, ...lines, line, code`}`], code`\n`);
}
