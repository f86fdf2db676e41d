// Who may import whom: the import lines of `src`, as the compiler reads them,
// against the table in src/README.md, which this test is the enforced form of.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src", import.meta.url));

interface Import {
  readonly from: string;
  /** A path below `src`, or the name of a package. */
  readonly to: string;
  /** Nothing is loaded for it at run time. */
  readonly typesOnly: boolean;
  /** Loaded where the line is reached, and not with the file. */
  readonly lazy: boolean;
}

interface Permission {
  /** A folder or a file of `src`; `*` for all of it. */
  readonly to: string;
  readonly typesOnly: boolean;
  /** For what goes beyond the rule that a phase knows only its input and output. */
  readonly why?: string;
}

const all = (to: string, why?: string): Permission => ({
  to,
  typesOnly: false,
  ...(why !== undefined && { why }),
});
const types = (to: string): Permission => ({ to, typesOnly: true });

/** Place → what its files may import from elsewhere in `src`. */
const allowed: Readonly<Record<string, readonly Permission[]>> = {
  diagnostics: [],
  files: [all("text", "small files are parsed as documents are")],
  model: [],
  text: [],
  spec: [
    all("files"),
    all("text", "a document is parsed so that nothing is lost of it"),
  ],
  build: [
    all("model"),
    types("document/parse-spec.ts"),
    all("document/pointer.ts", "a $ref is followed where a schema is read"),
    all(
      "document/walk-document.ts",
      "what is data and what a name is said once",
    ),
    types("dialects/dialect.ts"),
  ],
  "dialects/dialect.ts": [types("model")],
  "dialects/plain-dialect.ts": [types("dialects/dialect.ts")],
  "dialects/stripe": [types("model"), types("dialects/dialect.ts")],
  "languages/hidden-characters.ts": [],
  "languages/markdown-text.ts": [],
  "targets/option-place.ts": [],
  "languages/printable.ts": [],
  "targets/target.ts": [
    types("model"),
    types("targets/option-place.ts"),
    types("languages/printable.ts"),
  ],
  "languages/wrap-markdown.ts": [],
  "targets/rust": [
    all("model"),
    types("targets/target.ts"),
    all("languages/hidden-characters.ts", "all languages escape the same"),
    all("languages/markdown-text.ts", "comments are Markdown in all languages"),
    types("targets/option-place.ts"),
    all("languages/printable.ts", "the brands of text are those of all views"),
    all("languages/wrap-markdown.ts", "comments are wrapped alike"),
  ],
  "targets/typescript": [
    all("model"),
    types("targets/target.ts"),
    all("languages/hidden-characters.ts", "as above"),
    all("languages/markdown-text.ts", "as above"),
    all("targets/option-place.ts", "options have parts in a config alone"),
    all("languages/printable.ts", "as above"),
    all("languages/wrap-markdown.ts", "as above"),
  ],
  render: [all("files"), types("targets/target.ts")],
  output: [
    all("files"),
    types("targets/target.ts"),
    all("ir/compare-bytes.ts", "whatever is sorted is sorted in one order"),
    all(
      "source/text/parse-json.ts",
      "of equal keys none is lost without a word",
    ),
  ],
  config: [
    all("files"),
    types("passes/apply-omissions.ts"),
    types("passes/apply-samples.ts"),
    all("ir/json-value.ts", "samples are JSON, as the file of them is"),
    all(
      "source/read-limits.ts",
      "what a config may set has one list and default",
    ),
  ],
  "generate.ts": [
    all("build", "it is the composition of the pure phases"),
    all("model", "as above"),
    all("render", "as above"),
    types("document/parse-spec.ts"),
    types("dialects/dialect.ts"),
    types("targets/target.ts"),
  ],
  cli: [all("*", "it puts everything together")],
  "cli.ts": [all("cli")],
};

/** The shell: the only files that reach the disk; the network is beside it. */
const diskReaders = [
  "source/files/read-file.ts",
  "source/files/read-stream.ts",
  "output/apply-writes.ts",
  "output/find-leftovers.ts",
  "output/find-strays.ts",
  "output/lock-output.ts",
  "output/lock-outputs.ts",
  "output/lock-owner.ts",
  "output/read-existing.ts",
  "output/stage-changes.ts",
  "render/load-pack.ts",
  "source/host-guard.ts",
  "source/read-file-source.ts",
  "source/read-url.ts",
];

/** What reads a file: bounded, and only regular files. */
const fileReader = "source/files/read-file.ts";

