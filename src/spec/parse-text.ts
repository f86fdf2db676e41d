// JSON or YAML → plain values, with the line and column of what is wrong.

import { type Document, LineCounter, parseDocument } from "yaml";
import type { Location } from "../diagnostics/diagnostic.js";
import { inputError } from "../diagnostics/input-error.js";
import { expandedSize } from "./expanded-size.js";
import {
  overLimit,
  type ReadBudget,
  type ReadLimits,
  tooManyNodes,
} from "./read-limits.js";
import { followable, requireSize } from "./require-size.js";
import type { SpecText } from "./spec-text.js";
import type { SpecTree } from "./spec-tree.js";

/** Throws `InputError` for what is neither, or beyond the limits. */
export function parseText(specText: SpecText, budget: ReadBudget): SpecTree {
  const { file, location, apiVersion } = specText;
  const root = parseValue(specText, budget.limits);
  budget.countNodes(requireSize(root, file, budget.limits), { file });
  return { file, location, root, apiVersion };
}

/** JSON is tried wherever it may be JSON: it parses fifty times as fast as YAML. */
function parseValue(
  { text, file, format }: SpecText,
  limits: ReadLimits,
): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (format === "json" || !isYamlFlow(text)) {
        throw jsonError(text, file, error);
      }
    }
  }
  return parseYaml(text, file, limits);
}

/** `{openapi: 3.0.0}` is YAML, `{"openapi":` is meant to be JSON. */
function isYamlFlow(text: string): boolean {
  return !/^\s*(\{\s*("|\}|$)|\[)/.test(text);
}

/**
 * The core schema: `NO`, `off` and `2025-10-15` stay strings. Merge keys (`<<`) are
 * of YAML 1.1, and documents have them all the same.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 * @see https://yaml.org/type/merge.html
 */
function parseYaml(text: string, file: string, limits: ReadLimits): unknown {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter,
      logLevel: "error", // it would print parts of the document by itself
      merge: true,
      prettyErrors: false,
      schema: "core",
      version: "1.2",
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      if (/call stack/.test(error.message)) {
        throw endlessDepth({ file, line, column: col }, limits);
      }
      throw inputError(
        "spec/not-yaml",
        { file, line, column: col },
        `this is not YAML: ${error.message}`,
      );
    }
    requireExpandable(document, "merged", file, limits);
    const root: unknown = document.toJS({ maxAliasCount: limits.aliases });
    requireExpandable(document, "all", file, limits);
    return root;
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw endlessDepth({ file }, limits);
    }
    if (!(cause instanceof ReferenceError)) throw cause;
    // The library refuses aliases that would expand without bound, or name nothing.
    if (/^Excessive alias count/.test(cause.message)) {
      throw overLimit("aliases", { file }, limits, "these would be more");
    }
    throw inputError(
      "spec/not-yaml",
      { file },
      `this is not YAML: ${cause.message}`,
    );
  }
}

function requireExpandable(
  document: Document,
  what: Parameters<typeof expandedSize>[1],
  file: string,
  limits: ReadLimits,
): void {
  if (expandedSize(document, what) <= limits.nodes) return;
  throw tooManyNodes({ file }, limits);
}

/** Deeper than the library can follow, which is beyond any limit. */
function endlessDepth(at: Location, limits: ReadLimits): Error {
  const depth = Math.min(limits.depth, followable);
  const found = "this is nested far deeper";
  return overLimit("depth", at, { ...limits, depth }, found);
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
