// The JSON Schema Test Suite, draft 2020-12, which is not part of the project: tests
// that want it are skipped where it is absent.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(
  new URL("../../../shared/suites/json-schema-2020-12/", import.meta.url),
);

export const hasJsonSchemaSuite = existsSync(folder);

export interface SuiteGroup {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly description: string;
  readonly data: unknown;
  readonly valid: boolean;
}

/** File → its groups; empty where there are none. */
export function readJsonSchemaSuite(): ReadonlyMap<
  string,
  readonly SuiteGroup[]
> {
  const files = hasJsonSchemaSuite ? readdirSync(folder).sort() : [];
  return new Map(
    files.map((file) => [
      file,
      JSON.parse(readFileSync(`${folder}${file}`, "utf8")),
    ]),
  );
}
