// What Node throws when the system refuses → the words for a message.

/** An error of the system's, as opposed to a bug of ours. */
export interface ErrnoError extends Error {
  readonly code: string;
}

/** Node's own complaints, about arguments, have codes too, but name no system call. */
export function isErrnoError(error: unknown): error is ErrnoError {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string"
  );
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isErrnoError(error) && codes.includes(error.code);
}

/** `ENOSPC: no space left on device, write` → `no space left on device (ENOSPC)` */
export function describeErrno(error: ErrnoError): string {
  const text = /^[A-Z0-9_]+: ([^,]+)/.exec(error.message)?.[1];
  return text === undefined ? error.code : `${text} (${error.code})`;
}
