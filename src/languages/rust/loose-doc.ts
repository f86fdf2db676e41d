// The text of a description → the doc comment of the loose form: to the letter, but for
// what `cargo test` would run.

import { hasHidden } from "../hidden-characters.js";
import { type Code, code } from "../printable.js";
import { rustString } from "./rust-literals.js";
import { withoutDocTests } from "./without-doc-tests.js";

/** Null where there is no description; `///` for an empty one. Begins at the indent of what it is of. */
export function looseDoc(written: string | null): Code | null {
  if (written === null) return null;
  const text = withoutDocTests(written.split("\n")).join("\n");
  const [first = "", ...others] = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/ +$/, ""));
  // `////` begins a comment that is no documentation, as `/***` does.
  if (others.length === 0 && !first.startsWith("/") && isPlainLine(first)) {
    return `///${first}` as Code; // one line, which is a comment
  }
  const lines = [first, ...others].join("\n");
  return others.length > 0 && !/^[*/]/.test(lines) && isBlock(lines)
    ? (`/**${lines}*/` as Code) // it ends where the comment does
    : code`#[doc = ${rustString(text)}]`;
}

/** Whether it can stand in a block comment: those nest, and all that is opened must be closed. */
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
