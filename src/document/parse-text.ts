// Parses JSON or YAML to plain values, and reports errors with line and column.

import { type Document, type Scalar, visit } from "yaml";
import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import {
  overLimit,
  type ReadBudget,
  type ReadLimits,
  tooManyNodes,
} from "../source/read-limits.js";
import type { SpecText } from "../source/spec-text.js";
import { parseJson, RepeatedKeyError } from "../source/text/parse-json.js";
import {
  parseYaml as parseYamlDocument,
  type YamlError,
} from "../source/text/parse-yaml.js";
import {
  mayLoseDigits,
  readNumber,
  WrittenNumber,
} from "../source/text/read-number.js";
import {
  describeRepeatedKey,
  type RepeatedKey,
} from "../source/text/repeated-key.js";
import { scanJson } from "../source/text/scan-json.js";
import { expandedSize } from "./expanded-size.js";
import { keepDigits } from "./keep-digits.js";
import { appendPointer } from "./pointer.js";
import { followable, requireSize } from "./require-size.js";
import { mayHaveSurrogates, resolveSurrogates } from "./resolve-surrogates.js";
import type { SpecTree } from "./spec-tree.js";

/** @throws InputError for text that is neither JSON nor YAML, or beyond the limits */
export function parseText(
  specText: SpecText,
  budget: ReadBudget,
  report: Report,
): SpecTree {
  const { file, location, apiVersion, text } = specText;
  const hasLong = mayLoseDigits(text);
  const { root, isJson } = parseValue(specText, hasLong, budget.limits);
  budget.countNodes(requireSize(root, file, budget.limits), { file });
  if (hasLong && isJson) markNumbers(root, text);
  if (hasLong) keepDigits(root, file, report);
  if (mayHaveSurrogates(text)) resolveSurrogates(root, file, report);
  return { file, location, root, apiVersion };
}

/** Tries JSON first where the text looks like it, since YAML parses fifty times slower. */
function parseValue(
  { text, file, format }: SpecText,
  hasLong: boolean,
  limits: ReadLimits,
): { readonly root: unknown; readonly isJson: boolean } {
  if (/^\s*[{[]/.test(text)) {
    try {
      return { root: parseJson(text), isJson: true };
    } catch (error) {
      if (error instanceof RepeatedKeyError)
        throw repeatedKeyErrors(file, error.keys);
      if (format === "json" || !isYamlFlow(text)) {
        throw jsonError(text, file, error);
      }
    }
  }
  return { root: parseYamlTree(text, file, hasLong, limits), isJson: false };
}

function repeatedKeyErrors(file: string, keys: readonly RepeatedKey[]): Error {
  return new InputError(
    keys.map((key) => {
      const { place, line, column } = key;
      const pointer = appendPointer("#", ...place);
      const at = { file, pointer, line, column };
      return createDiagnostic(
        "spec/repeated-key",
        at,
        describeRepeatedKey(key),
      );
    }),
  );
}

/** Puts a `WrittenNumber` in `root` for each number of `text` that it has lost. */
function markNumbers(root: unknown, text: string): void {
  scanJson(text, {
    onNumber(place, source) {
      const read = readNumber(source);
      if (read.kind === "same") return;
      const ancestors = [...place()];
      const key = ancestors.pop();
      if (key === undefined) return;
      let holder = root as Record<string | number, unknown>; // the scan found this path in it
      for (const token of ancestors) {
        holder = holder[token] as typeof holder; // as above
      }
      holder[key] = new WrittenNumber(source, read, Number(source));
    },
  });
}

/** `{openapi: 3.0.0}` is YAML, while `{"openapi":` is meant to be JSON. */
function isYamlFlow(text: string): boolean {
  return !/^\s*(\{\s*("|\}|$)|\[)/.test(text);
}

/**
 * Parses with the core schema, so that `NO`, `off` and `2025-10-15` stay strings. Also
 * supports merge keys (`<<`), which are YAML 1.1, but common in documents.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 * @see https://yaml.org/type/merge.html
 */
function parseYamlTree(
  text: string,
  file: string,
  hasLong: boolean,
  limits: ReadLimits,
): unknown {
  try {
    const { document, ...problems } = parseYamlDocument(text, {
      logLevel: "error", // its warnings would print parts of the document
      merge: true,
      schema: "core",
      version: "1.2",
    });
    const [error] = problems.faults;
    if (error !== undefined) throw yamlError(error, file, limits);
    if (problems.repeatedKeys.length > 0) {
      throw repeatedKeyErrors(file, problems.repeatedKeys);
    }
    if (hasLong) visit(document, { Scalar: keepSource });
    requireExpandable(document, "merged", file, limits);
    const root: unknown = document.toJS({ maxAliasCount: limits.aliases });
    requireExpandable(document, "all", file, limits);
    return root;
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw endlessDepth({ file }, limits);
    }
    // `toJS` reports errors in merge keys and tags.
    if (!(cause instanceof Error) || cause instanceof InputError) throw cause;
    // The library rejects aliases that expand without limit, or are not defined.
    if (/^Excessive alias count/.test(cause.message)) {
      throw overLimit("aliases", { file }, limits, "this file exceeds them");
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

function yamlError(
  { message, line, column }: YamlError,
  file: string,
  limits: ReadLimits,
): Error {
  const at = { file, line, column };
  return /call stack/.test(message)
    ? endlessDepth(at, limits)
    : inputError("spec/not-yaml", at, `this is not YAML: ${message}`);
}

function keepSource(_key: unknown, scalar: Scalar): void {
  const { value, source } = scalar;
  if (typeof value !== "number" || source === undefined) return;
  const read = readNumber(source);
  if (read.kind === "same") return;
  scalar.value = new WrittenNumber(source, read, value);
}

/** The text is nested deeper than the library can parse, and so beyond any limit. */
function endlessDepth(at: Location, limits: ReadLimits): Error {
  const depth = Math.min(limits.depth, followable);
  const excess = "this value is nested far deeper";
  return overLimit("depth", at, { ...limits, depth }, excess);
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
      ? "this is not JSON: unexpected end"
      : `this is not JSON: unexpected ${JSON.stringify(text[offset] ?? "")}`,
    cutOff ? "fetch the document again: it may be incomplete" : undefined,
  );
}

/**
 * Returns the offset of the first unexpected token, which V8 does not report. Searches
 * for the longest prefix that is only incomplete, not wrong.
 */
function findUnexpected(text: string): number {
  let [valid, invalid] = [0, text.length + 1];
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (hasUnexpected(text.slice(0, middle))) invalid = middle;
    else valid = middle;
  }
  return valid;
}

function hasUnexpected(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error instanceof Error && /^Unexpected token/.test(error.message);
  }
}
