// Where a line breaks, as rustfmt has it.

const width = 100;

function columns(line: string): number {
  return [...line].length;
}

/**
 * After `pub field:`. Below it where that fits and this does not, else with what is in
 * the outermost `<…>` on lines of its own. What fits nowhere is left as it is.
 */
export function layoutFieldType(field: string, type: string): string {
  if (columns(`    pub ${field}: ${type},`) <= width) return ` ${type}`;
  if (columns(`        ${type},`) <= width) return `\n        ${type}`;
  const [, outer = "", inner = ""] = /^(\w+)<(.*)>$/.exec(type) ?? [];
  const args = outer === "BTreeMap" ? splitMap(inner) : [inner];
  const lines = args.map((arg) => `        ${arg},`);
  return outer === "" || lines.some((line) => columns(line) > width)
    ? ` ${type}`
    : [` ${outer}<`, ...lines, "    >"].join("\n");
}

/** `String, X` → both; no key of a map has a comma in it. */
function splitMap(inner: string): string[] {
  const comma = inner.indexOf(", ");
  return [inner.slice(0, comma), inner.slice(comma + 2)];
}

/** What stands in a variant's parentheses, on a line of its own where it is too wide. */
export function layoutVariantType(variant: string, type: string): string {
  return columns(`    ${variant}(${type}),`) <= width
    ? type
    : `\n        ${type},\n    `;
}

/** After `pub type NAME =`. */
export function layoutAliasType(name: string, type: string): string {
  const fits = columns(`pub type ${name} = ${type};`) <= width;
  return fits ? ` ${type}` : `\n    ${type}`;
}

/** Between `pub struct NAME` and its brace, which stands below where it is too far out. */
export function layoutBrace(header: string, braces: "{" | "{}"): string {
  const limit = braces === "{}" ? width - 2 : width;
  return columns(`${header} ${braces}`) <= limit ? " " : "\n";
}

/** What stands in `#[serde(…)]` above a field. */
export function layoutAttribute(text: string): string {
  return columns(`    #[serde(${text})]`) <= width
    ? text
    : `\n        ${text}\n    `;
}

/** After `use`: `PATH::X`, or `PATH::{A, B}`, which is filled line by line where it is too wide. */
export function layoutUse(path: string, names: readonly string[]): string {
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0) return `${path}::${first}`;
  const flat = `${path}::{${names.join(", ")}}`;
  // rustfmt counts the braces twice where it asks whether all names fit on one line.
  if (columns(`use ${flat};`) <= width - 2) return flat;
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    const wider = line === "" ? `    ${name},` : `${line} ${name},`;
    // And the comma at the end of each line.
    if (columns(wider) > width - 1 && line !== "") {
      lines.push(line);
      line = `    ${name},`;
    } else {
      line = wider;
    }
  }
  return [`${path}::{`, ...lines, line, "}"].join("\n");
}
