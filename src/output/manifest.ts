// The list of our files in an output folder ↔ its text, `manifest.json`: path →
// checksum of what was written. It tells our files from the user's own, and
// untouched ones from edited ones, without a clock or a version in it.

import type { Location } from "../diagnostics/diagnostic.js";
import { type InputError, inputError } from "../diagnostics/input-error.js";
import { sortedByBytes } from "../model/byte-order.js";
import type { RenderedFile } from "../targets/target.js";
import { parseJson, RepeatedKeyError } from "../text/parse-json.js";
import { checksumOf } from "./checksum.js";
import { foldPath, objectionToPath } from "./output-path.js";

/** Path → SHA-256 in hex; the manifest itself is not among them. */
export type Manifest = Readonly<Record<string, string>>;

export const manifestPath = "manifest.json";

export function renderManifest(files: readonly RenderedFile[]): RenderedFile {
  return formatManifest(
    Object.fromEntries(
      files.map((file) => [file.path, checksumOf(file.contents)]),
    ),
  );
}

/** Laid out as Prettier would; by hand, as `JSON.stringify` puts a key like `12` first. */
export function formatManifest(manifest: Manifest): RenderedFile {
  const entries = sortedByBytes(Object.entries(manifest), ([path]) => path);
  const lines = entries.map(
    ([path, checksum]) => `    ${JSON.stringify(path)}: "${checksum}"`,
  );
  const files = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return { path: manifestPath, contents: `{\n  "files": ${files}\n}\n` };
}

/** `file` is how messages name the text's origin. */
export function parseManifest(text: string, file: string): Manifest {
  const root = parseFile(text, file);
  if (!isObject(root) || Object.keys(root).join() !== "files") {
    throw invalid({ file }, 'it must be an object with the one key "files"');
  }
  const { files } = root;
  if (!isObject(files)) {
    const at = { file, pointer: "#/files" };
    throw invalid(at, '"files" must be an object: path to checksum');
  }
  const entries = Object.entries(files).map(([path, checksum]) =>
    readEntry(path, checksum, file),
  );
  return Object.fromEntries(entries);
}

/** The checksum noted for a path; a name like `constructor` finds nothing by accident. */
export function recordedChecksum(
  manifest: Manifest,
  path: string,
): string | null {
  return Object.hasOwn(manifest, path) ? (manifest[path] ?? null) : null;
}

function readEntry(
  path: string,
  checksum: unknown,
  file: string,
): [path: string, checksum: string] {
  const at = { file, pointer: "#/files" };
  const quoted = JSON.stringify(path);
  const objection = objectionToPath(path);
  if (objection !== null) {
    throw invalid(at, `the path ${quoted} ${objection}`);
  }
  if (foldPath(path) === foldPath(manifestPath)) {
    throw invalid(at, `it lists itself, ${quoted}`);
  }
  if (typeof checksum !== "string" || !/^[0-9a-f]{64}$/.test(checksum)) {
    const found = JSON.stringify(checksum);
    throw invalid(at, `${quoted} must have a SHA-256 in hex, not ${found}`);
  }
  return [path, checksum];
}

function parseFile(text: string, file: string): unknown {
  try {
    return parseJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof RepeatedKeyError) {
      throw invalid({ file }, error.message);
    }
    if (!(error instanceof SyntaxError)) throw error;
    const conflict = text.search(/^<{7}/m);
    if (conflict >= 0) {
      const at = { file, line: lineAt(text, conflict) };
      throw invalid(at, 'it holds a merge conflict, "<<<<<<<"');
    }
    const position = /at position (\d+)/.exec(error.message)?.[1];
    const at = position
      ? { file, line: lineAt(text, Number(position)) }
      : { file };
    throw invalid(at, `it is not JSON (${error.message})`);
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(at: Location, reason: string): InputError {
  const message = `the manifest of generated files cannot be used: ${reason}`;
  return inputError("output/invalid-manifest", at, message);
}
