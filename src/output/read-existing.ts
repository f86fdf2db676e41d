// Reads the files of an output folder that concern us. It is synchronous, which is
// faster for a thousand small files. It does not follow links below the folder: their
// targets are not ours to change.

import { isUtf8 } from "node:buffer";
import { lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/diagnostic-catalogue.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import {
  describeErrno,
  hasCode,
  isErrnoError,
} from "../source/files/errno-error.js";
import {
  ownFileLimit,
  ReadFailure,
  readFile,
} from "../source/files/read-file.js";
import { type Journal, parseJournal } from "./journal.js";
import { emptyManifest, manifestPath, parseManifest } from "./manifest.js";
import { assertSafePaths, locateOutput } from "./output-path.js";
import type { Existing } from "./plan-writes.js";
import type { RecordedManifest } from "./recorded-manifest.js";
import { resolveManifest } from "./resolve-manifest.js";
import { isWorkFolder, workFolder, workNames } from "./work-folder.js";

/**
 * Reads the files at `paths` (about to be rendered) and those that the manifest or the
 * journal lists. The folder need not exist.
 * @throws InputError for links, unreadable files, and a broken manifest or journal
 */
export function readExisting(
  outDir: string,
  paths: readonly string[],
): Existing {
  assertSafePaths(outDir, paths);
  if (!isFolder(outDir)) return nothingExists;

  const contents = new Map<string, string>();
  const problems = new Map<string, Diagnostic>();
  const folders = new Map<string, boolean>([["", true]]);
  const reader: ReadPart = { outDir, contents, problems, folders };

  const workFolders = listWorkFolders(reader);
  const unfinished = workFolders.length > 0;
  const journal = unfinished ? readJournal(reader) : null;
  readOwnFile(manifestPath, reader);
  const recorded = readManifest(reader);
  const listed = [...recorded.files.keys(), ...(journal?.keys() ?? [])];
  for (const path of new Set([...paths, ...listed])) {
    readOwnFile(path, reader);
  }
  if (problems.size > 0) {
    const sorted = sortedByBytes(problems, ([path]) => path);
    throw new InputError(sorted.map(([, problem]) => problem));
  }
  const { files, vanished } = resolveManifest(
    recorded,
    journal ?? new Map(),
    contents,
  );
  return {
    manifest: { files, kept: recorded.kept },
    vanished,
    contents,
    strays: new Map(),
    unlisted: [],
    unfinished,
    workFolders,
    interrupted: journal !== null,
  };
}

const nothingExists: Existing = {
  manifest: emptyManifest,
  vanished: {},
  contents: new Map(),
  strays: new Map(),
  unlisted: [],
  unfinished: false,
  workFolders: [],
  interrupted: false,
};

/**
 * The state of the reading. Problems are kept by path, so that a linked folder is
 * reported once.
 */
interface ReadPart {
  readonly outDir: string;
  readonly contents: Map<string, string>;
  readonly problems: Map<string, Diagnostic>;
  /** Folder → true if it exists and is not a link. */
  readonly folders: Map<string, boolean>;
}

function readManifest({ outDir, contents }: ReadPart): RecordedManifest {
  const text = contents.get(manifestPath);
  if (text === undefined) return { files: new Map(), kept: [] };
  return parseManifest(text, locateOutput(outDir, manifestPath));
}

/** The work folders of runs that are writing, or were interrupted. */
function listWorkFolders(reader: ReadPart): string[] {
  const entries = attemptRead("", reader, (name) =>
    readdirSync(name, { withFileTypes: true }),
  );
  return (entries ?? [])
    .filter(
      (entry) =>
        isWorkFolder(entry.name) &&
        (entry.isDirectory() || entry.name === workFolder),
    )
    .map(({ name }) => name);
}

/** Null without a journal. */
function readJournal(reader: ReadPart): Journal | null {
  const path = `${workFolder}/${workNames.journal}`;
  readOwnFile(path, reader);
  const text = reader.contents.get(path);
  reader.contents.delete(path);
  if (text === undefined) return null;
  return parseJournal(text, locateOutput(reader.outDir, path));
}

function readOwnFile(path: string, reader: ReadPart): void {
  const slash = path.lastIndexOf("/");
  if (!canEnter(slash < 0 ? "" : path.slice(0, slash), reader)) return;
  const status = inspect(path, reader);
  if (status === null) return;
  if (status.isSymbolicLink()) {
    report(reader, path, "output/link", "is a link");
  } else if (!status.isFile()) {
    const kind = status.isDirectory() ? "a folder" : "a device or a pipe";
    report(reader, path, "output/not-a-file", `is ${kind}`);
  } else {
    const bytes = attemptRead(path, reader, (name) =>
      readFile(name, { limit: ownFileLimit }),
    );
    if (bytes !== null) reader.contents.set(path, decodeText(bytes));
  }
}

function canEnter(folder: string, reader: ReadPart): boolean {
  const cached = reader.folders.get(folder);
  if (cached !== undefined) return cached;
  const parent = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  const enters = canEnter(parent, reader) && isOwnFolder(folder, reader);
  reader.folders.set(folder, enters);
  return enters;
}

function isOwnFolder(folder: string, reader: ReadPart): boolean {
  const status = inspect(folder, reader);
  if (status === null) return false;
  if (status.isDirectory()) return true;
  if (status.isSymbolicLink()) {
    report(reader, folder, "output/link", "is a link");
  } else {
    report(reader, folder, "output/not-a-folder", "is a file");
  }
  return false;
}

function inspect(path: string, reader: ReadPart): Stats | null {
  return attemptRead(path, reader, (name) => lstatSync(name));
}

/** Returns null if the file does not exist, or if a problem with it has been reported. */
function attemptRead<Result>(
  path: string,
  reader: ReadPart,
  read: (name: string) => Result,
): Result | null {
  try {
    return read(join(reader.outDir, path));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    if (error instanceof ReadFailure) {
      if (error.kind === "missing") return null; // was removed in the meantime
      report(reader, path, "output/unreadable", error.message);
      return null;
    }
    if (!isErrnoError(error)) throw error;
    report(reader, path, "output/unreadable", describeErrno(error), ": ");
    return null;
  }
}

function report(
  { problems, outDir }: ReadPart,
  path: string,
  code: DiagnosticCode,
  state: string,
  between = " ",
): void {
  const at = { file: locateOutput(outDir, path) };
  const message = JSON.stringify(path) + between + state;
  problems.set(path, createDiagnostic(code, at, message));
}

/** Returns false if the folder does not exist. It may be a link. */
function isFolder(outDir: string): boolean {
  const at = { file: outDir };
  const quoted = quoteAddress(outDir);
  try {
    if (statSync(outDir).isDirectory()) return true;
    const message = `the output folder ${quoted} is a file`;
    throw inputError("output/not-a-folder", at, message);
  } catch (error) {
    if (hasCode(error, "ENOENT") && !isLink(outDir)) return false;
    if (!isErrnoError(error)) throw error;
    const reason = describeErrno(error);
    const message = `the output folder ${quoted} cannot be used: ${reason}`;
    throw inputError("output/not-a-folder", at, message);
  }
}

function isLink(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isSymbolicLink() ?? false;
}

/**
 * Decodes UTF-8. For invalid bytes, returns a text that never equals generated text: it
 * ends with an unpaired surrogate.
 */
function decodeText(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return isUtf8(bytes) ? text : `${text}\uDC00`;
}
