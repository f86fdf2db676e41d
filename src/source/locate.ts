// A reference → where the file that it means is: a path below the root, or an address.

import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { inspectPath, isInside, realPath } from "./files/read-file.js";

export type ReferenceTarget =
  | { readonly kind: "file" | "address"; readonly location: string }
  /** Not a place to read from (`urn:…`), or one that may not be read. */
  | { readonly kind: "nowhere" | "outside" | "local" };

export function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/** `("/api/main.yaml", "my%20pet.yaml") → "/api/my pet.yaml"`; an address where either is one. */
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

/** Credentials in an address are dropped when the origin changes. */
function addressOf(url: URL, from: string | undefined): string {
  if (from !== undefined && new URL(from).origin !== url.origin) {
    url.username = "";
    url.password = "";
  }
  return url.href;
}

/** Tries the decoded path, then the raw one: many documents do not encode their paths. */
function pathsOf(base: string, uri: string): string[] {
  if (/^file:\/\//i.test(uri)) {
    const path = fromFileUrl(uri);
    return path === null ? [] : [path];
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return [];
  return [decodePercent(uri), uri].map((path) => resolve(dirname(base), path));
}

/** Null for a file of another host, and for a path that has an encoded `/`. */
function fromFileUrl(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}

/** A stray `%` is taken as it stands. */
export function decodePercent(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** By the names, or by where links on the way lead: the same folder may have two names. */
function isBelow(root: string, path: string): boolean {
  if (isInside(root, path)) return true;
  const [realRoot, real] = [realPath(root), realPath(path)];
  return realRoot !== null && real !== null && isInside(realRoot, real);
}

export interface RootOptions {
  /** The folder that the user chose; null for none. */
  readonly root: string | null;
  /** Folders of which the first one that the document lies in is the root. */
  readonly rootCandidates: readonly string[];
}

/** `/` or `C:\\`, as the working folder of a container: not a folder of one project. */
function isWholeDisk(folder: string): boolean {
  const real = realPath(folder) ?? folder;
  return dirname(real) === real;
}

/** By where links lead: the working folder and the document may be named by different links. */
function isReallyInside(folder: string, path: string): boolean {
  return isInside(realPath(folder) ?? folder, realPath(path) ?? path);
}

/**
 * The folder that referenced files have to be in; the document itself where that folder would
 * be the whole disk.
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
  // A package has its own files, and no business with others in `node_modules` or above.
  const [inPackage] =
    /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/.exec(
      location,
    ) ?? [];
  if (inPackage !== undefined && isAbsolute(location)) return inPackage;
  const candidates = rootCandidates.filter((folder) => !isWholeDisk(folder));
  // Only overlays refer to files then.
  if (isRemote(location)) return candidates.at(-1) ?? location;
  const own = dirname(location);
  const found = candidates.find((folder) => isReallyInside(folder, own));
  return found ?? (isWholeDisk(own) ? location : own);
}
