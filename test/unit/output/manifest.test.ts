import { createHash } from "node:crypto";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import {
  formatManifest,
  parseManifest,
  recordedChecksum,
} from "../../../src/output/manifest.js";
import { diagnosticsOf, manifestOf } from "./disk.js";

const file = "out/manifest.json";
const checksum = "0".repeat(64);

function messageFor(text: string): string {
  const [diagnostic, ...others] = diagnosticsOf(() =>
    parseManifest(text, file),
  );
  expect(others).toEqual([]);
  expect(diagnostic?.code).toBe("output/invalid-manifest");
  expect(diagnostic?.at?.file).toBe(file);
  expect(diagnostic?.help).toContain("delete `manifest.json` and run again");
  return diagnostic?.message ?? "";
}

function withPath(path: string): string {
  return JSON.stringify({ files: { [path]: checksum } });
}

describe("formatManifest", () => {
  test("lists each file's checksum in byte order, and not itself", () => {
    const rendered = manifestOf({
      "model/é.ts": "é",
      "a.ts": "a",
      "Z.ts": "",
      "12": "twelve",
      "-": "before 12",
    });
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
    { paths: [], kept: [] },
    { paths: ["a.ts"], kept: ["b.ts"] },
    {
      paths: [`${"long/".repeat(40)}a.ts`, 'quote".ts', "12", "é.ts"],
      kept: ["c.ts", `${"long/".repeat(40)}b.ts`],
    },
  ])(
    "is laid out as Prettier wants it: $paths.length files",
    async ({ paths, kept }) => {
      const files = Object.fromEntries(paths.map((path) => [path, checksum]));
      const { contents } = formatManifest({ files, kept });
      expect(await check(contents, { filepath: "manifest.json" })).toBe(true);
    },
  );

  test("comes back as it was", () => {
    const files = { "a.ts": checksum, __proto__x: checksum, "12": checksum };
    const kept = ["b.ts", "m/ä.ts"];
    const { contents } = formatManifest({ files, kept });
    const read = {
      files: new Map(Object.entries(files).map(([path]) => [path, [checksum]])),
      kept,
    };
    expect(parseManifest(contents, file)).toEqual(read);
    expect(parseManifest(`\uFEFF${contents}`, file)).toEqual(read);
    expect(parseManifest(contents.replaceAll("\n", "\r\n"), file)).toEqual(
      read,
    );
    const asOthersWouldWriteIt = JSON.stringify(
      JSON.parse(contents),
      null,
      "\t",
    );
    expect(parseManifest(asOthersWouldWriteIt, file)).toEqual(read);
    expect(parseManifest(JSON.stringify(JSON.parse(contents)), file)).toEqual(
      read,
    );
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
    expect(manifest.files.get("__proto__")).toEqual([checksum]);
    const files = Object.fromEntries([["__proto__", checksum]]);
    expect(recordedChecksum(files, "__proto__")).toBe(checksum);
    expect(recordedChecksum(files, "constructor")).toBeNull();
  });
});
