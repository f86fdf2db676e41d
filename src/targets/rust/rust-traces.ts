// A generated Rust file → the paths of the modules that it declares.

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
