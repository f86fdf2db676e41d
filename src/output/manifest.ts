// The manifest: the list of generated files in an output folder, stored as
// `manifest.json` (path → checksum of the generated text). It distinguishes our files
// from the user's, and untouched files from edited ones, without timestamps or
// versions.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAnySize } from "../diagnostics/quote.js";
import { compareBytes, sortedByBytes } from "../ir/compare-bytes.js";
import { parseJson, RepeatedKeyError } from "../source/text/parse-json.js";
import type { RenderedFile } from "../targets/target.js";
import { mergeManifest } from "./merge-manifest.js";
import { foldPath, objectionToPath } from "./output-path.js";
import type { RecordedManifest } from "./recorded-manifest.js";

/** Path → SHA-256 in hex. Does not include the manifest itself. */
export type Checksums = Readonly<Record<string, string>>;

/** The contents of `manifest.json`. */
export interface Manifest {
  readonly files: Checksums;
  /**
   * Files that were generated once and then edited by hand: they belong to the user.
   * They still have our header, so that this list protects them from removal.
   */
  readonly kept: readonly string[];
}

export const emptyManifest: Manifest = { files: {}, kept: [] };

export const manifestPath = "manifest.json";

/**
 * Formats the manifest with one sorted line for each file, so that Git can merge most
 * changes. Prints as Prettier would; `JSON.stringify` would move keys like `12` to the
 * front.
 */
export function formatManifest({ files, kept }: Manifest): RenderedFile {
  const entries = sortedByBytes(Object.entries(files), ([path]) => path);
  const lines = entries.map(
    ([path, checksum]) => `    ${JSON.stringify(path)}: "${checksum}"`,
  );
  const keys = [`"files": ${block(lines)}`];
  if (kept.length > 0) {
    const paths = [...kept].sort(compareBytes);
    const keptLines = paths.map((path) => `    ${JSON.stringify(path)}: true`);
    keys.push(`"kept": ${block(keptLines)}`);
  }
  const contents = `{\n  ${keys.join(",\n  ")}\n}\n`;
  return { path: manifestPath, contents };
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
}

/**
 * Parses a manifest, also one with merge conflicts. `file` is its name in messages.
 * @throws InputError
 */
export function parseManifest(text: string, file: string): RecordedManifest {
  const merged = mergeManifest(text);
  if (merged !== null) {
    for (const [path, checksums] of merged.files) {
      for (const checksum of checksums) checkEntry(path, checksum, file);
    }
    for (const path of merged.kept) checkPath(path, "#/kept", file);
    return merged;
  }
  const { files, kept } = readRoot(parseFile(text, file), file);
  return {
    files: new Map(
      Object.entries(files).map(([path, checksum]) => [
        path,
        [checkEntry(path, checksum, file)],
      ]),
    ),
    kept: Object.keys(kept).map((path) => checkPath(path, "#/kept", file)),
  };
}

/**
 * Returns the checksum recorded for a path, or null. Ignores inherited properties such
 * as `constructor`.
 */
export function recordedChecksum(
  files: Checksums,
  path: string,
): string | null {
  return Object.hasOwn(files, path) ? (files[path] ?? null) : null;
}

function readRoot(
  root: unknown,
  file: string,
): {
  readonly files: Readonly<Record<string, unknown>>;
  readonly kept: Readonly<Record<string, unknown>>;
} {
  if (
    !isPlainObject(root) ||
    !/^files(,kept)?$/.test(Object.keys(root).join())
  ) {
    throw invalidManifest(
      { file },
      'it must be an object with the one key "files"',
    );
  }
  const { files, kept = {} } = root;
  if (!isPlainObject(files)) {
    const at = { file, pointer: "#/files" };
    throw invalidManifest(at, '"files" must be an object: path to checksum');
  }
  if (
    !isPlainObject(kept) ||
    Object.values(kept).some((value) => value !== true)
  ) {
    const at = { file, pointer: "#/kept" };
    throw invalidManifest(at, '"kept" must be an object: path to true');
  }
  return { files, kept };
}

function checkEntry(path: string, checksum: unknown, file: string): string {
  checkPath(path, "#/files", file);
  if (typeof checksum !== "string" || !/^[0-9a-f]{64}$/.test(checksum)) {
    const message = `${quoteAnySize(path)} must have a SHA-256 in hex, not ${quoteAnySize(checksum)}`;
    throw invalidManifest({ file, pointer: "#/files" }, message);
  }
  return checksum;
}

function checkPath(path: string, pointer: string, file: string): string {
  const at = { file, pointer };
  const quoted = quoteAnySize(path);
  const objection = objectionToPath(path);
  if (objection !== null) {
    throw invalidManifest(at, `the path ${quoted} ${objection}`);
  }
  if (foldPath(path) === foldPath(manifestPath)) {
    throw invalidManifest(at, `it lists itself: ${quoted}`);
  }
  return path;
}

function parseFile(text: string, file: string): unknown {
  try {
    return parseJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof RepeatedKeyError) {
      throw invalidManifest({ file }, error.message);
    }
    if (!(error instanceof SyntaxError)) throw error;
    const conflict = text.search(/^<{7}/m);
    if (conflict >= 0) {
      const at = { file, line: lineAt(text, conflict) };
      throw invalidManifest(
        at,
        'it contains a merge conflict ("<<<<<<<") with lines that codegen did not write',
      );
    }
    const position = /at position (\d+)/.exec(error.message)?.[1];
    const at = position
      ? { file, line: lineAt(text, Number(position)) }
      : { file };
    throw invalidManifest(at, `it is not JSON (${error.message})`);
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function isPlainObject(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalidManifest(at: Location, reason: string): InputError {
  const message = `the manifest of generated files cannot be used: ${reason}`;
  return inputError("output/invalid-manifest", at, message);
}
