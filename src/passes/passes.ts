// The passes over a model set, in the order in which they run. Each is a
// function in its own file; the table states its purpose, and the reason for
// its position.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import { applyDiscriminators } from "./apply-discriminators.js";
import { applyOmissions, type Omission } from "./apply-omissions.js";
import { applySamples, type Fixtures } from "./apply-samples.js";
import { checkPatterns } from "./check-patterns.js";
import { dedupeShapes } from "./dedupe-shapes.js";
import { inlinePlaces } from "./inline-places.js";
import { mergeObjects } from "./merge-objects.js";
import { type ChosenNames, renameModels } from "./rename-models.js";
import { renameOperations } from "./rename-operations.js";
import { type EnumWishes, resolveEnums } from "./resolve-enums.js";
import { resolveRequired } from "./resolve-required.js";
import { type Selector, selectModels } from "./select-models.js";
import { shareShapes } from "./share-shapes.js";
import { splitDirections } from "./split-directions.js";

/** The options of all passes, from the config, the dialect and the target. */
/** One step: a function from model set to model set. */
export interface PassOptions {
  /**
   * Properties that real objects omit, although the dialect assumes that they
   * are present.
   */
  readonly omissions: readonly Omission[];
  /** Sample objects; null for none. */
  readonly fixtures: Fixtures | null;
  /** Schema, operationId or `GET /path` → the name to use instead. */
  readonly names: ChosenNames;
  /** The user's selection, to which dependencies are added; empty selects everything. */
  readonly only: readonly Selector[];
  /** True if the `title` of an object in a request names the same object everywhere. */
  readonly sharesTitled: boolean;
  /**
   * True if operations are printed or selected. If false, no model is kept for
   * an operation.
   */
  readonly usesOperations: boolean;
  readonly target: TargetWishes;
}

/** A target's requirements on the model set. */
export interface TargetWishes {
  /** True if the target prints operations and webhooks. */
  readonly operations: boolean;
  /** True if the target prints events. */
  readonly events: boolean;
  /** True if the target prints schemas verbatim. */
  readonly verbatim: boolean;
  /**
   * True if the target checks or generates values, so that each pattern must
   * be runnable.
   */
  readonly runsPatterns: boolean;
  /** Which enums are open; null if the target does not distinguish them. */
  readonly enums: EnumWishes | null;
  /** True if identical declarations in several locations become one model. */
  readonly dedupes: boolean;
  /** True if an intersection of objects must become one object. */
  readonly mergesObjects: boolean;
}

export interface Pass {
  readonly name: string;
  /** The purpose of the pass, and the reason for its position. */
  readonly why: string;
  readonly run: (
    modelSet: ModelSet,
    options: PassOptions,
    report: Report,
  ) => ModelSet;
}

/** The order matters: each `why` states what must come before or after. */
export const passes: readonly Pass[] = [
  {
    name: "inline-places",
    why: "Locations that a $ref names and that need no type of their own disappear. First, as every later pass may then take each model for something that is declared.",
    run: inlinePlaces,
  },
  {
    name: "apply-omissions",
    why: "Observed facts correct what the dialect concludes from the document. Before anything reads `present`.",
    run: (modelSet, { omissions }, report) =>
      applyOmissions(modelSet, omissions, report),
  },
  {
    name: "apply-samples",
    why: "Real objects give models their example values and the prefixes of their ids. They are of the document's own schemas, so before any pass divides or renames models.",
    run: (modelSet, { fixtures }, report) =>
      fixtures === null ? modelSet : applySamples(modelSet, fixtures, report),
  },
  {
    name: "check-patterns",
    why: "Regular expressions that cannot be run are left out. Only for targets that run them, because it takes time; before types are copied into several models, so that each is reported once.",
    run: (modelSet, { target }, report) =>
      target.runsPatterns ? checkPatterns(modelSet, report) : modelSet,
  },
  {
    name: "resolve-required",
    why: "`required` beside a reference becomes a property of the model that it leads to. Needs all models; discriminators and directions then see plain fields.",
    run: resolveRequired,
  },
  {
    name: "apply-discriminators",
    why: "The values of a discriminant are put into the models that it tells apart. Before directions, as the request form of a model has the same discriminant.",
    run: (modelSet, _options, report) => ({
      ...modelSet,
      models: applyDiscriminators(
        modelSet.models,
        modelSet.discriminators,
        ({ count, example }) =>
          report(
            createDiagnostic(
              "discriminator/too-many-values",
              { file: modelSet.file },
              `${JSON.stringify(example)}, and ${count - 1} schemas more, are extended by too many others to list a value for each`,
            ),
          ),
      ),
    }),
  },
  {
    name: "split-directions",
    why: "Where `readOnly` or `writeOnly` make a difference, the request form of a model becomes a model. Before sharing, which compares what requests send.",
    run: splitDirections,
  },
  {
    name: "resolve-required-again",
    why: "A model that lost properties to its direction cannot require them any more.",
    run: resolveRequired,
  },
  {
    name: "share-shapes",
    why: "Titled objects that stand in several requests are declared once, where the dialect's titles are names.",
    run: (modelSet, { sharesTitled }) =>
      sharesTitled ? shareShapes(modelSet) : modelSet,
  },
  {
    name: "rename-models",
    why: "The user's names replace the labels of models. After all passes that make models.",
    run: (modelSet, { names }) => renameModels(modelSet, names),
  },
  {
    name: "rename-operations",
    why: "The same for operations; a name that is of neither is reported.",
    run: (modelSet, { names }, report) =>
      renameOperations(modelSet, names, report),
  },
  {
    name: "select-models",
    why: "What `only` asks for, and all that it needs. After renaming, so that it takes both names; before the target's passes, which then have less to do.",
    run: (modelSet, { only, usesOperations }, report) =>
      selectModels(
        usesOperations
          ? modelSet
          : { ...modelSet, operations: [], webhooks: [] },
        only,
        report,
      ),
  },
  {
    name: "resolve-enums",
    why: "The user's wishes decide which enums are open. After selecting, so that a wish for what is not generated is reported.",
    run: (modelSet, { target: { enums } }, report) =>
      enums === null ? modelSet : resolveEnums(modelSet, enums, report),
  },
  {
    name: "dedupe-shapes",
    why: "What stands in several places to the letter becomes one model. After enums, as openness is part of what is compared.",
    run: (modelSet, { target }) =>
      target.dedupes ? dedupeShapes(modelSet) : modelSet,
  },
  {
    name: "merge-objects",
    why: "Intersections of objects become one object, for languages that have no other way to say it. Last, as it copies properties.",
    run: (modelSet, { target }, report) =>
      target.mergesObjects ? mergeObjects(modelSet, report) : modelSet,
  },
];

/** Runs all passes; those that do not apply return their input. */
export function runPasses(
  modelSet: ModelSet,
  options: PassOptions,
  report: Report,
): ModelSet {
  return passes.reduce(
    (before, pass) => pass.run(before, options, report),
    modelSet,
  );
}
