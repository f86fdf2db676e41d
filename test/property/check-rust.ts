// A generated Rust file → the texts of the document in it that became more than a
// string, a comment or a name. A small lexer, since not every machine has the compiler.

import type { Fault, FileReading } from "./fault.js";

interface Token {
  readonly kind: "comment" | "string" | "lifetime" | "word" | "number" | "mark";
  readonly text: string;
  readonly index: number;
}

/** @see https://doc.rust-lang.org/reference/tokens.html */
const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["comment", /\/\/[^\n]*/y],
  ["string", /(?:br|cr|r)(#*)"[\s\S]*?"\1/y],
  ["string", /[bc]?"(?:\\[\s\S]|[^"\\])*"/y],
  ["string", /b?'(?:\\(?:x[0-9a-f]{2}|u\{[0-9a-f_]+\}|.)|[^'\\\n])'/iuy],
  ["lifetime", /'[\p{XID_Start}_][\p{XID_Continue}]*/uy],
  ["word", /(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*/uy],
  ["number", /\d[\w.]*/y],
  ["mark", /[-!#$%&()*+,./:;<=>?@[\]^{|}~]/y],
];

/** Comments nest; a file that cannot be read on ends with a fault. */
function tokenize(text: string): { tokens: Token[]; faults: Fault[] } {
  const tokens: Token[] = [];
  const faults: Fault[] = [];
  let index = 0;
  while (index < text.length) {
    if (/[ \n]/.test(text[index] ?? "")) {
      index++;
      continue;
    }
    const token = text.startsWith("/*", index)
      ? blockComment(text, index)
      : nextToken(text, index);
    if (token === null) {
      faults.push({ kind: "not Rust", index });
      break;
    }
    tokens.push(token);
    index += token.text.length;
  }
  return { tokens, faults };
}

function nextToken(text: string, index: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = index;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found, index };
  }
  return null;
}

function blockComment(text: string, index: number): Token | null {
  let depth = 0;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = index;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth > 0) continue;
    return { kind: "comment", text: text.slice(index, marks.lastIndex), index };
  }
  return null;
}

export function readRust(text: string): FileReading {
  const { tokens, faults } = tokenize(text);
  const syntax = new Set<string>();
  tokens.forEach(({ kind, text: word, index }, at) => {
    if (kind === "word" && /^(?:pwned|debugger)$/.test(word)) {
      if (!isName(tokens, at)) faults.push({ kind: "code", index });
    }
    if (kind === "string" && hasSurrogate(word)) {
      faults.push({ kind: "escape that the compiler refuses", index });
    }
    if (kind === "mark" && word === "#") {
      const name = attributeAt(tokens, at);
      if (name !== null) syntax.add(name);
    }
    if (kind === "comment" && isInnerDoc(word)) {
      faults.push({ kind: "comment of what is around it", index });
    }
  });
  faults.push(...findUnbalanced(tokens), ...findDocTests(tokens));
  return { syntax, tags: new Map(), faults };
}

/** Half of a surrogate pair is not a character to Rust, written as an escape or not. */
function hasSurrogate(literal: string): boolean {
  return (
    !/^b?c?r/.test(literal) &&
    /\\u\{0*d[89a-f][0-9a-f]{2}\}/i.test(literal.replaceAll("\\\\", ""))
  );
}

/** A field, a module or a part of a path may be called like any word of the document. */
function isName(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  return (
    (before === "pub" && after === ":") ||
    (before === "mod" && after === ";") ||
    // The marks of `::` are two tokens.
    ((before === "use" || before === ":") && after === ":")
  );
}

/** Null for `#[doc = "…"]`, which is a comment in another form. */
function attributeAt(tokens: readonly Token[], at: number): string | null {
  const [next, ...others] = tokens.slice(at + 1, at + 6);
  if (next?.text === "!") return `#![${others[1]?.text}]`;
  const [name, equals, value, end] = others;
  const isDoc =
    name?.text === "doc" &&
    equals?.text === "=" &&
    value?.kind === "string" &&
    end?.text === "]";
  return isDoc ? null : `#[${name?.text}]`;
}

/** `//!` and `/*!` document the module, and are an error behind its first item. */
function isInnerDoc(comment: string): boolean {
  return /^(?:\/\/!|\/\*!)/.test(comment);
}

const closing: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
};

function findUnbalanced(tokens: readonly Token[]): Fault[] {
  const open: string[] = [];
  for (const { kind, text, index } of tokens) {
    if (kind !== "mark") continue;
    const end = closing[text];
    if (end !== undefined) open.push(end);
    else if (/[)\]}]/.test(text) && open.pop() !== text) {
      return [{ kind: "unbalanced brackets", index }];
    }
  }
  return open.length === 0 ? [] : [{ kind: "unbalanced brackets", index: 0 }];
}

/**
 * `cargo test` compiles and runs the code blocks of doc comments: those without a word
 * of another language, and what is indented by four columns.
 * @see https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html
 */
function findDocTests(tokens: readonly Token[]): Fault[] {
  return docsOf(tokens).flatMap(({ lines, index }) =>
    hasCodeBlock(lines) ? [{ kind: "doc test", index }] : [],
  );
}

interface Doc {
  readonly lines: string[];
  readonly index: number;
}

/** Neighbouring comments are one text; of a string, the escapes that matter are read. */
function docsOf(tokens: readonly Token[]): Doc[] {
  const docs: Doc[] = [];
  tokens.forEach(({ kind, text, index }, at) => {
    const isDoc = tokens[at - 2]?.text === "doc" && kind === "string";
    if (isDoc) {
      const lines = text.slice(1, -1).split(/\\[rn]/);
      docs.push({ lines, index });
    } else if (/^\/\*\*[^*/]/.test(text)) {
      docs.push({ lines: text.slice(3, -2).split("\n"), index });
    } else if (/^\/\/\/(?!\/)/.test(text)) {
      const line = text.slice(3);
      const before = tokens[at - 1]?.text ?? "";
      const last = docs.at(-1);
      if (last !== undefined && /^\/\/\/(?!\/)/.test(before))
        last.lines.push(line);
      else docs.push({ lines: [line], index });
    }
  });
  return docs;
}

/** Rustdoc takes away the indent that all lines have. */
function hasCodeBlock(raw: readonly string[]): boolean {
  const written = raw.filter((line) => line.trim() !== "");
  const indents = written.map((line) => line.search(/\S/));
  const shared = Math.min(...indents);
  let fence: string | null = null;
  let blank = true;
  for (const full of raw) {
    const line = full.slice(shared);
    const [, marks, info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== null) {
      if (marks?.startsWith(fence) && info.trim() === "") fence = null;
    } else if (marks !== undefined) {
      if (isRun(info)) return true;
      fence = marks;
    } else if (blank && /^ {4,}\S/.test(line)) {
      return true;
    }
    blank = line.trim() === "";
  }
  return false;
}

/** Words that rustdoc knows do not make it another language. */
function isRun(info: string): boolean {
  const words = info.split(/[\s,]+/).filter((word) => word !== "");
  if (words.includes("ignore")) return false;
  return words.every((word) =>
    /^(?:rust|should_panic|no_run|compile_fail|test_harness|edition\d+|E\d{4}|standalone_crate)$/.test(
      word,
    ),
  );
}
