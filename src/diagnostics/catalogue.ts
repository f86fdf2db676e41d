// Every kind of diagnostic there is: one entry a code, in alphabetical order,
// so that messages, documentation and tests speak of the same list.

interface DiagnosticKind {
  readonly severity: "error" | "warning";
  readonly title: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do, when the place that reports it has no better advice. */
  readonly fix: string;
}

const kinds = {
  "spec/not-found": {
    severity: "error",
    title: "No such document",
    cause: "The source names a file, package or address where nothing is.",
    fix: "Check the spelling of the source.",
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof kinds;

export const diagnosticCatalogue: Readonly<
  Record<DiagnosticCode, DiagnosticKind>
> = kinds;
