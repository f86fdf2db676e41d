import { describe, expect, test } from "vitest";
import { diffText } from "../../../src/output/diff-text.js";

function numbered(from: number, to: number): string {
  let text = "";
  for (let line = from; line <= to; line++) text += `line ${line}\n`;
  return text;
}

describe("diffText", () => {
  test("shows what changed, with three lines around it", () => {
    const before = numbered(1, 9);
    const after = before.replace("line 5", "line five");
    expect(diffText("model/charge.ts", before, after)).toBe(
      [
        "--- model/charge.ts\ton disk",
        "+++ model/charge.ts\tgenerated",
        "@@ -2,7 +2,7 @@",
        " line 2",
        " line 3",
        " line 4",
        "-line 5",
        "+line five",
        " line 6",
        " line 7",
        " line 8",
        "",
      ].join("\n"),
    );
  });

  test("is empty for equal files", () => {
    expect(diffText("a.ts", "a\n", "a\n")).toBe("");
  });

  test("shows files that come and go", () => {
    expect(diffText("a.ts", null, "a\n")).toBe(
      "--- /dev/null\n+++ a.ts\tgenerated\n@@ -0,0 +1,1 @@\n+a\n",
    );
    expect(diffText("a.ts", "a\n", null)).toBe(
      "--- a.ts\ton disk\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n",
    );
  });

  test("stops after the maximum number of lines, and prints how many are left", () => {
    const text = diffText("a.ts", "", numbered(1, 100), 10);
    expect(text.split("\n")).toHaveLength(12);
    expect(text.endsWith("+line 7\n… 93 more lines\n")).toBe(true);
    const almost = diffText("a.ts", "", numbered(1, 8), 10);
    expect(almost).toContain("+line 7\n… 1 more line\n");
    expect(diffText("a.ts", "", numbered(1, 7), 10)).not.toContain("…");
  });

  test("keeps blank lines at the end", () => {
    expect(diffText("a.ts", "a\n\n\n", "b\n\n\n")).toMatch(
      /\n-a\n\+b\n \n \n$/,
    );
  });

  test("does not spend minutes on files with nothing in common", () => {
    const before = numbered(1, 20_000);
    const start = performance.now();
    const text = diffText("a.ts", before, numbered(30_000, 50_000));
    expect(text).toBe("--- a.ts\n+++ a.ts\n… over 2000 lines differ\n");
    expect(diffText("a.ts", null, before)).toContain("+line 1\n");
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("leaves the reader's terminal alone", () => {
    const text = diffText("a\u001b.ts", "a\r\n", "\u001b[2Ja\u009b\tb\n");
    expect(text).toContain("-a\\x0d\n");
    expect(text).toContain("+\\x1b[2Ja\\x9b\tb\n");
    for (const control of ["\u001b", "\u009b", "\r"]) {
      expect(text).not.toContain(control);
    }
  });
});
