// A generated file → the paths of the files that it imports. A test compares
// `fixed` with real output.

import type { FileTraces } from "../target.js";
import { runtimeFiles, typescriptShapes } from "./typescript-view.js";

/** Templates that generate one file per model. */
const templatesOfMany: readonly string[] = ["maker", "model", "validator"];

export const typescriptTraces: FileTraces = {
  extension: ".ts",
  // All other files have the name of their template.
  fixed: [...Object.keys(typescriptShapes), ...runtimeFiles]
    .filter((name) => !templatesOfMany.includes(name))
    .map((name) => `${name}.ts`),
  readReferences(path, contents) {
    const imports = contents.matchAll(/ from "(\.\.?\/[^"\n]+)\.js";$/gm);
    return [...imports].flatMap(([, specifier = ""]) => {
      const target = join(path, specifier);
      return target === null ? [] : [`${target}.ts`];
    });
  },
};

/** `join("model/a.ts", "../types")` → `types`; null for a path outside of the output. */
function join(from: string, specifier: string): string | null {
  const segments = from.split("/").slice(0, -1);
  for (const segment of specifier.split("/")) {
    if (segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}
