// Markdown of the document → the same without tests. `cargo test` compiles and runs each
// code block of a doc comment that has no language, or Rust's, and each indented one.
// That is code of a stranger.

/** @see https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html */
export function withoutDocTests(lines: readonly string[]): string[] {
  /** The marks that opened the block at hand. */
  let fence: string | null = null;
  return lines.map((line) => {
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      return line;
    }
    const [, marks, language = ""] = opening.exec(line) ?? [];
    if (marks === undefined) return withoutBlocks(line);
    fence = marks;
    return isOtherLanguage(language) ? line : `${marks}text`;
  });
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
