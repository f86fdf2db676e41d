// How functions are built: none is longer than a screen, and whatever decides by the
// `kind` of a value has a case for each, so that the compiler finds it when one is added.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src", import.meta.url));

const mostLines = 60;

/** Longer ones: each stands here until it is taken apart, and a stale entry fails. */
const longFunctions = [
  // Closures over the loaded files and the errors.
  "document/bundle/load-linked-files.ts createLoader",
];

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort()
  .map((path) => ({
    path,
    source: ts.createSourceFile(
      path,
      readFileSync(join(root, path), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    ),
  }));

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function linesOf(node: ts.Node, source: ts.SourceFile): number {
  const at = (position: number) =>
    source.getLineAndCharacterOfPosition(position).line;
  return at(node.end) - at(node.getStart(source)) + 1;
}

/** The name of a function, a method, or a constant or property with a function as its value. */
function nameOf(node: ts.SignatureDeclaration): string {
  const { parent } = node;
  const named =
    node.name ??
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
      ? parent.name
      : undefined);
  return named?.getText() ?? "(unnamed)";
}

function isFunction(
  node: ts.Node,
): node is ts.SignatureDeclaration & { readonly body: ts.Node } {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

test(`no function has more than ${mostLines} lines`, () => {
  const long = sources.flatMap(({ path, source }) =>
    [...nodesOf(source)]
      .filter(isFunction)
      .filter((node) => linesOf(node, source) > mostLines)
      .map((node) => `${path} ${nameOf(node)}`),
  );
  expect(long.sort()).toEqual([...longFunctions].sort());
});

test("a switch on a kind has a case for each, and no silent default", () => {
  const switches = sources.flatMap(({ path, source }) =>
    [...nodesOf(source)]
      .filter(ts.isSwitchStatement)
      .filter(({ expression }) => /\bkind\b/.test(expression.getText()))
      .map((node) => ({ path, node })),
  );
  expect(switches).not.toEqual([]);
  const silent = switches.filter(({ node }) => {
    const otherwise = node.caseBlock.clauses.find(ts.isDefaultClause);
    return (
      otherwise !== undefined && !/\bassertNever\(/.test(otherwise.getText())
    );
  });
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test("a table of cases is complete: none is partial", () => {
  const partial = sources.filter(({ source }) =>
    /Partial<\s*TypeCases\b/.test(source.text),
  );
  expect(partial.map(({ path }) => path)).toEqual([]);
});
