// The only exception for wrong input. It carries diagnostics to the command line, which
// prints them and exits with code 2.

import {
  createDiagnostic,
  type Diagnostic,
  type Location,
} from "./diagnostic.js";
import type { DiagnosticCode } from "./diagnostic-catalogue.js";

/** Thrown if the run cannot continue. Any other exception is a bug in this program. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.name = "InputError";
    this.diagnostics = diagnostics;
  }
}

/** Creates an error with a single diagnostic, for the caller to throw. */
export function inputError(
  code: DiagnosticCode,
  at: Location | null,
  message: string,
  help?: string,
): InputError {
  return new InputError([createDiagnostic(code, at, message, help)]);
}
