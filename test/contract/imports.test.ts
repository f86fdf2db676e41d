// Who may import whom: the import lines of `src`, as the compiler reads them,
// compared with the layers in src/README.md.

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
  /** True if the import is erased at run time. */
  readonly typesOnly: boolean;
  /** Loaded where the line is reached, and not with the file. */
  readonly lazy: boolean;
}

/** The folders and files of `src` from top to bottom: those of one line never import each other. */
const layers: readonly (readonly string[])[] = readLayers();

/** The shell: the only files that reach the disk; the network is beside it. */
const diskReaders = [
  "output/apply-writes.ts",
  "output/find-leftovers.ts",
  "output/find-strays.ts",
  "output/lock-output.ts",
  "output/lock-outputs.ts",
  "output/lock-owner.ts",
  "output/read-existing.ts",
  "output/replace-file.ts",
  "output/stage-changes.ts",
  "output/write-new-folder.ts",
  "render/load-pack.ts",
  "source/files/list-files.ts",
  "source/files/read-file.ts",
  "source/files/read-stream.ts",
  "source/host-guard.ts",
  "source/read-file-source.ts",
  "source/read-url.ts",
];

/** The functions that read files: regular files only, and up to a limit. */
const fileReader = "source/files/read-file.ts";

/** Libraries that few documents need. Loading one takes longer than loading everything else. */
const lazyPackages = ["json-p3", "re2js"];

const outside =
  /^node:(fs|https?|http2|net|tls|dgram|dns|child_process|worker_threads|cluster)\b/;

/** Replaces the argument of an `import()` that is not a literal. */
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
  test("every file is in one layer, and every layer has files", () => {
    const rooms = layers.flat();
    expect(new Set(rooms).size).toBe(rooms.length);
    expect(files.filter((path) => layerOf(path) === null)).toEqual([]);
    const empty = rooms.filter(
      (room) => !files.some((path) => isIn(path, room)),
    );
    expect(empty).toEqual([]);
  });

  test("every import within src names a file that is there", () => {
    expect(inside.filter(({ to }) => !sources.has(to))).toEqual([]);
    expect(imports.filter(({ to }) => to === computed)).toEqual([]);
  });

  test("each file imports from its own room and from layers below", () => {
    const upward = inside.filter(({ from, to }) => {
      const [above, below] = [layerOf(from), layerOf(to)];
      if (above === null || below === null) return true;
      return !sameRoom(from, to) && above >= below;
    });
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("only cli/registry.ts names a dialect or a target, and they never each other", () => {
    const naming = inside.filter(({ from, to }) => {
      const home =
        /^(?:dialects|targets)\/(?!(?:dialect|place-of-option|presence-option|read-option|target)\.ts)[^/]+/;
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

  test("no file imports itself by way of others, types included", () => {
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
    const homes = ["targets/rust", "languages/rust"];
    const elsewhere = naming.filter(
      (path) => !homes.some((home) => isIn(path, home)),
    );
    expect(elsewhere).toEqual([
      "cli/registry.ts",
      // The dialect declares which run-time code of a language supports its generics.
      "dialects/stripe/stripe-generics.ts",
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

  test("no two files have the same name", () => {
    const names = files.map((path) => path.replace(/.*\//, ""));
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice).toEqual([]);
  });

  test("a file is named after an export, or after the topic of several", () => {
    const plain = (name: string) => name.replaceAll("-", "").toLowerCase();
    const misnamed = files.filter((path) => {
      const file = path.replace(/.*\//, "").replace(/\.ts$/, "");
      const { values, types } = exportsOf(path);
      return (
        values.length < 2 &&
        ![...values, ...types].some((name) => plain(name) === plain(file))
      );
    });
    expect(misnamed).toEqual([
      "cli.ts", // exports nothing
      "pipeline.ts", // `generate`, and the table of contents of the program
      "targets/rust/loose-view.ts", // types, and their shapes
      "targets/rust/rust-view.ts",
    ]);
  });

  test("no top-level name is declared in two files", () => {
    const homes = new Map<string, string[]>();
    for (const path of files) {
      for (const name of new Set(declaredIn(path))) {
        homes.set(name, [...(homes.get(name) ?? []), path]);
      }
    }
    const twice = [...homes].filter(([, paths]) => paths.length > 1);
    expect(twice).toEqual([]);
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

/** The list in `src/README.md`, which says what it means. */
function readLayers(): string[][] {
  const map = readFileSync(join(root, "README.md"), "utf8");
  const [, list = ""] = /```layers\n([\s\S]*?)```/.exec(map) ?? [];
  return list
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}

/** The number of the layer, from the top; null for a file in none. */
function layerOf(path: string): number | null {
  const found = layers.findIndex((rooms) =>
    rooms.some((room) => isIn(path, room)),
  );
  return found === -1 ? null : found;
}

/** `cli.ts` is the door of `cli/`. */
function sameRoom(a: string, b: string): boolean {
  const room = (path: string) => path.split("/")[0]?.replace(/\.ts$/, "");
  return room(a) === room(b);
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

/** The names of all that stands at the top level of a file, imports aside. */
function declaredIn(path: string): string[] {
  return (sources.get(path)?.statements ?? []).flatMap((node) => {
    if (ts.isVariableStatement(node)) {
      return node.declarationList.declarations.map(({ name }) =>
        name.getText(),
      );
    }
    const isNamed =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node);
    return isNamed && node.name !== undefined ? [node.name.text] : [];
  });
}

function exportsOf(path: string): { values: string[]; types: string[] } {
  const values: string[] = [];
  const types: string[] = [];
  for (const node of sources.get(path)?.statements ?? []) {
    const isExported =
      ts.canHaveModifiers(node) &&
      ts
        .getModifiers(node)
        ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) continue;
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
      if (node.name !== undefined) values.push(node.name.text);
    } else if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations) {
        if (ts.isIdentifier(name)) values.push(name.text);
      }
    } else if (
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    ) {
      types.push(node.name.text);
    }
  }
  return { values, types };
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
    for (const { from, to } of inside) {
      if (from === path) visit(to, [...above, path]);
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
