// Where the loose form breaks its lines: at 89 columns.

const width = 89;

function columns(line: string): number {
  return [...line].length;
}

/** After `use super::`: `X`, or `{A, B}`, which is filled line by line where it is too wide. */
export function looseUse(names: readonly string[]): string | null {
  const [first, ...others] = names;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const flat = `{${names.join(", ")}}`;
  if (columns(`use super::${flat};`) <= width) return flat;
  const lines: string[] = [];
  let line = "   ";
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    const wider = `${line} ${name}${isLast ? "" : ","}`;
    if (columns(wider) > width && line.trim() !== "") {
      lines.push(line);
      line = `    ${name},`;
    } else {
      line = isLast ? `${wider},` : wider;
    }
  });
  return ["{", ...lines, line, "}"].join("\n");
}

/** Between `pub field: ` and its comma; `parts` are `Option`, `Vec`, `X` of `Option<Vec<X>>`. */
export function looseFieldType(
  field: string,
  parts: readonly string[],
): string {
  const flat = flatType(parts);
  return columns(`    pub ${field}: ${flat},`) <= width
    ? flat
    : breakType(parts, 4);
}

/** The outermost `<…>` onto lines of its own; what is in it likewise where it is still too wide. */
function breakType(
  [outer = "", ...inner]: readonly string[],
  indent: number,
): string {
  if (inner.length === 0) return outer;
  const deeper = indent + 4;
  const flat = " ".repeat(deeper) + flatType(inner);
  const within =
    columns(flat) <= width
      ? flat
      : " ".repeat(deeper) + breakType(inner, deeper);
  return `${outer}<\n${within},\n${" ".repeat(indent)}>`;
}

export function flatType(parts: readonly string[]): string {
  return parts.join("<") + ">".repeat(parts.length - 1);
}

/** Between `impl std::fmt::Display` and `for NAME {`: a line of its own where it is too wide. */
export function looseImplBreak(name: string): string {
  return columns(`impl std::fmt::Display for ${name} {`) > width ? "\n" : " ";
}
