// A generated TypeScript file → the texts of the document in it that the compiler reads
// as more than a string, a comment or a name.

import ts from "typescript";
import type { Fault, FileReading } from "./fault.js";

/** Internal properties of the compiler's source files, which its declarations omit. */
interface Internals {
  readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  readonly pragmas: ReadonlyMap<string, unknown>;
  /** `@ts-ignore` and `@ts-expect-error`. */
  readonly commentDirectives?: readonly { readonly range: ts.TextRange }[];
}

export function readTypescript(path: string, text: string): FileReading {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  // They are there in every version of the compiler that the project builds with.
  const internals = source as ts.SourceFile & Internals;
  const faults: Fault[] = internals.parseDiagnostics.map(
    ({ messageText, start }) => ({
      kind: `syntax: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      index: start,
    }),
  );
  const syntax = new Set<string>();
  const tags = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (!isPrototypeKey(node)) syntax.add(ts.SyntaxKind[node.kind]);
    if (isCode(node)) faults.push({ kind: "code", index: node.getStart() });
    for (const doc of ts.getJSDocCommentsAndTags(node)) {
      if (doc.parent === node) visitDoc(doc, tags);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { range } of internals.commentDirectives ?? []) {
    faults.push({ kind: "comment directive", index: range.pos });
  }
  const sourceMap = /\/[/*][#@]\s*source(?:Mapping)?URL=/.exec(text);
  if (sourceMap !== null && isInComment(source, sourceMap.index)) {
    faults.push({ kind: "source map", index: sourceMap.index });
  }
  faults.push(...findStripped(path, text));
  for (const pragma of internals.pragmas.keys()) syntax.add(`@${pragma}`);
  return { syntax, tags, faults };
}

/** `["__proto__"]` is a key like any other, where `__proto__` would set the prototype. */
function isPrototypeKey(node: ts.Node): boolean {
  return (
    ts.isComputedPropertyName(node) &&
    ts.isStringLiteral(node.expression) &&
    node.expression.text === "__proto__"
  );
}

/** A name may be any word of the document; that it is called may not. */
function isCode(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.DebuggerStatement) return true;
  if (ts.isTaggedTemplateExpression(node)) return isCalled(node.tag);
  return (
    (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
    isCalled(node.expression)
  );
}

function isCalled(callee: ts.Node): boolean {
  return ts.isIdentifier(callee) && callee.text === "pwned";
}

function visitDoc(
  doc: ts.JSDoc | ts.JSDocTag,
  tags: Map<string, number>,
): void {
  const count = (name: string) => tags.set(name, (tags.get(name) ?? 0) + 1);
  const visit = (node: ts.Node): void => {
    if (ts.isJSDocLinkLike(node)) count("link");
    ts.forEachChild(node, visit);
  };
  visit(doc);
  for (const tag of "tags" in doc ? (doc.tags ?? []) : [doc]) {
    if (!ts.isJSDoc(tag)) count(tag.tagName.text);
  }
}

function isInComment(source: ts.SourceFile, index: number): boolean {
  let inside = true;
  const visit = (node: ts.Node): void => {
    if (index < node.getFullStart() || index >= node.getEnd()) return;
    if (index >= node.getStart() && node.getChildCount() === 0) inside = false;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return inside;
}

/** `stripInternal` takes away what has this anywhere in the comment before it. */
function findStripped(path: string, text: string): Fault[] {
  const index = text.indexOf("@internal");
  if (index < 0) return [];
  const emit = (stripInternal: boolean) =>
    ts.transpileDeclaration(text, {
      fileName: path,
      compilerOptions: { stripInternal },
    }).outputText;
  return emit(true) === emit(false) ? [] : [{ kind: "stripInternal", index }];
}
