// Documents that others wrote to test their tools with, and which are not part of
// the project: tests that want them are skipped where they are absent.

import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Suite {
  readonly name: string;
  readonly folder: string;
  /** Paths in the folder; empty where the suite is absent. */
  readonly documents: readonly string[];
}

export function findSuite(name: string): Suite {
  const url = new URL(`../../../shared/suites/${name}`, import.meta.url);
  const folder = fileURLToPath(url);
  if (!existsSync(folder)) return { name, folder, documents: [] };
  const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(json|ya?ml)$/.test(path))
    .sort();
  return { name, folder, documents };
}
