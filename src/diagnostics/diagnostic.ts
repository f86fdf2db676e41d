// Diagnostics are values: functions return or report them, and only the command line
// prints them and exits.

import {
  type DiagnosticCode,
  diagnosticCatalogue,
} from "./diagnostic-catalogue.js";
import { hideSecrets } from "./hide-secrets.js";
import { showAddress } from "./show-address.js";

/** Errors end the run with exit code 2; warnings do not. */
export type Severity = "error" | "warning";

/** A location in the input. `file` is as the user named it. */
export interface Location {
  readonly file: string;
  /**
   * JSON pointer as a URI fragment: `#/components/schemas/charge`.
   * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
   */
  readonly pointer?: string;
  /** Counts from 1. */
  readonly line?: number;
  /** Counts UTF-16 code units from 1. */
  readonly column?: number;
}

/** A problem in the input, with a location and a fix. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The problem, in one sentence that quotes the value; no full stop. */
  readonly message: string;
  readonly at: Location | null;
  /** What to do, in the imperative. */
  readonly help: string;
}

/** Receives a diagnostic; for functions that continue after a problem. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Creates a diagnostic. `help` replaces the fix of the catalogue. Credentials and
 * queries are removed from URLs in all texts.
 */
export function createDiagnostic(
  code: DiagnosticCode,
  at: Location | null,
  message: string,
  help?: string,
): Diagnostic {
  const { severity, fix } = diagnosticCatalogue[code];
  const hide = (text: string) => hideSecrets(showFile(text, at?.file ?? ""));
  return {
    code,
    severity,
    message: hide(message),
    at: at === null ? null : showLocation(at),
    help: hide(help ?? fix),
  };
}

/** A message often contains the name of its file. */
function showFile(text: string, file: string): string {
  const shown = showAddress(file);
  return shown === file ? text : text.replaceAll(file, () => shown);
}

function showLocation(at: Location): Location {
  const { file, pointer } = at;
  return {
    ...at,
    file: showAddress(file),
    ...(pointer !== undefined && { pointer: showPointer(pointer) }),
  };
}

/** A key may be a URL, escaped (`#/names/https:~1~1me:pw@host`) or not. */
function showPointer(pointer: string): string {
  if (/:[/\\]{2}/.test(pointer)) return hideSecrets(pointer);
  return pointer
    .split("/")
    .map((token) => {
      const key = token.replaceAll("~1", "/");
      const shown = /:|^[/\\]{2}/.test(key) ? hideSecrets(key) : key;
      return shown === key ? token : shown.replaceAll("/", "~1");
    })
    .join("/");
}
