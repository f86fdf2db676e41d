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
  "output/foreign-file": {
    severity: "error",
    title: "A file that is not ours is in the way",
    cause:
      "A file has the name of one to be generated, but is not listed in the manifest and does not open with our header.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/invalid-manifest": {
    severity: "error",
    title: "The manifest of generated files cannot be used",
    cause:
      "manifest.json in the output folder is damaged, as after a merge conflict, or belongs to another program.",
    fix: "Delete it and run the generator again, or choose another output folder with --out.",
  },
  "output/link": {
    severity: "error",
    title: "A link inside the output folder",
    cause:
      "A generated file, or a folder on the way to it, is a link; what it leads to is not ours to read or change.",
    fix: "Replace the link by a real file or folder, or remove it. Only the output folder itself may be a link.",
  },
  "output/not-a-file": {
    severity: "error",
    title: "A folder where a file should be",
    cause: "Something other than a file has the name of one to be generated.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/not-a-folder": {
    severity: "error",
    title: "A file where a folder should be",
    cause:
      "The output folder, or a folder to be made in it, has the name of a file or cannot be entered.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/path-collision": {
    severity: "error",
    title: "Two generated files with one path",
    cause:
      "Two names of the document lead to one path, or to paths that are one file where case is ignored (macOS, Windows).",
    fix: "Rename one of the two in the document, or leave one out.",
  },
  "output/unreadable": {
    severity: "error",
    title: "A generated file cannot be read",
    cause: "The system refuses to read what is in the output folder.",
    fix: "Check its permissions, or choose another output folder with --out.",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "A generated path that is not safe",
    cause:
      "A name of the document leads out of the output folder, or to a path that not every system can have.",
    fix: "Rename it in the document, or leave it out.",
  },
  "output/unwritable": {
    severity: "error",
    title: "The output cannot be written",
    cause:
      "The system refuses: the disk is full or read-only, or a permission is missing.",
    fix: "Make room, check the permissions, or choose another output folder with --out.",
  },
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
