// Formats a description as a Rust doc comment of the loose form. Keeps it verbatim,
// except for code that `cargo test` would run.

import { hasHidden } from "../hidden-characters.js";
import { type Code, code } from "../printable.js";
import { rustString } from "./rust-literals.js";
import { withoutDocTests } from "./without-doc-tests.js";

/**
 * Returns null without a description, and `///` for an empty one. The first line is not
 * indented.
 */
export function looseDoc(description: string | null): Code | null {
  if (description === null) return null;
  const text = withoutDocTests(description.split("\n")).join("\n");
  const [first = "", ...others] = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/(?<! ) +$/, ""));
  // `////` and `/***` start ordinary comments, not documentation.
  if (others.length === 0 && !first.startsWith("/") && isPlainLine(first)) {
    return `///${first}` as Code; // a single line, which is a comment
  }
  const lines = [first, ...others].join("\n");
  return others.length > 0 && !/^[*/]/.test(lines) && isBlock(lines)
    ? (`/**${lines}*/` as Code) // the text does not end the comment
    : code`#[doc = ${rustString(text)}]`;
}

/**
 * Returns true for text that can be in a block comment. Those nest: every `/*` in it
 * needs its end.
 */
function isBlock(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && isPlainLine(text) && !text.endsWith("/");
}

function isPlainLine(text: string): boolean {
  return !hasHidden(text);
}
