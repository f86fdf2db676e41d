// Removes tests from Markdown. `cargo test` compiles and runs every code block of a doc
// comment that is indented, has no language, or has a Rust language tag. Here, that
// would be code from a stranger.

/**
 * Marks those blocks as `text`.
 * @see https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html
 */
export function withoutDocTests(lines: readonly string[]): string[] {
  const result: string[] = [];
  /** The fence of the current block; null outside blocks. */
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
      const textFence = fenceAround(block);
      result.push(`${textFence}text`, ...block, textFence);
      index += block.length - 1;
      continue;
    }
    if (/^\s{0,3}([*+-]|\d+[.)])(\s|$)/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    result.push(withoutBlocks(line));
  }
  return result;
}

/**
 * Returns the lines from `start` on that are indented by four columns, without this
 * indentation.
 */
function indentedBlock(lines: readonly string[], start: number): string[] {
  const block: string[] = [];
  for (const line of lines.slice(start)) {
    if (!line.startsWith("    ")) break;
    block.push(line.slice(4));
  }
  return block;
}

/** Returns a fence that is longer than every run of backticks in the block. */
function fenceAround(block: readonly string[]): string {
  const runs = block.join("\n").match(/`+/g) ?? [];
  return "`".repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
}

/**
 * Matches a fence at the start of a line. Inside lists and quotes, where blocks end
 * differently, `withoutBlocks` escapes fences.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
const opening = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

function closes(line: string, fence: string): boolean {
  const marks = line.trim();
  const character = fence.charAt(0);
  return (
    /^ {0,3}\S/.test(line) &&
    marks.length >= fence.length &&
    [...marks].every((mark) => mark === character)
  );
}

/** Language tags that rustdoc treats as Rust, alone or in a list. */
const rustWord =
  /^(allow_fail|compile_fail|custom|E\d+|edition\w*|ignore.*|no_run|rust|should_panic|standalone.*|test_harness)?$/i;

function isOtherLanguage(language: string): boolean {
  const word = language.trim();
  return /^[\w+#-]+$/.test(word) && !rustWord.test(word);
}

/**
 * Prevents any other code block: replaces indentation of four columns, escapes fences
 * behind spaces or markers, and escapes HTML, in which fences would not count.
 */
function withoutBlocks(line: string): string {
  return line
    .replace(/[ \t]*\t[ \t]*| {4,}/g, "   ")
    .replace(/^([\s>*+\-\d.)]+)(`{3}|~{3})/, "$1\\$2")
    .replace(/^(`{3})/, "\\$1")
    .replace(/^([\s>*+\-\d.)]*)<(?=[!?/a-z])/i, "$1\\<");
}
