// Replaces unpaired surrogates (`"\\ud800"`), which UTF-8 cannot encode, by U+FFFD in
// prose. Elsewhere they stay, since only the target knows whether its strings can
// contain them.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { appendPointer } from "./pointer.js";
import { type KeyPath, walkDocument } from "./walk-document.js";

const prose: ReadonlySet<string> = new Set(["description", "summary"]);

/** These contain a text for each value of an enum. */
const proseLists: ReadonlySet<string> = new Set([
  "x-enum-descriptions",
  "x-enumDescriptions",
]);

/** Only an escape can produce a surrogate, since the text was decoded from UTF-8. */
export function mayHaveSurrogates(text: string): boolean {
  return /\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]/.test(text);
}

/** Changes `root`, and reports each replaced text. */
export function resolveSurrogates(
  root: unknown,
  file: string,
  report: Report,
): void {
  const replace = (holder: object, key: string, place: KeyPath) => {
    const texts = holder as Record<string, unknown>; // parsed, and not shared yet
    const before = texts[key];
    if (typeof before !== "string") return;
    const [half] = /\p{Surrogate}/u.exec(before) ?? [];
    if (half === undefined) return;
    texts[key] = before.replace(/\p{Surrogate}/gu, "\ufffd");
    report(
      createDiagnostic(
        "text/lone-surrogate",
        { file, pointer: appendPointer("#", ...place, key) },
        `${JSON.stringify(half)} is half of a surrogate pair; it is written as U+FFFD`,
      ),
    );
  };
  walkDocument(root, (object, place, kind) => {
    if (kind === "names") return;
    for (const [key, value] of Object.entries(object)) {
      if (prose.has(key)) replace(object, key, place);
      if (!proseLists.has(key) || typeof value !== "object") continue;
      for (const name of Object.keys(value ?? {})) {
        if (value !== null) replace(value, name, [...place, key]);
      }
    }
  });
}
