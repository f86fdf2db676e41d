// Folders of generated files → what the compiler has against each, under the
// strictest options that a user may have. All in one program: most of the time
// of a small one goes into the library.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** @import { Finding } from "./generate-worker.mjs" */

const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript-7/package.json")),
  "bin/tsc",
);

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

/**
 * @param {string} root the folder that the others are in
 * @returns {Map<string, Finding[]>} folder → findings
 */
export function compileBatch(root) {
  writeFileSync(join(root, "package.json"), '{ "type": "module" }\n');
  const config = join(root, "tsconfig.json");
  const include = ["./*/**/*.ts"];
  writeFileSync(config, JSON.stringify({ compilerOptions, include }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, "-p", config, "--pretty", "false"],
    { cwd: root, encoding: "utf8", maxBuffer: 1024 ** 3 },
  );
  const findings = readFindings(stdout);
  if (status !== 0 && findings.size === 0) {
    throw new Error(`the compiler itself failed: ${stdout}${stderr}`);
  }
  return findings;
}

/** `0001/model/a.ts(3,7): error TS2322: Type …` */
function readFindings(output) {
  const findings = new Map();
  const pattern = /^([^/\\\s]+)[/\\](.+?)(\(\d+,\d+\)): error (TS\d+): (.*)$/gm;
  for (const [, folder, path, place, kind, text] of output.matchAll(pattern)) {
    const found = findings.get(folder) ?? [];
    found.push({ kind, message: `${path}${place}: ${text}` });
    findings.set(folder, found);
  }
  return findings;
}
