// JSON or YAML → plain values, with the line and column of what is wrong.

import { LineCounter, parseDocument } from "yaml";
import { inputError } from "../diagnostics/input-error.js";
import type { SpecText } from "./spec-text.js";

/** JSON is tried wherever it may be JSON: it parses fifty times as fast as YAML. */
export function parseText({ text, file, format }: SpecText): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (format === "json" || !isYamlFlow(text)) {
        throw jsonError(text, file, error);
      }
    }
  }
  return parseYaml(text, file);
}

/** `{openapi: 3.0.0}` is YAML, `{"openapi":` is meant to be JSON. */
function isYamlFlow(text: string): boolean {
  return !/^\s*(\{\s*("|\}|$)|\[)/.test(text);
}

/**
 * The core schema: `NO`, `off` and `2025-10-15` stay strings.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
function parseYaml(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    schema: "core",
    version: "1.2",
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw inputError(
      "spec/not-yaml",
      { file, line, column: col },
      `this is not YAML: ${error.message}`,
    );
  }
  try {
    return document.toJS();
  } catch (cause) {
    // The library refuses aliases that would expand without bound, or name nothing.
    if (!(cause instanceof ReferenceError)) throw cause;
    throw inputError(
      "spec/not-yaml",
      { file },
      `this is not YAML: ${cause.message}`,
    );
  }
}

function jsonError(text: string, file: string, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const position = / in JSON at position (\d+)/.exec(message)?.[1];
  const offset =
    position === undefined ? findUnexpected(text) : Number(position);
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const cutOff = offset >= text.trimEnd().length;
  return inputError(
    "spec/not-json",
    { file, line, column },
    cutOff
      ? "this is not JSON: it ends in the middle"
      : `this is not JSON: unexpected ${JSON.stringify(text[offset] ?? "")}`,
    cutOff ? "fetch the document again: it seems to be cut off" : undefined,
  );
}

/**
 * V8 does not say where an "unexpected token" is; so the longest beginning of
 * the text that is only cut off, and not wrong, is looked for.
 */
function findUnexpected(text: string): number {
  let [fine, wrong] = [0, text.length + 1];
  while (wrong - fine > 1) {
    const middle = Math.floor((fine + wrong) / 2);
    if (hasUnexpected(text.slice(0, middle))) wrong = middle;
    else fine = middle;
  }
  return fine;
}

function hasUnexpected(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error instanceof Error && /^Unexpected token/.test(error.message);
  }
}
