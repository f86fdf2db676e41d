// Finds work folders that could not be removed from an output folder.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { formatSome } from "../diagnostics/list-some.js";
import { isErrnoError } from "../source/files/errno-error.js";
import { parseOwner } from "./lock-owner.js";
import { locateOutput } from "./output-path.js";
import { findForeign, isWorkFolder } from "./work-folder.js";

/**
 * Returns a warning for each of them. `shown` is the name of the output folder in
 * messages. Before a run, reports only folders with files that are not ours. After it,
 * reports those of `seen` that are left, unless another run holds its lock: the system
 * has refused to remove them. Others belong to runs that started since.
 */
export function findLeftovers(
  outDir: string,
  shown: string,
  when: "before" | "after",
  seen: readonly string[],
): Diagnostic[] {
  const leftovers: Diagnostic[] = [];
  for (const folder of listNames(outDir).filter(isWorkFolder).sort()) {
    const names = listNames(join(outDir, folder)).sort();
    const foreign = findForeign(names);
    const isHeld = names.some((name) => parseOwner(name) !== null);
    if (foreign.length > 0 && (when === "before" || !isHeld)) {
      leftovers.push(describeForeign(shown, folder, foreign));
    } else if (
      when === "after" &&
      seen.includes(folder) &&
      !isHeld &&
      isRealFolder(outDir, folder)
    ) {
      leftovers.push(describeRefused(shown, folder));
    }
  }
  return leftovers;
}

function describeForeign(
  shown: string,
  folder: string,
  foreign: readonly string[],
): Diagnostic {
  const at = { file: locateOutput(shown, folder) };
  const list = formatSome(foreign.map((name) => `${folder}/${name}`));
  const message = `${JSON.stringify(folder)} cannot be removed: it contains other files: ${list}`;
  return createDiagnostic("output/leftover", at, message);
}

function describeRefused(shown: string, folder: string): Diagnostic {
  const at = { file: locateOutput(shown, folder) };
  const message = `${JSON.stringify(folder)} cannot be removed: the operating system does not allow it`;
  const help = "check the permissions, then delete it";
  return createDiagnostic("output/leftover", at, message, help);
}

function isRealFolder(outDir: string, name: string): boolean {
  const entries = orNullIfGone(() =>
    readdirSync(outDir, { withFileTypes: true }),
  );
  return (entries ?? []).some(
    (entry) => entry.name === name && entry.isDirectory(),
  );
}

/** Empty if the folder does not exist. */
function listNames(folder: string): string[] {
  return orNullIfGone(() => readdirSync(folder)) ?? [];
}

function orNullIfGone<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (isErrnoError(error)) return null;
    throw error;
  }
}
