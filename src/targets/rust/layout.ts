// Where a line breaks, as rustfmt has it.

const width = 100;

function columns(line: string): number {
  return [...line].length;
}

/** After `pub field:`: on a line of its own where that fits and this does not. */
export function layoutFieldType(field: string, type: string): string {
  const fits = columns(`    pub ${field}: ${type},`) <= width;
  const fitsBelow = columns(`        ${type},`) <= width;
  return fits || !fitsBelow ? ` ${type}` : `\n        ${type}`;
}

/** After `use`: `PATH::X`, or `PATH::{A, B}`, which is filled line by line where it is too wide. */
export function layoutUse(path: string, names: readonly string[]): string {
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0) return `${path}::${first}`;
  const flat = `${path}::{${names.join(", ")}}`;
  if (columns(`use ${flat};`) <= width) return flat;
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    const wider = line === "" ? `    ${name},` : `${line} ${name},`;
    if (columns(wider) > width && line !== "") {
      lines.push(line);
      line = `    ${name},`;
    } else {
      line = wider;
    }
  }
  return [`${path}::{`, ...lines, line, "}"].join("\n");
}
