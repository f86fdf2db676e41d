// Checks that the maps of a Swagger 2.0 document are objects; throws for the first
// that is not.

import { inputError } from "../../diagnostics/input-error.js";
import { quote } from "../../diagnostics/quote.js";
import { isObject } from "../is-object.js";
import { appendPointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";

const maps = ["info", "paths", "definitions", "parameters", "responses"];

export function requireObjects({ root, file }: SpecTree): void {
  const require = (value: unknown, ...keys: string[]): void => {
    if (value === undefined || value === null || isObject(value)) return;
    throw inputError(
      "spec/not-an-object",
      { file, pointer: appendPointer("#", ...keys) },
      `expected an object, got ${quote(value).slice(0, 40)}`,
    );
  };
  for (const key of maps) {
    const value = isObject(root) ? root[key] : undefined;
    require(value, key);
    if (!isObject(value) || key === "info") continue;
    for (const [name, entry] of Object.entries(value)) {
      if (name.startsWith("x-") || typeof entry === "boolean") continue;
      require(entry, key, name);
    }
  }
}
