// The commands and configs of the README, as a newcomer tries them: in an empty folder,
// with a document of their own and the package that npm packs.

import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPacked, packPackage, repository } from "./packed-package.js";
import { good } from "./refusal.js";
import { temporaryFolder } from "./temporary-folder.js";

const readme = readFileSync(join(repository, "README.md"), "utf8");

const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(
  ([, language = "", text = ""]) => ({ language, text }),
);

const blockWith = (language: string, start: string): string => {
  const found = blocks.filter(
    (block) => block.language === language && block.text.includes(start),
  );
  expect([start, found.length]).toEqual([start, 1]);
  return found[0]?.text ?? "";
};

let tarball = "";
const packed = mkdtempSync(join(tmpdir(), "codegen-packed-"));
beforeAll(() => {
  ({ tarball } = packPackage(repository, packed, { scripts: false }));
});
afterAll(() => rmSync(packed, { recursive: true, force: true }));

const shop = readFileSync(
  join(repository, "test/golden/cases/shop/spec.yaml"),
  "utf8",
);

function newcomer(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({
    "package.json": '{"name": "mine", "version": "1.0.0", "private": true}\n',
    ...files,
  });
  installPacked(folder, tarball);
  return folder;
}

function codegen(folder: string, command: string) {
  const [npx, ...args] = command.split(" ");
  expect([npx, args[0]]).toEqual(["npx", "codegen"]);
  const options = { cwd: folder, encoding: "utf8" } as const;
  const { status, stderr } = spawnSync(
    "npx",
    ["--no-install", ...args],
    options,
  );
  return { status, stderr };
}

describe("README", () => {
  test("has no block of commands or configs that is not run", () => {
    const starts = blocks
      .filter(({ language }) =>
        ["sh", "bash", "yaml", "json", ""].includes(language),
      )
      .map(({ text }) => text.split("\n").slice(0, 2).join(" / "));
    expect(starts).toEqual([
      // In a clone, by `.ci/run`.
      expect.stringMatching(
        /^npm ci && npx codegen run .* \/ npm ci && npm test/,
      ),
      // Below.
      expect.stringMatching(/^npm install --save-dev stripe-codegen/),
      expect.stringMatching(/^outputs: \/ {3}- spec: openapi.json/),
      expect.stringMatching(/^outputs: \/ {3}- spec: spec\/api.yaml/),
      expect.stringMatching(/^options: \/ {3}enums:/),
      expect.stringMatching(/^npx codegen eject model --to mine/),
    ]);
  });

  test("one's own document, by flags", () => {
    const [install, run = ""] = blockWith("sh", "--save-dev")
      .trim()
      .split("\n");
    expect(install).toBe("npm install --save-dev stripe-codegen"); // as newcomer() does
    const folder = newcomer({ "openapi.json": good });
    expect(codegen(folder, run)).toEqual({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "generated/model/pet.ts"))).toBe(true);
    const check = run.replace("codegen run", "codegen check");
    expect(codegen(folder, check)).toEqual({ status: 0, stderr: "" });
  });

  test("one's own document, by a config", () => {
    const config = blockWith("yaml", "spec: openapi.json");
    const folder = newcomer({
      "openapi.json": good,
      "codegen.config.yaml": config,
    });
    expect(codegen(folder, "npx codegen run")).toEqual({
      status: 0,
      stderr: "",
    });
    expect(existsSync(join(folder, "generated/validate/pet.ts"))).toBe(true);
    for (const command of [
      "check",
      "list",
      "inspect pet",
      "run --only p*",
      "run --dry-run --json",
    ]) {
      expect([command, codegen(folder, `npx codegen ${command}`)]).toEqual([
        command,
        { status: 0, stderr: "" },
      ]);
    }
  });

  test("overlays, root and limits", () => {
    const folder = newcomer({
      "spec/api.yaml": good, // JSON is YAML
      "spec/fixes.yaml":
        'overlay: 1.0.0\ninfo: {title: Fixes, version: "1"}\nactions:\n  - {target: $.components.schemas.pet, update: {description: Ours.}}\n',
      "codegen.config.yaml": blockWith("yaml", "spec: spec/api.yaml"),
    });
    expect(codegen(folder, "npx codegen run")).toEqual({
      status: 0,
      stderr: "",
    });
    const written = readFileSync(
      join(folder, "generated/api/model/pet.ts"),
      "utf8",
    );
    expect(written).toContain("Ours.");
  });

  test("enums", () => {
    const options = blockWith("yaml", "enums:").replace(
      "charge.status",
      "order.state",
    );
    const indented = options.replaceAll(/^/gm, "    ").trimEnd();
    const folder = newcomer({
      "shop.yaml": shop,
      "codegen.config.yaml": `outputs:\n  - spec: shop.yaml\n    out: out\n${indented}\n`,
    });
    expect(codegen(folder, "npx codegen run").status).toBe(0);
    expect(existsSync(join(folder, "out/model/order.ts"))).toBe(true);
  });

  test("templates of one's own", () => {
    const folder = newcomer({
      "openapi.json": good,
      "codegen.config.yaml": blockWith("yaml", "spec: openapi.json"),
    });
    const [eject = "", run = ""] = blockWith("sh", "codegen eject")
      .trim()
      .split("\n")
      .map((line) => line.replace(/ #.*/, ""));
    expect(codegen(folder, eject)).toMatchObject({ status: 0 });
    const template = join(folder, "mine/model.hbs");
    const text = readFileSync(template, "utf8");
    writeFileSync(template, text.replace("// {{pointer}}", "// My model."));
    expect(codegen(folder, run)).toEqual({ status: 0, stderr: "" });
    const model = readFileSync(join(folder, "generated/model/pet.ts"), "utf8");
    expect(model).toContain("// My model.");
  });

  test("the package has its version and help", () => {
    const folder = newcomer({});
    const print = (flag: string) =>
      execFileSync("npx", ["--no-install", "codegen", flag], {
        cwd: folder,
        encoding: "utf8",
      });
    expect(print("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(print("--help")).toContain("Precedence");
  });
});
