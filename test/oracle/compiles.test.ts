// The committed output compiles under every strict setting that its users may
// have, on both compilers, and Prettier finds nothing to change in it.

import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const generated = fileURLToPath(
  new URL("../../generated/stripe", import.meta.url),
);

const compilers = {
  "TypeScript 5.9": join(
    dirname(require.resolve("typescript/package.json")),
    "bin/tsc",
  ),
  "TypeScript 7": join(
    dirname(require.resolve("typescript-7/package.json")),
    "bin/tsc",
  ),
};

const resolutions = { bundler: "esnext", nodenext: "nodenext" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "codegen-compiles-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function compile(
  compiler: string,
  resolution: keyof typeof resolutions,
  include: string,
) {
  const config = join(folder, "tsconfig.json");
  const compilerOptions = {
    target: "es2022",
    module: resolutions[resolution],
    moduleResolution: resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions, include: [include] }),
  );
  return spawnSync(process.execPath, [compiler, "-p", config], {
    encoding: "utf8",
  });
}

describe.each(Object.entries(compilers))("%s", (name, compiler) => {
  test("is that compiler", () => {
    const { stdout } = spawnSync(process.execPath, [compiler, "--version"], {
      encoding: "utf8",
    });
    expect(stdout).toContain(`Version ${name.replace("TypeScript ", "")}`);
  });

  test.each(["bundler", "nodenext"] as const)(
    "all of generated/stripe, %s",
    (resolution) => {
      const { status, stdout } = compile(
        compiler,
        resolution,
        `${generated}/**/*.ts`,
      );
      expect(stdout).toBe("");
      expect(status).toBe(0);
    },
  );

  test.each(["bundler", "nodenext"] as const)(
    "the check detects an error, %s",
    (resolution) => {
      const wrong = join(folder, "wrong.ts");
      const model = join(generated, "model/charge.js");
      writeFileSync(
        wrong,
        `import type { Charge } from ${JSON.stringify(model)};\nexport const amount: Charge["amount"] = "1";\n`,
      );
      const { status, stdout } = compile(compiler, resolution, wrong);
      expect(stdout).toContain("TS2322");
      expect(status).not.toBe(0);
    },
  );
});

test("Prettier finds nothing to change in any file", async () => {
  const paths = readdirSync(generated, {
    recursive: true,
    encoding: "utf8",
  }).filter((path) => /\.(ts|json)$/.test(path));
  expect(paths).toEqual(expect.arrayContaining(["index.ts", "manifest.json"]));
  expect(paths.length).toBeGreaterThan(980);
  const wrong: string[] = [];
  for (const path of paths) {
    const text = readFileSync(join(generated, path), "utf8");
    if (!(await check(text, { filepath: path }))) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

test("the check detects a different layout", async () => {
  const text = readFileSync(join(generated, "model/charge.ts"), "utf8");
  const wrong = text.replace("amount: number;", "amount : number");
  expect(wrong).not.toBe(text);
  expect(await check(wrong, { filepath: "charge.ts" })).toBe(false);
});