/** What few documents need, and would cost each run more than all else that is loaded. */
const lazyPackages = [
  "@redocly/openapi-core",
  "json-p3",
  "re2js",
  "swagger2openapi",
];

const outside =
  /^node:(fs|https?|http2|net|tls|dgram|dns|child_process|worker_threads|cluster)\b/;

/** What stands for the argument of an `import()` that is no literal. */
const computed = "(computed)";

const sources = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => [
      path,
      ts.createSourceFile(
        path,
        readFileSync(join(root, path), "utf8"),
        ts.ScriptTarget.Latest,
        true,
      ),
    ]),
);

const files = [...sources.keys()];
const imports = files.flatMap(readImports);
const inside = imports.filter(({ to }) => to.endsWith(".ts"));

describe("imports", () => {
  test("every file is in one place of the table, and every place has files", () => {
    const places = Object.keys(allowed);
    const lost = files.filter(
      (path) => places.filter((place) => isIn(path, place)).length !== 1,
    );
    expect(lost).toEqual([]);
    const empty = places.filter((place) => !files.some((p) => isIn(p, place)));
    expect(empty).toEqual([]);
  });

  test("every import within src names a file that is there", () => {
    expect(inside.filter(({ to }) => !sources.has(to))).toEqual([]);
    expect(imports.filter(({ to }) => to === computed)).toEqual([]);
  });

  describe.each(Object.entries(allowed))("%s", (place, permissions) => {
    const leaving = inside.filter(
      ({ from, to }) => isIn(from, place) && !isIn(to, place),
    );

    test("imports only what it may", () => {
      // Anyone may say what is wrong; `diagnostics` itself needs no one.
      const everyone = all("diagnostics");
      const wrong = leaving.filter(
        (line) =>
          ![everyone, ...permissions].some((may) => permits(may, line)) ||
          place === "diagnostics",
      );
      expect(wrong).toEqual([]);
    });

    test("has no exception that it does not use", () => {
      const unused = permissions.filter(
        (may) => !leaving.some((line) => permits(may, line)),
      );
      expect(unused.filter(({ why }) => why !== undefined)).toEqual([]);
    });
  });

  test("only cli/registry.ts names a dialect or a target, and they never each other", () => {
    const naming = inside.filter(({ from, to }) => {
      const home =
        /^(?:dialects|targets)\/(?!(?:dialect|hidden-characters|markdown-text|option-place|printable|target|wrap-markdown)\.ts)[^/]+/;
      const [named] = home.exec(to) ?? [];
      return named !== undefined && !isIn(from, named);
    });
    expect([...new Set(naming.map(({ from }) => from))]).toEqual([
      "cli/registry.ts",
    ]);
  });

  test("only render imports handlebars", () => {
    const users = imports
      .filter(({ to }) => /^handlebars\b/.test(to))
      .map(({ from }) => from);
    expect(users).not.toEqual([]);
    expect(users.filter((path) => !isIn(path, "render"))).toEqual([]);
  });

  test("the disk and the network are reached from the shell alone", () => {
    const reaching = imports
      .filter(({ to, typesOnly }) => outside.test(to) && !typesOnly)
      .map(({ from }) => from);
    expect([...new Set(reaching)]).toEqual(diskReaders);
    expect(files.filter((path) => names(path, "fetch"))).toEqual([]);
  });

  test("files are read by one function", () => {
    const readers = [
      "readFile",
      "readFileSync",
      "readSync",
      "createReadStream",
    ];
    const naming = files.filter((path) =>
      some(
        path,
        (node) =>
          ts.isImportSpecifier(node) &&
          readers.includes((node.propertyName ?? node.name).text) &&
          ts.isStringLiteral(node.parent.parent.parent.moduleSpecifier) &&
          /^node:fs/.test(node.parent.parent.parent.moduleSpecifier.text),
      ),
    );
    expect(naming).toEqual([fileReader]);
    const whole = imports.filter(({ to }) => /^node:fs/.test(to));
    const asNamespace = whole
      .filter(({ from }) =>
        some(from, (node) => ts.isImportClause(node) && isWholeFs(node)),
      )
      .map(({ from }) => from);
    expect([...new Set(asNamespace)]).toEqual([
      // As a type that has no reading in it, `output-fs.ts`.
      "output/apply-writes.ts",
      "output/lock-output.ts",
      "output/output-fs.ts",
    ]);
  });

  test("what few documents need is loaded for them only", () => {
    const loading = imports.filter(({ typesOnly }) => !typesOnly);
    const eager = loading.filter(({ lazy }) => !lazy).map(({ to }) => to);
    const lazy = loading.filter((line) => line.lazy).map(({ to }) => to);
    expect(lazyPackages.filter((name) => eager.includes(name))).toEqual([]);
    expect(lazyPackages.filter((name) => !lazy.includes(name))).toEqual([]);
  });

  test("no file needs itself at run time, by way of others", () => {
    expect(findCycles()).toEqual([]);
  });
});

