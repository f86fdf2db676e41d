// A generated file → the modules that it declares, as paths.

import type { FileTraces } from "../target.js";

export const rustTraces: FileTraces = {
  extension: ".rs",
  fixed: ["model.rs"],
  readReferences(path, contents) {
    const folder = path.replace(/\.rs$/, "");
    return [...contents.matchAll(/^mod (\w+);$/gm)].map(
      ([, name]) => `${folder}/${name}.rs`,
    );
  },
};
