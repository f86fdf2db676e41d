// An output folder → the files in it that have our header but are not listed in a
// manifest.

import { type Dirent, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { isErrnoError } from "../source/files/errno-error.js";
import {
  isInside,
  ReadFailure,
  readOwnText,
  readStart,
} from "../source/files/read-file.js";
import type { FileTraces, RenderedFile } from "../targets/target.js";
import { findGenerated } from "./find-generated.js";
import { findHeaders, firstLine } from "./header.js";
import { manifestPath } from "./manifest.js";
import { foldersAbove } from "./output-path.js";
import type { Existing } from "./plan-writes.js";
import { resolveFolder } from "./resolve-folder.js";
import { workFolder } from "./work-folder.js";

/** More than any header has. */
const headerBytes = 1024;

export type Strays = Pick<Existing, "strays" | "unlisted">;

/**
 * Only folders that we write to are searched, or all of them where there is no
 * manifest to list them; never those of another output.
 */
export function findStrays(
  outDir: string,
  rendered: readonly RenderedFile[],
  existing: Existing,
  otherOutDirs: readonly string[],
  traces: readonly FileTraces[],
): Strays {
  const { manifest, contents } = existing;
  // Inside another output, files that this one does not list are that one's.
  const own = resolveFolder(outDir);
  const others = otherOutDirs.map(resolveFolder);
  if (others.some((other) => isInside(other, own))) {
    return { strays: new Map(), unlisted: [] };
  }
  const paths = rendered.map(({ path }) => path);
  const listed = new Set([...paths, ...Object.keys(manifest.files)]);
  const hasManifest = contents.has(manifestPath);
  const found = new Map<string, string>();
  visitFolder("", {
    outDir: own,
    otherOutDirs: others,
    headers: findHeaders(rendered),
    known: new Set([...listed, ...manifest.kept, manifestPath]),
    folders: hasManifest ? new Set([...listed].flatMap(foldersAbove)) : null,
    extensions: new Set([
      ...paths.map((path) => extname(path)),
      ...traces.map(({ extension }) => extension),
    ]),
    found,
  });
  // A manifest that does not list a file is evidence that the file is the user's: a
  // generated file that was copied or renamed keeps its header.
  const strays = hasManifest
    ? new Map<string, string>()
    : findGenerated(found, paths, contents, traces);
  return {
    strays,
    unlisted: [...found.keys()].filter((path) => !strays.has(path)).sort(),
  };
}

interface Search {
  readonly outDir: string;
  readonly otherOutDirs: readonly string[];
  readonly headers: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** The folders to search; null for all. */
  readonly folders: ReadonlySet<string> | null;
  readonly extensions: ReadonlySet<string>;
  /** Path → text. */
  readonly found: Map<string, string>;
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
    if (entry.name.startsWith(".")) continue; // we write no such file or folder
    if (entry.isDirectory()) {
      if (folders?.has(path) ?? entry.name !== "node_modules") {
        visitFolder(path, search);
      }
    } else if (entry.isFile() && !known.has(path)) {
      if (!extensions.has(extname(path))) continue;
      const text = readIfOurs(join(outDir, path), search.headers);
      if (text !== null) search.found.set(path, text);
    }
  }
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
