// Every golden case in both typings → one crate with a module per case. The documents
// were written for another target, so that they test unusual input for this one.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../src/diagnostics/input-error.js";
import { generateInMemory } from "../golden/generate-in-memory.js";

export interface GoldenModules {
  /** Path → text, below `src`. */
  readonly files: Readonly<Record<string, string>>;
  /** The cases that this target cannot express, and the reason. */
  readonly refused: readonly string[];
}

export function generateGoldenModules(): GoldenModules {
  const cases = fileURLToPath(new URL("../golden/cases", import.meta.url));
  const files: Record<string, string> = {};
  const refused: string[] = [];
  const modules: string[] = [];
  for (const name of readdirSync(cases)) {
    const text = readFileSync(join(cases, name, "spec.yaml"), "utf8");
    for (const typing of ["loose", "precise"]) {
      const module = `${name.replaceAll("-", "_")}_${typing}`;
      try {
        const generated = generateInMemory(
          name,
          text,
          { typing },
          { template: "rust" },
        );
        for (const [path, contents] of generated.files) {
          files[`${module}/${path}`] = contents;
        }
        modules.push(`pub mod ${module} {\n    pub mod model;\n}\n`);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused.push(
          ...error.diagnostics
            .filter(({ severity }) => severity === "error")
            .map(({ at, code }) => `${module} ${at?.pointer}: ${code}`),
        );
      }
    }
  }
  files["lib.rs"] = `#![deny(warnings)]\n${modules.join("")}`;
  return { files, refused };
}
