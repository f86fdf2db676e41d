// Who may import whom: the import lines of `src` against the table in
// src/README.md, which this test is the enforced form of.

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
  readonly typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const texts = new Map(
  files.map((path) => [path, readFileSync(join(root, path), "utf8")]),
);

const imports = files.flatMap(readImports);

/** Folder → what its files may import from elsewhere in `src`: a folder or a file. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // `diagnostics` says how readers report what is wrong; its values are plain data.
  model: ["diagnostics"],
  diagnostics: [],
  spec: ["diagnostics"],
  build: ["model", "spec", "dialects/dialect.ts", "diagnostics"],
  "dialects/plain.ts": ["dialects/dialect.ts"],
  "dialects/dialect.ts": ["model", "diagnostics"],
  "dialects/stripe": ["model", "dialects/dialect.ts", "diagnostics"],
  "targets/target.ts": ["model", "diagnostics"],
  "targets/typescript": ["model", "targets/target.ts", "diagnostics"],
  render: ["targets/target.ts", "diagnostics"],
  output: ["targets/target.ts", "model/byte-order.ts", "diagnostics"],
  config: ["diagnostics", "model/presence.ts"],
  "generate.ts": [
    "build",
    "diagnostics",
    "dialects/dialect.ts",
    "model",
    "render",
    "spec",
    "targets/target.ts",
  ],
  cli: ["*"],
  "cli.ts": ["cli"],
};

/** The shell: the only files that may reach the disk or the network. */
const shell = [
  "cli/program.ts",
  "config/load-config.ts",
  "config/load-omissions.ts",
  "output/apply-writes.ts",
  "output/output-fs.ts",
  "output/read-existing.ts",
  "output/stage-change.ts",
  "render/load-pack.ts",
  "render/pack-file.ts",
  "spec/read-file-source.ts",
  "spec/read-package.ts",
];

describe("imports", () => {
  test.each(Object.keys(allowed))("%s imports only what it may", (place) => {
    const own = imports.filter(({ from }) => isIn(from, place));
    expect(files.some((path) => isIn(path, place))).toBe(true);
    const wrong = own.filter(
      ({ to }) =>
        to.endsWith(".ts") &&
        !isIn(to, place) &&
        !(allowed[place] ?? []).some((may) => may === "*" || isIn(to, may)),
    );
    expect(wrong).toEqual([]);
  });

  test("every file is in one place of the table", () => {
    const places = Object.keys(allowed);
    const homeless = files.filter(
      (path) => places.filter((place) => isIn(path, place)).length !== 1,
    );
    expect(homeless).toEqual([]);
  });

  test("only cli/registry.ts names a dialect or a target", () => {
    const naming = imports.filter(
      ({ from, to }) =>
        /^(dialects|targets)\/(?!(dialect|target)\.ts)/.test(to) &&
        dirname(to) !== dirname(from),
    );
    expect([...new Set(naming.map(({ from }) => from))]).toEqual([
      "cli/registry.ts",
    ]);
  });

  test("only render imports handlebars", () => {
    const users = imports.filter(({ to }) => to === "handlebars");
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !isIn(from, "render"))).toEqual([]);
  });

  test("the disk and the network are reached from the shell alone", () => {
    const reaching = imports
      .filter(({ to, typeOnly }) => /^node:(fs|http|net)/.test(to) && !typeOnly)
      .map(({ from }) => from);
    const listed = shell.filter((path) => path !== "output/output-fs.ts");
    expect([...new Set(reaching)].sort()).toEqual(listed);
    const fetching = files.filter((path) => /\bfetch\(/.test(textOf(path)));
    expect(fetching).toEqual(["spec/read-url.ts"]);
  });

  test("no file needs itself at run time, by way of others", () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (typeOnly || !to.endsWith(".ts")) continue;
      edges.set(from, [...(edges.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const visit = (path: string, above: readonly string[]): void => {
      expect(above.includes(path), [...above, path].join(" → ")).toBe(false);
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...above, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
  });
});

describe("words", () => {
  test("a publisher is named only in its dialect and where dialects are put together", () => {
    const naming = files.filter((path) => /stripe/i.test(textOf(path)));
    expect(naming.filter((path) => !isIn(path, "dialects/stripe"))).toEqual([
      "cli/registry.ts",
    ]);
  });

  test("only cli.ts touches the process", () => {
    const touching = files.filter((path) =>
      /\bprocess\.(?!pid\b)\w/.test(withoutComments(path)),
    );
    expect(touching).toEqual(["cli.ts"]);
  });

  test("no `any`, no default export", () => {
    for (const path of files) {
      expect(withoutComments(path), path).not.toMatch(/(: any\b|<any>|as any)/);
      expect(withoutComments(path), path).not.toMatch(/^export default /m);
    }
  });
});

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function textOf(path: string): string {
  return texts.get(path) ?? "";
}

function withoutComments(path: string): string {
  return textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

function readImports(path: string): Import[] {
  const source = ts.createSourceFile(
    path,
    textOf(path),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const to = specifier.startsWith(".")
      ? relative(root, join(root, dirname(path), specifier))
          .replaceAll("\\", "/")
          .replace(/\.js$/, ".ts")
      : specifier;
    found.push({ from: path, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : null;
      const named = clause?.namedBindings;
      const allTypes =
        named !== undefined &&
        ts.isNamedImports(named) &&
        clause?.name === undefined &&
        named.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier.text, clause?.isTypeOnly === true || allTypes);
    }
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    ) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) {
        add(argument.text, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
