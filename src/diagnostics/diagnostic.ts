// What went wrong or looks wrong, as plain data. Only the command line prints
// and exits, so everything else hands these on as values.

import {
  type DiagnosticCode,
  diagnosticCatalogue,
} from "./diagnostic-catalogue.js";
import { hideSecrets } from "./hide-secrets.js";
import { showAddress } from "./show-address.js";

export type Severity = "error" | "warning";

/** Where in the input: a file as the user named it, and the place in it. */
export interface Location {
  readonly file: string;
  /**
   * JSON pointer as a URI fragment: `#/components/schemas/charge`.
   * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
   */
  readonly pointer?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, quoting the value. One sentence, no full stop needed. */
  readonly message: string;
  readonly at: Location | null;
  /** What to do next. */
  readonly help: string;
}

/** Takes a diagnostic; passed to whatever can go on after finding one. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * A diagnostic of a catalogued kind; `help` replaces the catalogue's general advice.
 * Users, passwords and queries of addresses are left out of all its texts.
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

/** A message often names the file that it is about. */
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

/** A key may be an address, encoded (`#/names/https:~1~1me:pw@host`) or not. */
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
