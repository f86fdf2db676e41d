// A generated file → the files that it imports, as paths. A test compares `fixed` with
// what is generated.

import type { FileTraces } from "../target.js";
import { runtimeFiles, typescriptShapes } from "./typescript-view.js";

/** Each makes a file a model. */
const templatesOfMany: readonly string[] = ["maker", "model", "validator"];

export const typescriptTraces: FileTraces = {
  extension: ".ts",
  // Such a file has the name of its template.
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
