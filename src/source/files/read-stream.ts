// A stream of bytes → the bytes, no more than a limit, and within a time: whoever writes
// to a pipe may never end.

import { constants, fstatSync, openSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { asReadFailure } from "./read-file.js";

export interface ReadStreamOptions {
  /** In bytes. */
  readonly limit: number;
  /** When to stop waiting for the end. */
  readonly signal: AbortSignal;
}

/** The reason why a stream was not read to its end. */
export type StreamEnd = "too-large" | "too-slow";

/** Returns what stopped it where that is one of the two constraints. */
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

/** `/dev/fd/63`, as shells write `<(command)`: the handle is already open. */
const inherited = /^\/(?:dev|proc\/self)\/(?:fd\/(\d+)|(stdin))$/;

/** A pipe, to be read; null where the path is something else. Throws `ReadFailure`. */
export function openPipe(path: string): Readable | null {
  return asReadFailure(() => {
    const [, number, name] = inherited.exec(path) ?? [];
    const open = name === undefined ? number : "0";
    if (open !== undefined) {
      const fd = Number(open);
      const status = fstatSync(fd);
      const isPipe = status.isFIFO() || status.isSocket();
      return isPipe ? readableOf(fd) : null;
    }
    if (!statSync(path).isFIFO()) return null;
    // Opened without waiting for somebody who writes: waiting can then be stopped.
    return readableOf(
      openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    );
  });
}

/** Whether a path names no place, but a handle of this process. */
export function isInherited(path: string): boolean {
  return inherited.test(path);
}

function readableOf(fd: number): Readable {
  return new Socket({ fd, readable: true, writable: false });
}
