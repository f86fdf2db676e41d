// A suite → a test for each of its documents. All are generated first, and compiled
// in one program, as most of the time would go into the compiler's library.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileFiles } from "../e2e/compile-files.js";
import { expectOutcome, readExpected } from "./expected-outcomes.js";
import { findSuite } from "./find-suite.js";
import { generateDocument, type Outcome } from "./generate-document.js";

export function describeSuite(name: string): void {
  const { folder, documents } = findSuite(name);
  const expected = readExpected(name);
  const absent = documents.length === 0;
  const title = absent
    ? `${name}: skipped, as ../shared/suites/${name} is absent`
    : name;

  describe.skipIf(absent)(title, () => {
    let root: string;
    const outcomes = new Map<string, Outcome>();
    const bugs = new Map<string, unknown>();
    let mistakes: readonly string[];
    const folderOf = (document: string) =>
      join(root, String(documents.indexOf(document)));

    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), "codegen-suite-"));
      writeFileSync(join(root, "package.json"), '{ "type": "module" }\n');
      const files: string[] = [];
      for (const document of documents) {
        try {
          const out = folderOf(document);
          const outcome = await generateDocument(document, folder, out);
          outcomes.set(document, outcome);
          files.push(...outcome.files);
        } catch (error) {
          bugs.set(document, error);
        }
      }
      mistakes = compileFiles(files);
    });
    afterAll(() => rmSync(root, { recursive: true }));

    test("each document is listed, and each entry has its document", () => {
      expect([...expected.keys()].sort()).toEqual(documents);
    });

    test("the compiler is content with all of it", () => {
      expect(mistakes).toEqual([]);
    });

    for (const [document, entry] of expected) {
      const { until } = entry;
      const run = until === undefined ? test : test.fails;
      const note = until === undefined ? "" : `, not until ${until}`;
      run(`${document}${note}`, () => {
        const outcome = outcomes.get(document);
        if (outcome === undefined) {
          throw bugs.get(document) ?? new Error("there is no such document");
        }
        const own = mistakes.filter((one) =>
          one.startsWith(`${folderOf(document)}/`),
        );
        expectOutcome(entry, outcome, own);
      });
    }
  });
}
