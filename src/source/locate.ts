// Resolves a reference (`$ref` or a pin's source) to a file inside the root, or to a
// URL.

import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { inspectPath, isInside, realPath } from "./files/read-file.js";

/** The target of a reference. */
export type ReferenceTarget =
  | { readonly kind: "file" | "address"; readonly location: string }
  /**
   * `nowhere`: cannot be read, e.g. `urn:…`. `outside`: a file outside the root.
   * `local`: a file that a remote document refers to.
   */
  | { readonly kind: "nowhere" | "outside" | "local" };

/** Returns true for an http(s) URL. */
export function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/**
 * Resolves `uri` against `base`. Returns a URL where either is one; otherwise a path
 * inside `root`: `("/api/main.yaml", "my%20pet.yaml")` → `/api/my pet.yaml`.
 */
export function locate(
  base: string,
  uri: string,
  root: string,
): ReferenceTarget {
  if (isRemote(base) || isRemote(uri)) {
    const from = isRemote(base) ? base : undefined;
    const url = URL.canParse(uri, from) ? new URL(uri, from) : null;
    if (url === null) return { kind: "nowhere" };
    if (url.protocol === "file:") return { kind: "local" };
    if (!isRemote(url.href)) return { kind: "nowhere" };
    return { kind: "address", location: addressOf(url, from) };
  }
  const paths = pathsOf(base, uri);
  if (paths.length === 0) return { kind: "nowhere" };
  const allowed = paths.filter((path) => isBelow(root, path));
  const location =
    allowed.find((path) => inspectPath(path) !== null) ?? allowed[0];
  return location === undefined
    ? { kind: "outside" }
    : { kind: "file", location };
}

/** Drops credentials where the origin changes. */
function addressOf(url: URL, from: string | undefined): string {
  if (from !== undefined && new URL(from).origin !== url.origin) {
    url.username = "";
    url.password = "";
  }
  return url.href;
}

/** Returns the decoded path, then the raw one: many documents do not encode their paths. */
function pathsOf(base: string, uri: string): string[] {
  if (/^file:\/\//i.test(uri)) {
    const path = fromFileUrl(uri);
    return path === null ? [] : [path];
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return [];
  return [decodePercent(uri), uri].map((path) => resolve(dirname(base), path));
}

/** Null for a file on another host, and for a path with an encoded `/`. */
function fromFileUrl(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}

/** `my%20pet.yaml` → `my pet.yaml`; returns text with a malformed escape unchanged. */
export function decodePercent(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Compares the paths as written and with links resolved: one folder may have two names. */
function isBelow(root: string, path: string): boolean {
  if (isInside(root, path)) return true;
  const [realRoot, real] = [realPath(root), realPath(path)];
  return realRoot !== null && real !== null && isInside(realRoot, real);
}

/** How the root folder is chosen. */
export interface RootOptions {
  /** The folder that the user chose; null for none. */
  readonly root: string | null;
  /** Without a chosen folder, the first of these that contains the document is the root. */
  readonly rootCandidates: readonly string[];
}

/**
 * True for `/` or `C:\\`, e.g. as the working folder of a container: not a project's
 * folder.
 */
function isWholeDisk(folder: string): boolean {
  const real = realPath(folder) ?? folder;
  return dirname(real) === real;
}

/**
 * Resolves links first: the folder and the document may be reached through different
 * links.
 */
function isReallyInside(folder: string, path: string): boolean {
  return isInside(realPath(folder) ?? folder, realPath(path) ?? path);
}

/**
 * Returns the folder that referenced files must be in, or the path of the document
 * itself where that folder would be the whole disk.
 */
export function findRoot(
  location: string,
  { root, rootCandidates }: RootOptions,
): string {
  if (root !== null) {
    if (inspectPath(root) === "directory") return root;
    const message = `the root ${quoteAddress(root)} is not a folder`;
    throw inputError(
      "option/wrong-value",
      { file: root },
      message,
      "name a folder that contains the document and the files that it refers to",
    );
  }
  // A document in a package may refer only to files of that package.
  const [inPackage] =
    /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/.exec(
      location,
    ) ?? [];
  if (inPackage !== undefined && isAbsolute(location)) return inPackage;
  const candidates = rootCandidates.filter((folder) => !isWholeDisk(folder));
  // A remote document refers to URLs, so only overlays refer to files.
  if (isRemote(location)) return candidates.at(-1) ?? location;
  const folder = dirname(location);
  const container = candidates.find((candidate) =>
    isReallyInside(candidate, folder),
  );
  return container ?? (isWholeDisk(folder) ? location : folder);
}
