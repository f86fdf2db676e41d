// The text of a description → the doc comment of the loose form, to the letter.

/** Null where there is no description; `///` for an empty one. Begins at the indent of what it is of. */
export function looseDoc(text: string | null): string | null {
  if (text === null) return null;
  const [first = "", ...others] = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/ +$/, ""));
  // `////` begins a comment that is no documentation, as `/***` does.
  if (others.length === 0 && !first.startsWith("/") && isPlain(first)) {
    return `///${first}`;
  }
  const lines = [first, ...others].join("\n");
  return others.length > 0 && !/^[*/]/.test(lines) && isBlock(lines)
    ? `/**${lines}*/`
    : `#[doc = ${stringLiteral(text)}]`;
}

/** Whether it can stand in a block comment: those nest, and all that is opened must be closed. */
function isBlock(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && isPlain(text) && !text.endsWith("/");
}

/** Marks that turn the direction of text are refused in comments, as they can hide code. */
const turningMarks = /[\u202a-\u202e\u2066-\u2069]/;

function isPlain(text: string): boolean {
  return !turningMarks.test(text);
}

/** A string of Rust: in a literal, marks that could hide code are written as escapes. */
export function stringLiteral(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(
      /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
      (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`,
    );
  return `"${escaped}"`;
}
