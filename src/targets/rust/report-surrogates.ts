// Reports names and values with lone surrogates, which a Rust string cannot
// contain. Replacing them would change their meaning. Descriptions have none:
// `document/resolve-surrogates.ts` replaces theirs.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";

interface ModelScope {
  readonly file: string;
  readonly report: Report;
  /** The reported texts, each with its pointer, to report them once. */
  readonly reported: Set<string>;
}

/** `value` is plain data. A problem is located by the innermost `pointer` around it. */
export function reportSurrogates(
  value: unknown,
  file: string,
  report: Report,
): void {
  visit(value, "#", { file, report, reported: new Set() });
}

function visit(value: unknown, pointer: string, scope: ModelScope): void {
  if (typeof value === "string") reportText(value, pointer, scope);
  if (typeof value !== "object" || value === null) return;
  const here =
    "pointer" in value && typeof value.pointer === "string"
      ? value.pointer
      : pointer;
  for (const [key, part] of Object.entries(value)) {
    if (key !== "pointer") visit(part, here, scope);
  }
}

function reportText(text: string, pointer: string, scope: ModelScope): void {
  const key = `${pointer} ${JSON.stringify(text)}`;
  if (!/\p{Surrogate}/u.test(text) || scope.reported.has(key)) return;
  scope.reported.add(key);
  scope.report(
    createDiagnostic(
      "type/inexpressible",
      { file: scope.file, pointer },
      `${JSON.stringify(text)} contains a lone surrogate, which a Rust string cannot contain`,
      "correct the text with an overlay, or exclude what needs it with --only",
    ),
  );
}
