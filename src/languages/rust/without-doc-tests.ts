// Markdown of the document → the same without tests. `cargo test` compiles and runs each
// code block of a doc comment that has no language, or Rust's, and each indented one.
// That is code of a stranger.

/** @see https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html */
export function withoutDocTests(lines: readonly string[]): string[] {
  const result: string[] = [];
  /** The marks that opened the block at hand. */
  let fence: string | null = null;
  let inList = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      result.push(line);
      continue;
    }
    const [, marks, language = ""] = opening.exec(line) ?? [];
    if (marks !== undefined) {
      fence = marks;
      result.push(isOtherLanguage(language) ? line : `${marks}text`);
      continue;
    }
    const startsBlock = index === 0 || lines[index - 1] === "";
    const block = startsBlock && !inList ? indentedBlock(lines, index) : [];
    if (block.length > 0) {
      const own = fenceAround(block);
      result.push(`${own}text`, ...block, own);
      index += block.length - 1;
      continue;
    }
    if (/^\s{0,3}([*+-]|\d+[.)])(\s|$)/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    result.push(withoutBlocks(line));
  }
  return result;
}

/** The lines that are indented by four columns, from `start` on, without these. */
function indentedBlock(lines: readonly string[], start: number): string[] {
  const block: string[] = [];
  for (const line of lines.slice(start)) {
    if (!line.startsWith("    ")) break;
    block.push(line.slice(4));
  }
  return block;
}

/** Longer than any in the block. */
function fenceAround(block: readonly string[]): string {
  const runs = block.join("\n").match(/`+/g) ?? [];
  return "`".repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
}

/**
 * Only at the very start of a line: inside of lists and quotes, where blocks end
 * otherwise, there are none.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
const opening = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

function closes(line: string, fence: string): boolean {
  const marks = line.trim();
  const character = fence.charAt(0);
  return (
    /^ {0,3}\S/.test(line) &&
    marks.length >= fence.length &&
    [...marks].every((one) => one === character)
  );
}

/** Words that rustdoc takes for Rust's, alone or in a list. */
const rustWord =
  /^(allow_fail|compile_fail|custom|E\d+|edition\w*|ignore.*|no_run|rust|should_panic|standalone.*|test_harness)?$/i;

function isOtherLanguage(language: string): boolean {
  const word = language.trim();
  return /^[\w+#-]+$/.test(word) && !rustWord.test(word);
}

/**
 * No other code block begins here: no indent of four columns, no fence behind spaces or
 * marks, and no HTML in which fences would not count.
 */
function withoutBlocks(line: string): string {
  return line
    .replace(/[ \t]*\t[ \t]*| {4,}/g, "   ")
    .replace(/^([\s>*+\-\d.)]+)(`{3}|~{3})/, "$1\\$2")
    .replace(/^(`{3})/, "\\$1")
    .replace(/^([\s>*+\-\d.)]*)<(?=[!?/a-z])/i, "$1\\<");
}
