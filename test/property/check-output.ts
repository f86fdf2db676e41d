// Generated output → the texts of the document in it that became more than a string, a
// comment or a name, compared with the output of the harmless document.

import type { JsonValue } from "../../src/ir/json-value.js";
import { objectionToPath } from "../../src/output/output-path.js";
import { readMarkdown } from "./check-markdown.js";
import { readPython } from "./check-python.js";
import { checkRawText } from "./check-raw-text.js";
import { readRust } from "./check-rust.js";
import { readTypescript } from "./check-typescript.js";
import { excerpt, type Fault, type FileReading } from "./fault.js";
import { generateDocument, type Output } from "./generate-document.js";

export interface Outcome {
  readonly refused: boolean;
  /** One line per problem: the kind, the location, and the line of the file. */
  readonly faults: readonly string[];
}

export type OutputCheck = (document: JsonValue) => Outcome;

/** Throws if the harmless document fails to generate: then nothing would be tested. */
export function createOutputCheck(
  benign: JsonValue,
  output: Output,
): OutputCheck {
  const { files, messages } = generateDocument(benign, output);
  if (files === null) throw new Error(messages);
  const usual = summarize(files);
  return (document) => {
    const result = attempt(document, output);
    if (typeof result === "string") return { refused: false, faults: [result] };
    const faults = describe(
      "message",
      checkRawText(result.messages),
      result.messages,
    );
    if (result.files === null) return { refused: true, faults };
    for (const [path, text] of result.files) {
      const { faults: found } = readGenerated(path, text);
      faults.push(...describe(path, found, text));
      faults.push(...describe("path", checkRawText(path), path));
      const objection = objectionToPath(path);
      if (objection !== null) faults.push(`path ${objection}`);
    }
    return {
      refused: false,
      faults: [...faults, ...compare(result.files, usual)],
    };
  };
}

function attempt(document: JsonValue, output: Output) {
  try {
    return generateDocument(document, output);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? "") : String(error);
    return `crash: ${stack.split("\n").slice(0, 3).join(" ")}`;
  }
}

function describe(
  path: string,
  faults: readonly Fault[],
  text: string,
): string[] {
  return faults.map(
    ({ kind, index }) => `${kind} in ${path}:${excerpt(text, index)}`,
  );
}

interface Summary {
  readonly syntax: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, number>;
}

function summarize(files: ReadonlyMap<string, string>): Summary {
  const syntax = new Set<string>();
  const tags = new Map<string, number>();
  for (const [path, text] of files) {
    const read = readGenerated(path, text);
    for (const one of read.syntax) syntax.add(one);
    for (const [tag, count] of read.tags) {
      tags.set(tag, (tags.get(tag) ?? 0) + count);
    }
  }
  return { syntax, tags };
}

/** No additional kinds, and no tag more often: texts must not declare anything. */
function compare(files: ReadonlyMap<string, string>, usual: Summary): string[] {
  const { syntax, tags } = summarize(files);
  const added: string[] = [];
  for (const kind of syntax) {
    if (!usual.syntax.has(kind)) {
      const at = placeOf(files, (read) => read.syntax.has(kind));
      added.push(`syntax ${kind} in ${at}`);
    }
  }
  for (const [tag, count] of tags) {
    const before = usual.tags.get(tag) ?? 0;
    if (count > before) {
      const at = placeOf(files, (read) => read.tags.has(tag));
      added.push(`tag @${tag} ${count} times, not ${before}, in ${at}`);
    }
  }
  return added;
}

function placeOf(
  files: ReadonlyMap<string, string>,
  has: (read: FileReading) => boolean,
): string {
  const found = [...files].find(([path, text]) =>
    has(readGenerated(path, text)),
  );
  return found?.[0] ?? "no file";
}

function readFile(path: string, text: string): FileReading {
  if (path.endsWith(".rs")) return readRust(text);
  if (path.endsWith(".py")) return readPython(text);
  return path.endsWith(".md")
    ? readMarkdown(path, text)
    : readTypescript(path, text);
}

/** Most files are the same from one document to the next. */
const known = new Map<string, FileReading>();

export function readGenerated(path: string, text: string): FileReading {
  const key = `${path}\n${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readFile(path, text);
  const raw = checkRawText(text);
  const all = { ...read, faults: [...read.faults, ...raw] };
  if (known.size > 5000) known.clear();
  known.set(key, all);
  return all;
}
