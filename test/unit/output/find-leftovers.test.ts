import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findLeftovers } from "../../../src/output/find-leftovers.js";

const folder = ".codegen-0123456789abcdef";

test("an empty work folder is left over if it was there before the run, and is another run's if not", () => {
  const out = mkdtempSync(join(tmpdir(), "codegen-leftovers-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  mkdirSync(join(out, folder));
  const found = findLeftovers(out, "out", "after", [folder]);
  expect(found.map(({ code, at }) => [code, at?.file])).toEqual([
    ["output/leftover", `out/${folder}`],
  ]);
  expect(findLeftovers(out, "out", "after", [])).toEqual([]);
});
