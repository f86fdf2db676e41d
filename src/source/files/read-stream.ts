// Reads a stream of bytes up to a size limit and a time limit, because a pipe may never
// end.

import { constants, fstatSync, openSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { asReadFailure } from "./read-file.js";

/** Limits of a single read. */
export interface ReadStreamOptions {
  /** The largest size accepted, in bytes. */
  readonly limit: number;
  /** Aborts at the time limit. */
  readonly signal: AbortSignal;
}

/** The limit that stopped the reading. */
export type StreamEnd = "too-large" | "too-slow";

/**
 * Returns all bytes, or the limit that stopped the reading.
 * @throws errors of the stream
 */
export async function readStream(
  stream: Readable,
  { limit, signal }: ReadStreamOptions,
): Promise<Buffer | StreamEnd> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of addAbortSignal(signal, stream)) {
      size += chunk.byteLength;
      if (size > limit) return "too-large"; // leaving the loop destroys the stream
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (signal.aborted) return "too-slow";
    throw error;
  }
}

/**
 * Paths of handles that are open already, such as `/dev/fd/63` for `<(command)` in a
 * shell.
 */
const inheritedHandle = /^\/(?:dev|proc\/self)\/(?:fd\/(\d+)|(stdin))$/;

/**
 * Opens a pipe; returns null if the path is not a pipe.
 * @throws ReadFailure
 */
export function openPipe(path: string): Readable | null {
  return asReadFailure(() => {
    const [, number, name] = inheritedHandle.exec(path) ?? [];
    const inherited = name === undefined ? number : "0";
    if (inherited !== undefined) {
      const fd = Number(inherited);
      const status = fstatSync(fd);
      const isPipe = status.isFIFO() || status.isSocket();
      return isPipe ? readableOf(fd) : null;
    }
    if (!statSync(path).isFIFO()) return null;
    // Opens without waiting for a writer; reading then waits, and can be aborted.
    return readableOf(
      openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    );
  });
}

/**
 * Returns true for a path that refers to an open handle of this process, e.g.
 * `/dev/stdin`.
 */
export function isInherited(path: string): boolean {
  return inheritedHandle.test(path);
}

function readableOf(fd: number): Readable {
  return new Socket({ fd, readable: true, writable: false });
}
