// A path → the bytes of that file. Every file that is read is read here: only regular
// files, no more than a limit, and without blocking. A device never ends, a
// pipe may never begin, and a file may grow while it is read.

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

export type ReadFailureKind =
  | "missing"
  | "directory"
  | "not-regular"
  | "outside"
  | "too-large"
  | "refused";

/** Why a file was not read, in words that follow its name: `"x.json" is a directory`. */
export class ReadFailure extends Error {
  readonly kind: ReadFailureKind;

  constructor(kind: ReadFailureKind, reason: string) {
    super(reason);
    this.name = "ReadFailure";
    this.kind = kind;
  }
}

export interface ReadFileOptions {
  /** In bytes. */
  readonly limit: number;
  /** The folder that the file must be in, wherever links lead; null for none. */
  readonly root?: string | null;
}

/** For files of the user's own: a config, a template, a generated file. */
export const ownFileLimit = 256 * 1024 * 1024;

/** Node reads no more at once. */
const longestRead = 2 ** 30;

/** Undefined on Windows, where a path is never a pipe. */
const nonBlocking = constants.O_NONBLOCK ?? 0;

/** Throws `ReadFailure`. */
export function readFile(
  path: string,
  { limit, root = null }: ReadFileOptions,
): Buffer {
  return asReadFailure(() => {
    const real = root === null ? path : resolveInside(path, root);
    requireRegular(statSync(real)); // opening a device may already have an effect
    const handle = openSync(real, constants.O_RDONLY | nonBlocking);
    try {
      if (root !== null) requireSameFile(handle, path, root);
      return readHandle(handle, limit);
    } finally {
      closeSync(handle);
    }
  });
}

/** For files of the user's own. Throws `ReadFailure`. */
export function readOwnText(path: string): string {
  return readFile(path, { limit: ownFileLimit }).toString("utf8");
}

/** The first `length` bytes as text. Throws `ReadFailure`. */
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

/** Runs `read`; what the system refuses becomes a `ReadFailure`. */
export function asReadFailure<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw toReadFailure(error);
  }
}

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

/** Whether `path` is `folder` or in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  if (way === "") return true;
  // On Windows the way to another drive is absolute.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The file that links lead to. */
function resolveInside(path: string, root: string): string {
  const realRoot = realpathSync(root);
  const real = realpathSync(path);
  if (isInside(realRoot, real)) return real;
  throw new ReadFailure("outside", "is a link that leads out of the root");
}

/** A folder on the way may have become a link after its path was checked. */
function requireSameFile(handle: number, path: string, root: string): void {
  const opened = fstatSync(handle, { bigint: true });
  const checked = statSync(resolveInside(path, root), { bigint: true });
  if (opened.ino === checked.ino && opened.dev === checked.dev) return;
  throw new ReadFailure("outside", "was replaced while it was read");
}

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

/** Reads one byte beyond the limit at most: the size that the system states may be wrong. */
export function readHandle(handle: number, limit: number): Buffer {
  const status = fstatSync(handle);
  requireRegular(status);
  requireFileSize(status.size, limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const expected = status.size - size + 1; // one more, to see the end
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

/** What is at a path, following links; null where nothing is, or nothing that can be looked at. */
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

/** Where links on the way to a path lead; null where nothing is. */
export function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isErrnoError(error) || isNullByteError(error)) return null;
    throw error;
  }
}

/** Node throws an error of its own for a path with a NUL byte, without asking the system. */
function isNullByteError(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_INVALID_ARG_VALUE" &&
    /null bytes/.test(error.message)
  );
}
