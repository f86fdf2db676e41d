// Converts a stack overflow to an error about a limit. All reading recurses, and the
// user may raise the depth limit beyond what the stack allows.

import { type InputError, inputError } from "../diagnostics/input-error.js";
import {
  overLimit,
  type ReadLimits,
  safeDepth,
} from "../source/read-limits.js";

/** Returns null for any other error, which is a bug. */
export function tooDeep(
  error: unknown,
  file: string,
  limits: ReadLimits,
): InputError | null {
  const isStack =
    error instanceof RangeError && /call stack/i.test(error.message);
  if (!isStack) return null;
  if (limits.depth > safeDepth) {
    return overLimit(
      "depth",
      { file },
      limits,
      "the document is nested too deeply",
      `a depth of ${safeDepth} always works; give inner schemas names and refer to them`,
    );
  }
  return inputError(
    "spec/limit",
    { file },
    "its schemas are nested too deeply, or their chains of references are too long",
    "give inner schemas names and refer to them, and shorten chains of `$ref`, `allOf` and `anyOf`",
  );
}
