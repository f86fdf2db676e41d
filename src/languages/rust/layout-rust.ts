// Where a line breaks, as rustfmt has it.

import { type Code, code, joinCode, type Word } from "../printable.js";

const width = 100;

function columnsOf(line: string): number {
  return [...line].length;
}

/**
 * After `pub field:`. Below it where that fits and this does not, else with what is in
 * the outermost `<…>` on lines of its own. What fits nowhere is left as it is.
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

/** `String, X` → both; no key of a map has a comma in it. */
function splitMap(inner: string): string[] {
  const comma = inner.indexOf(", ");
  return [inner.slice(0, comma), inner.slice(comma + 2)];
}

/** What stands in a variant's parentheses, on a line of its own where it is too wide. */
export function layoutVariantType(variant: Word, type: Code): Code {
  return columnsOf(code`    ${variant}(${type}),`) <= width
    ? type
    : code`\n        ${type},\n    `;
}

/** After `pub type NAME =`. */
export function layoutAliasType(name: Word, type: Code): Code {
  const fits = columnsOf(code`pub type ${name} = ${type};`) <= width;
  return fits ? code` ${type}` : code`\n    ${type}`;
}

/** Between `pub struct NAME` and its brace, which stands below where it is too far out. */
export function layoutBrace(header: Code, braces: "{" | "{}"): Code {
  const limit = braces === "{}" ? width - 2 : width;
  return columnsOf(code`${header} ${braces}`) <= limit ? code` ` : code`\n`;
}

/** What stands in `#[serde(…)]` above a field. */
export function layoutAttribute(text: Code): Code {
  return columnsOf(code`    #[serde(${text})]`) <= width
    ? text
    : code`\n        ${text}\n    `;
}

/** After `use`: `PATH::X`, or `PATH::{A, B}`, which is filled line by line where it is too wide. */
export function layoutUse(path: Code, names: readonly Code[]): Code {
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0)
    return code`${path}::${first}`;
  const flat = code`${path}::{${joinCode(names, code`, `)}}`;
  // rustfmt counts the braces twice where it asks whether all names fit on one line.
  if (columnsOf(code`use ${flat};`) <= width - 2) return flat;
  const lines: Code[] = [];
  let line = code``;
  for (const name of names) {
    const wider = line === "" ? code`    ${name},` : code`${line} ${name},`;
    // And the comma at the end of each line.
    if (columnsOf(wider) > width - 1 && line !== "") {
      lines.push(line);
      line = code`    ${name},`;
    } else {
      line = wider;
    }
  }
  return joinCode([code`${path}::{`, ...lines, line, code`}`], code`\n`);
}
