// The Rust target. Lowers models to one file per schema and a module index.

import type { Report } from "../../diagnostics/diagnostic.js";
import type { ModelSet } from "../../ir/model.js";
import { slashSyntax } from "../../languages/syntax.js";
import type { FileView, Target } from "../target.js";
import { lowerLoose } from "./lower-loose.js";
import { lowerPrecise } from "./lower-precise.js";
import { reportSurrogates } from "./report-surrogates.js";
import {
  type RustOptions,
  readRustOptions,
  rustOptionKeys,
} from "./rust-options.js";
import { rustTraces } from "./rust-traces.js";
import { rustShapes } from "./rust-view.js";

export const rustTarget: Target<RustOptions> = {
  name: "rust",
  viewVersion: 1,
  templates: rustShapes,
  runtime: [],
  hasOwnFiles: true,
  syntax: slashSyntax('"'),
  traces: rustTraces,
  optionKeys: rustOptionKeys,
  readOptions: readRustOptions,
  wishes: ({ presence, typing }) => ({
    presence,
    operations: false,
    events: false,
    verbatim: typing === "loose",
    runsPatterns: false,
    enums: null,
    dedupes: false,
    mergesObjects: typing !== "loose",
  }),
  lower: lowerRust,
};

function lowerRust(
  models: ModelSet,
  { typing }: RustOptions,
  report: Report,
): FileView[] {
  const isLoose = typing === "loose";
  const texts = isLoose
    ? models.models.map(({ name, pointer }) => ({
        ...{ name, pointer, verbatim: models.verbatim?.get(name) },
      }))
    : models.models;
  reportSurrogates(texts, models.file, report);
  return isLoose ? lowerLoose(models, report) : lowerPrecise(models, report);
}
