// Recognises the errors that Node throws when a system call fails, and describes them
// for a message.

/** A failed system call, as opposed to a bug in this program. */
export interface ErrnoError extends Error {
  readonly code: string;
}

/** Node's argument errors have a `code` too, but no `syscall`. */
export function isErrnoError(error: unknown): error is ErrnoError {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string"
  );
}

/** Returns true for a failed system call with one of the codes, e.g. `"ENOENT"`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isErrnoError(error) && codes.includes(error.code);
}

/** `ENOSPC: no space left on device, write` → `no space left on device (ENOSPC)` */
export function describeErrno(error: ErrnoError): string {
  const text = /^[A-Z0-9_]+: ([^,]+)/.exec(error.message)?.[1];
  return text === undefined ? error.code : `${text} (${error.code})`;
}
