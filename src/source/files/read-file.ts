// Reads the bytes of a file. All files are read here, because reading must not block or
// run out of memory: a device never ends, a pipe may never start, and a file may grow
// while it is read. Only regular files up to a size limit are accepted.

import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { describeErrno, hasCode, isErrnoError } from "./errno-error.js";

/** Why a file was not read; `refused` is any other error of the system. */
export type ReadFailureKind =
  | "missing"
  | "directory"
  | "not-regular"
  | "outside"
  | "too-large"
  | "refused";

/**
 * The message completes a sentence that starts with the file's name: `"x.json" is a
 * directory`.
 */
export class ReadFailure extends Error {
  readonly kind: ReadFailureKind;

  constructor(kind: ReadFailureKind, reason: string) {
    super(reason);
    this.name = "ReadFailure";
    this.kind = kind;
  }
}

/** Limits of a single read. */
export interface ReadFileOptions {
  /** The largest size accepted, in bytes. */
  readonly limit: number;
  /**
   * The folder that the file must be in after links are resolved; null for no
   * restriction.
   */
  readonly root?: string | null;
}

/**
 * The limit for files that belong to the user, such as a config, a template or a
 * generated file. In bytes.
 */
export const ownFileLimit = 256 * 1024 * 1024;

/** The most bytes that one call of `readSync` accepts. */
const longestRead = 2 ** 30;

/** Undefined on Windows, where a path is never a pipe. */
const nonBlocking = constants.O_NONBLOCK ?? 0;

/**
 * Reads a regular file. Checks twice that it is in `root`, before and after opening it.
 * @throws ReadFailure
 */
export function readFile(
  path: string,
  { limit, root = null }: ReadFileOptions,
): Buffer {
  return asReadFailure(() => {
    const real = root === null ? path : resolveInside(path, root);
    requireRegular(statSync(real)); // opening a device can have side effects
    const handle = openSync(real, constants.O_RDONLY | nonBlocking);
    try {
      if (root !== null) requireSameFile(handle, path, root);
      return readHandle(handle, limit);
    } finally {
      closeSync(handle);
    }
  });
}

/**
 * Reads a file that belongs to the user as UTF-8 text.
 * @throws ReadFailure
 */
export function readOwnText(path: string): string {
  return readFile(path, { limit: ownFileLimit }).toString("utf8");
}

/**
 * Reads the first `length` bytes as UTF-8 text.
 * @throws ReadFailure
 */
export function readStart(path: string, length: number): string {
  return asReadFailure(() => {
    requireRegular(statSync(path));
    const handle = openSync(path, constants.O_RDONLY | nonBlocking);
    try {
      const bytes = Buffer.alloc(length);
      return bytes.toString("utf8", 0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  });
}

/** Runs `read` and converts errors of the file system to `ReadFailure`. */
export function asReadFailure<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw toReadFailure(error);
  }
}

/**
 * Returns a `ReadFailure` for an error of the file system, and any other error
 * unchanged.
 */
export function toReadFailure(error: unknown): unknown {
  if (isNullByteError(error)) {
    return new ReadFailure("missing", "has a NUL character in its name");
  }
  if (!isErrnoError(error)) return error;
  if (hasCode(error, "ENOENT", "ENOTDIR")) {
    return new ReadFailure("missing", "does not exist");
  }
  if (hasCode(error, "EISDIR")) {
    return new ReadFailure("directory", "is a directory");
  }
  return new ReadFailure("refused", `cannot be read: ${describeErrno(error)}`);
}

/** Returns true where `path` is `folder` itself or inside it; both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const relativePath = relative(folder, path);
  if (relativePath === "") return true;
  // On Windows, the relative path to another drive is absolute.
  return (
    relativePath !== ".." &&
    !relativePath.startsWith(`..${sep}`) &&
    !isAbsolute(relativePath)
  );
}

/** Resolves links, and rejects a file outside the root. */
function resolveInside(path: string, root: string): string {
  const realRoot = realpathSync(root);
  const real = realpathSync(path);
  if (isInside(realRoot, real)) return real;
  throw new ReadFailure("outside", "is a link that leads out of the root");
}

/** A folder on the path may have been replaced by a link since it was checked. */
function requireSameFile(handle: number, path: string, root: string): void {
  const opened = fstatSync(handle, { bigint: true });
  const checked = statSync(resolveInside(path, root), { bigint: true });
  if (opened.ino === checked.ino && opened.dev === checked.dev) return;
  throw new ReadFailure("outside", "was replaced while it was read");
}

/** @throws ReadFailure for a directory, pipe, socket or device. */
export function requireRegular(status: Stats): void {
  if (status.isFile()) return;
  if (status.isDirectory()) {
    throw new ReadFailure("directory", "is a directory");
  }
  const kind = status.isFIFO()
    ? "a pipe"
    : status.isSocket()
      ? "a socket"
      : "a device";
  throw new ReadFailure("not-regular", `is ${kind}, not a regular file`);
}

/**
 * Reads at most one byte beyond the limit. The size in `fstat` is not relied on: it may
 * be wrong, or change.
 */
export function readHandle(handle: number, limit: number): Buffer {
  const status = fstatSync(handle);
  requireRegular(status);
  requireFileSize(status.size, limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const expected = status.size - size + 1; // one byte more, to detect the end
    const length = Math.min(
      limit + 1 - size,
      Math.max(expected, 64 * 1024),
      longestRead,
    );
    const chunk = Buffer.allocUnsafe(length);
    const count = readSync(handle, chunk, 0, length, null);
    if (count === 0) return Buffer.concat(chunks);
    size += count;
    requireFileSize(size, limit);
    chunks.push(chunk.subarray(0, count));
  }
}

function requireFileSize(size: number, limit: number): void {
  if (size <= limit) return;
  throw new ReadFailure("too-large", `has ${size} bytes or more`);
}

/**
 * Returns what `path` leads to when links are followed; null if it does not exist or
 * is not accessible.
 */
export function inspectPath(
  path: string,
): "file" | "directory" | "other" | null {
  try {
    const status = statSync(path);
    if (status.isFile()) return "file";
    return status.isDirectory() ? "directory" : "other";
  } catch (error) {
    if (isErrnoError(error) || isNullByteError(error)) return null;
    throw error;
  }
}

/**
 * Resolves all links in a path; returns null if it does not exist or is not
 * accessible.
 */
export function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isErrnoError(error) || isNullByteError(error)) return null;
    throw error;
  }
}

/** Node rejects a path with a NUL byte itself, without a system call. */
function isNullByteError(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_INVALID_ARG_VALUE" &&
    /null bytes/.test(error.message)
  );
}
