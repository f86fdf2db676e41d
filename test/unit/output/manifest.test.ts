import { createHash } from "node:crypto";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import {
  formatManifest,
  parseManifest,
  recordedChecksum,
  renderManifest,
} from "../../../src/output/manifest.js";
import { diagnosticsOf } from "./disk.js";

const file = "out/manifest.json";
const checksum = "0".repeat(64);

function messageFor(text: string): string {
  const [diagnostic, ...others] = diagnosticsOf(() =>
    parseManifest(text, file),
  );
  expect(others).toEqual([]);
  expect(diagnostic?.code).toBe("output/invalid-manifest");
  expect(diagnostic?.at?.file).toBe(file);
  expect(diagnostic?.help).toContain("Delete it and run the generator again");
  return diagnostic?.message ?? "";
}

function withPath(path: string): string {
  return JSON.stringify({ files: { [path]: checksum } });
}

describe("renderManifest", () => {
  test("lists each file's checksum in byte order, and not itself", () => {
    const rendered = renderManifest([
      { path: "model/é.ts", contents: "é" },
      { path: "a.ts", contents: "a" },
      { path: "Z.ts", contents: "" },
      { path: "12", contents: "twelve" },
      { path: "-", contents: "before 12" },
    ]);
    expect(rendered.path).toBe("manifest.json");
    const files = JSON.parse(rendered.contents).files;
    expect(files["a.ts"]).toBe(createHash("sha256").update("a").digest("hex"));
    const keys = [...rendered.contents.matchAll(/^ {4}"(.*?)":/gm)];
    expect(keys.map((match) => match[1])).toEqual([
      "-",
      "12",
      "Z.ts",
      "a.ts",
      "model/é.ts",
    ]);
    expect(rendered.contents.endsWith("}\n")).toBe(true);
  });

  test.each([
    { paths: [] },
    { paths: ["a.ts"] },
    { paths: [`${"long/".repeat(40)}a.ts`, 'quote".ts', "12", "é.ts"] },
  ])(
    "is laid out as Prettier wants it: $paths.length files",
    async ({ paths }) => {
      const files = paths.map((path) => ({ path, contents: path }));
      const { contents } = renderManifest(files);
      expect(await check(contents, { filepath: "manifest.json" })).toBe(true);
    },
  );

  test("comes back as it was", () => {
    const manifest = { "a.ts": checksum, __proto__x: checksum, "12": checksum };
    const { contents } = formatManifest(manifest);
    expect(parseManifest(contents, file)).toEqual(manifest);
    expect(parseManifest(`\uFEFF${contents}`, file)).toEqual(manifest);
  });
});

describe("parseManifest", () => {
  test("points at a merge conflict", () => {
    const text =
      '{\n  "files": {\n<<<<<<< HEAD\n    "a": "b"\n=======\n>>>>>>> x\n  }\n}\n';
    expect(messageFor(text)).toContain("merge conflict");
    const [diagnostic] = diagnosticsOf(() => parseManifest(text, file));
    expect(diagnostic?.at).toEqual({ file, line: 3 });
  });

  test("says where it stops being JSON", () => {
    const text = '{\n  "files": {},\n}\n';
    expect(messageFor(text)).toContain("not JSON");
    const [diagnostic] = diagnosticsOf(() => parseManifest(text, file));
    expect(diagnostic?.at).toEqual({ file, line: 3 });
  });

  test.each([
    ["", "not JSON"],
    ["[]", "an object with the one key"],
    ["null", "an object with the one key"],
    ["{}", "an object with the one key"],
    ['{"files":{},"name":"My App"}', "an object with the one key"],
    ['{"files":["a.ts"]}', '"files" must be an object'],
    ['{"files":{"a.ts":1}}', '"a.ts" must have a SHA-256 in hex, not 1'],
    ['{"files":{"a.ts":"abc"}}', '"a.ts" must have a SHA-256'],
    [withPath(""), 'the path "" is empty'],
    [withPath("/etc/passwd"), 'the path "/etc/passwd" is absolute'],
    [withPath("C:evil.ts"), 'the path "C:evil.ts" is absolute'],
    [withPath("../a.ts"), 'has the segment ".."'],
    [withPath("a/../../b.ts"), 'has the segment ".."'],
    [withPath("a/./b.ts"), 'has the segment "."'],
    [withPath("a//b.ts"), "has an empty segment"],
    [withPath("a/"), "has an empty segment"],
    [withPath("a\\b.ts"), "contains a backslash"],
    [withPath("a\0.ts"), "contains a NUL"],
    [withPath("\ud800.ts"), "is not valid Unicode"],
    [withPath("manifest.json"), "lists itself"],
    [withPath("Manifest.JSON"), "lists itself"],
  ])("refuses %j", (text, reason) => {
    expect(messageFor(text)).toContain(reason);
  });

  test("reads names that objects have of their own accord", () => {
    const text = `{"files":{"__proto__":"${checksum}"}}`;
    const manifest = parseManifest(text, file);
    expect(recordedChecksum(manifest, "__proto__")).toBe(checksum);
    expect(recordedChecksum(manifest, "constructor")).toBeNull();
  });
});
