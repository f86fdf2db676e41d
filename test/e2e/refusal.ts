// Wrong input, and the expected error: exit code 2, with location, value and fix; the
// folder does not change.

import { expect } from "vitest";
import { snapshotFolder } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const petRef = { $ref: "#/components/schemas/pet" };
/** A valid document. */
export const good = smallDocument({
  pet: objectOf({ name: { type: "string" } }, ["name"]),
  owner: objectOf({ pets: { type: "array", items: petRef } }),
});

export interface Refusal {
  /** Path → text, beside `good.json`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly input?: string;
  /** The code of the first error, and texts that its lines contain. */
  readonly code: string;
  readonly what: string;
  readonly where: string | null;
  readonly help: string;
}

export const run = (spec: string, ...more: readonly string[]) => [
  "run",
  ...["--spec", spec, "--template", "typescript", "--out", "out", ...more],
];

/** A folder with `good.json` and the output of a successful run. */
export async function folderWithOutput(
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = temporaryFolder({ "good.json": good, ...files });
  expect(await runCodegen(folder, run("good.json"))).toMatchObject({
    status: 0,
  });
  return folder;
}

export async function expectRefusal(
  folder: string,
  refusal: Refusal,
): Promise<void> {
  const before = snapshotFolder(folder);
  const result = await runCodegen(folder, refusal.args, refusal.input);
  const { code, what, where, help } = refusal;
  const [first = "", ...rest] = result.stderr.split("\n");
  expect(first).toMatch(/^error: .*\]$/);
  expect(first).toContain(`[${code}]`);
  expect(first).toContain(what);
  const [at, advice] = where === null ? [null, rest[0]] : [rest[0], rest[1]];
  if (where?.startsWith("*")) expect(at?.endsWith(where.slice(1))).toBe(true);
  else if (where !== null) expect(at).toBe(`  at ${where}`);
  expect(advice).toMatch(/^ {2}help: ./);
  expect(advice).toContain(help);
  expect(result.stderr).not.toMatch(/^\s+at .*\.[jt]s:\d+/m);
  expect(result.stdout).toBe("");
  expect(result.status).toBe(2);
  expect(snapshotFolder(folder)).toEqual(before);
}
