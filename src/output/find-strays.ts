// An output folder → the files in it that no manifest lists but that have our
// header: written by a run whose manifest is lost.

import { type Dirent, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { isErrnoError } from "../files/errno.js";
import {
  isInside,
  ReadFailure,
  readOwnText,
  readStart,
  realPath,
} from "../files/read-file.js";
import type { RenderedFile } from "../targets/target.js";
import { findHeaders, firstLine } from "./header.js";
import { manifestPath } from "./manifest.js";
import { foldersAbove } from "./output-path.js";
import type { Existing } from "./plan-writes.js";
import { workFolder } from "./work-folder.js";

/** More than any header has. */
const headerBytes = 1024;

/**
 * Path → text. Only folders that we write to are searched, or all of them where
 * there is no manifest to list them; never those of another output.
 */
export function findStrays(
  outDir: string,
  rendered: readonly RenderedFile[],
  { manifest, contents }: Existing,
  otherOutDirs: readonly string[],
): Map<string, string> {
  const headers = findHeaders(rendered);
  if (headers.size === 0) return new Map();
  // Inside another output, files that this one does not list are that one's.
  const own = realPath(outDir) ?? outDir;
  const isWithin = (other: string) => isInside(realPath(other) ?? other, own);
  if (otherOutDirs.some(isWithin)) return new Map();
  const listed = new Set([
    ...rendered.map(({ path }) => path),
    ...Object.keys(manifest.files),
  ]);
  const strays = new Map<string, string>();
  visitFolder("", {
    outDir,
    otherOutDirs,
    headers,
    known: new Set([...listed, ...manifest.kept, manifestPath]),
    folders: contents.has(manifestPath)
      ? new Set([...listed].flatMap(foldersAbove))
      : null,
    extensions: new Set(rendered.map(({ path }) => extname(path))),
    strays,
  });
  return strays;
}

interface Search {
  readonly outDir: string;
  readonly otherOutDirs: readonly string[];
  readonly headers: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** The folders to search; null for all. */
  readonly folders: ReadonlySet<string> | null;
  readonly extensions: ReadonlySet<string>;
  readonly strays: Map<string, string>;
}

function visitFolder(folder: string, search: Search): void {
  const { outDir, known, folders, extensions } = search;
  if (search.otherOutDirs.includes(join(outDir, folder))) return;
  const entries = listFolder(join(outDir, folder));
  const pathOf = ({ name }: Dirent) => (folder ? `${folder}/${name}` : name);
  const isOtherOutput = entries.some(
    (entry) =>
      (entry.name === manifestPath && !known.has(pathOf(entry))) ||
      (entry.name === workFolder && folder !== ""),
  );
  if (isOtherOutput) return;
  for (const entry of entries) {
    const path = pathOf(entry);
    if (entry.isDirectory()) {
      if (folders?.has(path) ?? mayBeOurs(entry.name)) {
        visitFolder(path, search);
      }
    } else if (entry.isFile() && !known.has(path)) {
      if (!extensions.has(extname(path))) continue;
      const text = readIfOurs(join(outDir, path), search.headers);
      if (text !== null) search.strays.set(path, text);
    }
  }
}

/** We never write to such folders. */
function mayBeOurs(name: string): boolean {
  return name !== "node_modules" && !name.startsWith(".");
}

/** Links are not followed: `Dirent` tells them from what they lead to. */
function listFolder(folder: string): Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function readIfOurs(file: string, headers: ReadonlySet<string>): string | null {
  return attempt(() => {
    if (!headers.has(firstLine(readStart(file, headerBytes)))) return null;
    return readOwnText(file);
  });
}

/** Null where the system refuses: what cannot be read is not known to be ours. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (isErrnoError(error) || error instanceof ReadFailure) return null;
    throw error;
  }
}
