// Finds files in an output folder that have our header but are not in its manifest.

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

/** Bytes read for the header; more than any header has. */
const headerBytes = 1024;

/** The result: `strays` were generated, `unlisted` may be the user's. */
export type Strays = Pick<Existing, "strays" | "unlisted">;

/**
 * Searches the folders that this run writes to, or all folders if there is no
 * manifest. Never searches another output's folder.
 */
export function findStrays(
  outDir: string,
  rendered: readonly RenderedFile[],
  existing: Existing,
  otherOutDirs: readonly string[],
  traces: readonly FileTraces[],
): Strays {
  const { manifest, contents } = existing;
  // Inside another output's folder, unlisted files belong to that output.
  const realOutDir = resolveFolder(outDir);
  const others = otherOutDirs.map(resolveFolder);
  if (others.some((other) => isInside(other, realOutDir))) {
    return { strays: new Map(), unlisted: [] };
  }
  const paths = rendered.map(({ path }) => path);
  const listed = new Set([...paths, ...Object.keys(manifest.files)]);
  const hasManifest = contents.has(manifestPath);
  const withHeader = new Map<string, string>();
  visitFolder("", {
    outDir: realOutDir,
    otherOutDirs: others,
    headers: findHeaders(rendered),
    recorded: new Set([...listed, ...manifest.kept, manifestPath]),
    folders: hasManifest ? new Set([...listed].flatMap(foldersAbove)) : null,
    extensions: new Set([
      ...paths.map((path) => extname(path)),
      ...traces.map(({ extension }) => extension),
    ]),
    withHeader,
  });
  // A manifest that does not list a file shows that the user made it, e.g. by copying
  // or renaming a generated file, header included.
  const strays = hasManifest
    ? new Map<string, string>()
    : findGenerated(withHeader, paths, contents, traces);
  return {
    strays,
    unlisted: [...withHeader.keys()].filter((path) => !strays.has(path)).sort(),
  };
}

interface Search {
  readonly outDir: string;
  readonly otherOutDirs: readonly string[];
  readonly headers: ReadonlySet<string>;
  readonly recorded: ReadonlySet<string>;
  /** The folders to search; null for all. */
  readonly folders: ReadonlySet<string> | null;
  readonly extensions: ReadonlySet<string>;
  /** Path → text of the files with a header. */
  readonly withHeader: Map<string, string>;
}

function visitFolder(folder: string, search: Search): void {
  const { outDir, recorded, folders, extensions } = search;
  if (search.otherOutDirs.includes(join(outDir, folder))) return;
  const entries = listFolder(join(outDir, folder));
  const pathOf = ({ name }: Dirent) => (folder ? `${folder}/${name}` : name);
  const isOtherOutput = entries.some(
    (entry) =>
      (entry.name === manifestPath && !recorded.has(pathOf(entry))) ||
      (entry.name === workFolder && folder !== ""),
  );
  if (isOtherOutput) return;
  for (const entry of entries) {
    const path = pathOf(entry);
    if (entry.name.startsWith(".")) continue; // no generated file or folder starts with a dot
    if (entry.isDirectory()) {
      if (folders?.has(path) ?? entry.name !== "node_modules") {
        visitFolder(path, search);
      }
    } else if (entry.isFile() && !recorded.has(path)) {
      if (!extensions.has(extname(path))) continue;
      const text = readIfOurs(join(outDir, path), search.headers);
      if (text !== null) search.withHeader.set(path, text);
    }
  }
}

/** `Dirent` does not follow links: a link is neither a file nor a directory. */
function listFolder(folder: string): Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function readIfOurs(file: string, headers: ReadonlySet<string>): string | null {
  return attempt(() => {
    if (!headers.has(firstLine(readStart(file, headerBytes)))) return null;
    return readOwnText(file);
  });
}

/** Null if the file is not readable: it may not be ours. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (isErrnoError(error) || error instanceof ReadFailure) return null;
    throw error;
  }
}
