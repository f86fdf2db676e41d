// The passes over a model set, in the order in which they run. Each is a
// function in its own file; the table states its purpose, and the reason for
// its position.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import { applyDiscriminators } from "./apply-discriminators.js";
import { applyPresence, type KnownPresence } from "./apply-presence.js";
import { applySamples, type Fixtures } from "./apply-samples.js";
import { checkContradictions } from "./check-contradictions.js";
import { checkPatterns } from "./check-patterns.js";
import { declareVariants } from "./declare-variants.js";
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
export interface PassOptions {
  /** Which nullable properties real objects always have; null if nothing is known. */
  readonly presence: KnownPresence | null;
  /** Sample objects; null for none. */
  readonly fixtures: Fixtures | null;
  /** Schema, operationId or `GET /path` → the name to use instead. */
  readonly names: ChosenNames;
  /** The location of `names` in the config; null if there is none. */
  readonly namesAt: Location | null;
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

export type PresenceWish = "document" | "facts" | "observed";

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
  /**
   * The source to use if the document does not define whether a property is present:
   * `facts` alone; facts, and then the dialect's assumption (`observed`); or
   * nothing (`document`).
   */
  readonly presence: PresenceWish;
  /** Which enums are open; null if the target does not distinguish them. */
  readonly enums: EnumWishes | null;
  /** True if identical declarations in several locations become one model. */
  readonly dedupes: boolean;
  /** True if an intersection of objects must become one object. */
  readonly mergesObjects: boolean;
}

/** One step: a function from model set to model set. */
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
    why: "Inlines models that exist only because a `$ref` names their location and that need no type of their own. First, so that every later pass sees declared models only.",
    run: inlinePlaces,
  },
  {
    name: "apply-presence",
    why: "Sets which nullable properties are always present, from facts about real objects. Before any pass that reads `present`.",
    run: (modelSet, { presence, target }, report) =>
      target.presence === "document"
        ? modelSet
        : applyPresence(modelSet, presence, report),
  },
  {
    name: "apply-samples",
    why: "Gives models example values and id prefixes from samples of real objects. Samples belong to the document's own schemas, so before any pass that splits or renames models.",
    run: (modelSet, { fixtures }, report) =>
      fixtures === null ? modelSet : applySamples(modelSet, fixtures, report),
  },
  {
    name: "check-patterns",
    why: "Reports and removes regular expressions that cannot run. Only for targets that run them, because it takes time; before types are copied into several models, so that each pattern is reported once.",
    run: (modelSet, { target }, report) =>
      target.runsPatterns ? checkPatterns(modelSet, report) : modelSet,
  },
  {
    name: "check-contradictions",
    why: "Reports properties that several parts of an intersection declare without a value in common. Needs all models; before discriminators, which add literals that the document does not declare.",
    run: (modelSet, _options, report) => checkContradictions(modelSet, report),
  },
  {
    name: "resolve-required",
    why: "Turns `required` beside a reference into a property of the referenced model. Needs all models; discriminators and directions then see plain fields.",
    run: resolveRequired,
  },
  {
    name: "apply-discriminators",
    why: "Sets the literal values of each discriminant in the members of its union. Before directions, because the request form of a model has the same discriminant.",
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
              `${JSON.stringify(example)} and ${count - 1} more schemas are extended by too many schemas to list all their values`,
            ),
          ),
      ),
    }),
  },
  {
    name: "declare-variants",
    why: "Declares the union of all models that extend a base with a discriminator's mapping, and narrows members of unions that other members extend. After discriminators, whose values the members have.",
    run: declareVariants,
  },
  {
    name: "split-directions",
    why: "Makes the request form of a model a model of its own where `readOnly` or `writeOnly` make a difference. Before sharing, which compares request bodies.",
    run: splitDirections,
  },
  {
    name: "resolve-required-again",
    why: "Removes required names of properties that a model lost to its direction.",
    run: resolveRequired,
  },
  {
    name: "share-shapes",
    why: "Declares titled objects that occur in several requests once, if the dialect's titles are names. After directions, which change request bodies.",
    run: (modelSet, { sharesTitled }) =>
      sharesTitled ? shareShapes(modelSet) : modelSet,
  },
  {
    name: "rename-models",
    why: "Replaces the labels of models with the user's names. After all passes that add models to the document's own.",
    run: (modelSet, { names }) => renameModels(modelSet, names),
  },
  {
    name: "rename-operations",
    why: "Does the same for operations, and reports names that belong to no model and to no operation.",
    run: (modelSet, { names, namesAt }, report) =>
      renameOperations(modelSet, names, namesAt, report),
  },
  {
    name: "select-models",
    why: "Keeps what `only` selects, and everything that the selection needs. After renaming, so that it accepts both names; before the target's passes, which then have less to do.",
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
    why: "Opens or closes enums as the user chose. After selecting, so that a choice for an enum that is not generated is reported.",
    run: (modelSet, { target: { enums } }, report) =>
      enums === null ? modelSet : resolveEnums(modelSet, enums, report),
  },
  {
    name: "dedupe-shapes",
    why: "Declares identical enums and objects once. After enums, because openness is part of the comparison.",
    run: (modelSet, { target }) =>
      target.dedupes ? dedupeShapes(modelSet) : modelSet,
  },
  {
    name: "merge-objects",
    why: "Merges intersections of objects into one object, for languages without intersections. Last, because it copies properties.",
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
