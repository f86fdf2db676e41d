// Converts an exception to an `InputError`; null for a bug.

import { InputError, inputError } from "../diagnostics/input-error.js";
import { describeErrno, isErrnoError } from "../source/files/errno-error.js";
import { ReadFailure } from "../source/files/read-file.js";

/**
 * Errors that mean a lack of resources, with their fixes. They are not about one file:
 * any access can fail with them, even the import of a module.
 */
const scarce: Readonly<Record<string, string>> = {
  EMFILE: "raise the limit of open files: `ulimit -n 1024`",
  ENFILE: "close other programs, or raise the system's limit of open files",
  ENOMEM: "free memory",
};

/** Recognises wrong input, failures of the system and a broken installation. */
export function toInputError(error: unknown): InputError | null {
  if (error instanceof InputError) return error;
  if (error instanceof ReadFailure) {
    const message = `a file of codegen ${error.message}`;
    return inputError("system/refused", null, message, "install codegen again");
  }
  if (isMissingModule(error)) {
    const message = `a module of codegen cannot be loaded: ${error.message}`;
    const help = `install codegen again; if the process has too many files open, ${scarce.EMFILE}`;
    return inputError("system/refused", null, message, help);
  }
  const help = isErrnoError(error) ? scarce[error.code] : undefined;
  if (!isErrnoError(error) || help === undefined) return null;
  const message = `the operating system reports: ${describeErrno(error)}`;
  return inputError("system/refused", null, message, help);
}

function isMissingModule(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
  );
}
