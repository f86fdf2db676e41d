// Messages, help texts and the catalogue are plain English: no literal text of `src` uses
// one of the retired constructions. `Diagnostic` texts are all made of such literals.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src", import.meta.url));

const retired: readonly RegExp[] = [
  /(?<!\bthere )\b(?:is|are) no (?!longer\b)/,
  /\btells?\b/,
  /\btold\b/,
  /\bspeaks? of\b/,
  /\bwhoever\b/i,
  /\bis said\b/,
  /\bis known (?:of|for)\b/,
  /\bnothing is known\b/,
  /\bwould have\b/,
  /\b(?:is|are) left out\b/,
  /\bkeeps? to\b/,
  /\bcan be had\b/,
  /\bmade of it\b/,
  /\bis needed here\b/,
  /\bwithout a word\b/,
  /\bthere are …/,
  /\bby an overlay\b/,
  /\bexists already\b/,
  /\ba bug of\b/,
  /\bnevertheless\b/,
  /\bsays nothing of\b/,
];

interface Text {
  readonly path: string;
  readonly text: string;
}

/** The literal texts of a file; `…` stands for each value of a template. */
function textsOf(path: string): Text[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push({ path, text: node.text });
    if (ts.isTemplateExpression(node)) {
      const rest = node.templateSpans.map(({ literal }) => `…${literal.text}`);
      texts.push({ path, text: node.head.text + rest.join("") });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.filter(({ text }) => text.includes(" "));
}

const texts = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .flatMap(textsOf);

test("the texts are found", () => {
  const messages = texts.map(({ text }) => text);
  expect(messages).toContain("… is not a schema keyword");
  expect(messages).toContain("treat warnings as errors");
});

test.each(retired)("no text matches %s", (pattern) => {
  const wrong = texts.filter(({ text }) => pattern.test(text));
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});
