// The target `model`: views in no language, for packs that bring all templates. A pack
// declares its files and the syntax of its language in `pack.yaml`.

import type { Target } from "../target.js";
import { modelShapes } from "./document-view.js";
import { lowerModelSet } from "./lower-model-set.js";
import {
  type ModelOptions,
  modelOptionKeys,
  readModelOptions,
} from "./model-options.js";

export const modelTarget: Target<ModelOptions> = {
  name: "model",
  viewVersion: 1,
  templates: modelShapes,
  runtime: [],
  hasOwnFiles: false,
  syntax: null,
  // A pack for any language: without a manifest, its files are not recognised.
  traces: { extension: "", fixed: [], readReferences: () => [] },
  optionKeys: modelOptionKeys,
  readOptions: readModelOptions,
  wishes: ({ presence, enums, intersections, patterns }) => ({
    presence,
    operations: true,
    events: true,
    verbatim: false,
    runsPatterns: patterns === "runnable",
    enums: { response: enums, request: enums, overrides: [] },
    dedupes: false,
    mergesObjects: intersections === "merged",
  }),
  lower: lowerModelSet,
};
