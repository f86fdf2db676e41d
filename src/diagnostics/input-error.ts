// The one exception for wrong input: it carries diagnostics to the command
// line, which prints them and exits with 2.

import {
  createDiagnostic,
  type Diagnostic,
  type Location,
} from "./diagnostic.js";
import type { DiagnosticCode } from "./diagnostic-catalogue.js";

/** Thrown where nothing can go on; anything else that is thrown is a bug of ours. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.name = "InputError";
    this.diagnostics = diagnostics;
  }
}

/** An error with a single diagnostic, to throw. */
export function inputError(
  code: DiagnosticCode,
  at: Location | null,
  message: string,
  help?: string,
): InputError {
  return new InputError([createDiagnostic(code, at, message, help)]);
}