describe("words", () => {
  test("a publisher is named only in its dialect and where dialects are put together", () => {
    const naming = files.filter((path) =>
      /stripe/i.test(sources.get(path)?.text ?? ""),
    );
    expect(naming.filter((path) => !isIn(path, "dialects/stripe"))).toEqual([
      "cli/registry.ts",
    ]);
  });

  test("a second language is named only in its target and where targets are put together", () => {
    const naming = files.filter((path) =>
      /(?<!t)rust/i.test(sources.get(path)?.text ?? ""),
    );
    expect(naming.filter((path) => !isIn(path, "targets/rust"))).toEqual([
      "cli/registry.ts",
    ]);
    const templates = fileURLToPath(
      new URL("../../templates", import.meta.url),
    );
    const packs = readdirSync(templates, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".hbs") || path.endsWith(".yaml"))
      .filter((path) =>
        /(?<!t)rust/i.test(readFileSync(join(templates, path), "utf8")),
      );
    expect(packs.map((path) => path.split(/[/\\]/)[0])).toEqual(
      packs.map(() => "rust"),
    );
    expect(packs).not.toEqual([]);
  });

  test("only cli.ts touches the process", () => {
    expect(files.filter((path) => names(path, "process"))).toEqual(["cli.ts"]);
    expect(imports.filter(({ to }) => to === "node:process")).toEqual([]);
  });

  test("no `any`", () => {
    const loose = files.filter((path) =>
      some(path, (node) => node.kind === ts.SyntaxKind.AnyKeyword),
    );
    expect(loose).toEqual([]);
  });

  test("no default export", () => {
    const exporting = files.filter((path) =>
      some(
        path,
        (node) =>
          ts.isExportAssignment(node) ||
          node.kind === ts.SyntaxKind.DefaultKeyword ||
          (ts.isExportSpecifier(node) && node.name.text === "default"),
      ),
    );
    expect(exporting).toEqual([]);
  });
});

function isWholeFs(node: ts.ImportClause): boolean {
  const { parent } = node;
  if (!ts.isImportDeclaration(parent)) return false;
  const from = parent.moduleSpecifier;
  const isFs = ts.isStringLiteral(from) && /^node:fs/.test(from.text);
  const named = node.namedBindings;
  return (
    isFs &&
    (node.name !== undefined ||
      (named !== undefined && ts.isNamespaceImport(named)))
  );
}

function permits(may: Permission, line: Import): boolean {
  if (may.typesOnly && !line.typesOnly) return false;
  return may.to === "*" || isIn(line.to, may.to);
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function some(path: string, holds: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean =>
    holds(node) || ts.forEachChild(node, visit) === true;
  const source = sources.get(path);
  return source !== undefined && visit(source);
}

function names(path: string, word: string): boolean {
  return some(path, (node) => ts.isIdentifier(node) && node.text === word);
}

function findCycles(): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) {
      cycles.push([...above.slice(above.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const { from, to, typesOnly } of inside) {
      if (from === path && !typesOnly) visit(to, [...above, path]);
    }
    done.add(path);
  };
  for (const path of files) visit(path, []);
  return cycles;
}

function readImports(path: string): Import[] {
  const found: Import[] = [];
  const add = (
    specifier: ts.Node | undefined,
    typesOnly: boolean,
    lazy = false,
  ): false => {
    const to =
      specifier !== undefined && ts.isStringLiteral(specifier)
        ? resolve(path, specifier.text)
        : computed;
    found.push({ from: path, to, typesOnly, lazy });
    return false;
  };
  some(path, (node) => {
    if (ts.isImportDeclaration(node)) {
      // `import { type A }` counts as loading: `verbatimModuleSyntax` keeps it.
      return add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      return add(node.moduleSpecifier, node.isTypeOnly);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return add(node.argument.literal, true);
    }
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    ) {
      return add(node.arguments[0], false, true);
    }
    return false;
  });
  return found;
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return relative(root, join(root, dirname(from), specifier))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}
