// Text of models that no string of Rust can hold → an error each. Prose has been put
// right when the document was read; names and values mean something as they are.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";

interface ModelScope {
  readonly file: string;
  readonly report: Report;
  /** What was reported, each with its place. */
  readonly reported: Set<string>;
}

/** `value` is plain data, in which what has a place in the document has a `pointer`. */
export function refuseSurrogates(
  value: unknown,
  file: string,
  report: Report,
): void {
  visit(value, "#", { file, report, reported: new Set() });
}

function visit(value: unknown, pointer: string, scope: ModelScope): void {
  if (typeof value === "string") refuse(value, pointer, scope);
  if (typeof value !== "object" || value === null) return;
  const here =
    "pointer" in value && typeof value.pointer === "string"
      ? value.pointer
      : pointer;
  for (const [key, part] of Object.entries(value)) {
    if (key !== "pointer") visit(part, here, scope);
  }
}

function refuse(text: string, pointer: string, scope: ModelScope): void {
  const key = `${pointer} ${JSON.stringify(text)}`;
  if (!/\p{Surrogate}/u.test(text) || scope.reported.has(key)) return;
  scope.reported.add(key);
  scope.report(
    createDiagnostic(
      "type/inexpressible",
      { file: scope.file, pointer },
      `${JSON.stringify(text)} contains a lone surrogate, which a Rust string cannot contain`,
      "correct the text by an overlay, or exclude what needs it with --only",
    ),
  );
}
