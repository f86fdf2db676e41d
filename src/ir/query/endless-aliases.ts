// Recursive aliases. Through an array or a map they describe trees; without
// one they describe nothing, as `a: {$ref: a}`.

import type { Model } from "../model.js";
import type { TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../walk/match-type.js";
import { referencesOf, referencesOfType } from "../walk/references-of.js";
import { findComponents, findCycles } from "./find-cycles.js";
import { structureOf } from "./structure-of.js";

/** True if `type`, a part of `alias`, references `alias` or another alias of its cycle. */
export type LeadsBack = (alias: string, type: TypeExpr) => boolean;

/** Finds all cycles once, and returns a function that looks them up. */
export function createLeadsBack(models: readonly Model[]): LeadsBack {
  const isOnCircle = findCycles(graphOfAliases(models, referencesOf));
  return (alias, type) =>
    [...referencesOfType(type)].some(
      (name) => name === alias || isOnCircle(alias, name),
    );
}

/** A cycle of aliases that describes nothing. */
export interface EndlessAliases {
  /** All aliases of the strongly connected component. */
  readonly all: readonly Model[];
  /** The shortest cycle through the first of them, for messages. */
  readonly circle: readonly Model[];
}

/** Finds aliases that are defined as themselves: `a: {$ref: a}`, `a: {anyOf: [a, b]}`. */
export function endlessAliases(
  models: readonly Model[],
): readonly EndlessAliases[] {
  const graph = graphOfAliases(models, (model) =>
    model.kind === "alias" ? standsFor(model.type) : [],
  );
  const components = findComponents(graph);
  const byName = new Map(models.map((model) => [model.name, model]));
  const groups = new Map<number | undefined, Model[]>();
  for (const model of models) {
    const component = components.get(model.name);
    const group = groups.get(component);
    if (group === undefined) groups.set(component, [model]);
    else if (component !== undefined) group.push(model);
  }
  return [...groups.values()].flatMap((all) => {
    const path = shortestCycle(all[0]?.name ?? "", (from) =>
      (graph.get(from) ?? []).filter(
        (to) => components.get(from) === components.get(to),
      ),
    );
    const circle = path.flatMap((name) => byName.get(name) ?? []);
    return circle.length === 0 ? [] : [{ all, circle }];
  });
}

/** The shortest path from a node back to itself; empty if there is none. */
function shortestCycle(
  start: string,
  next: (from: string) => readonly string[],
): readonly string[] {
  const cameFrom = new Map<string, string>();
  const pending = [start];
  // The loop appends to the list that it iterates: a breadth-first search.
  for (const from of pending) {
    for (const to of next(from)) {
      if (to === start) {
        const path = [from];
        for (let at = from; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          path.push(at);
        }
        return path.reverse();
      }
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, from);
      pending.push(to);
    }
  }
  return [];
}

function graphOfAliases(
  models: readonly Model[],
  nextOf: (model: Model) => Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const aliases = models.filter(({ kind }) => kind === "alias");
  const names = new Set(aliases.map(({ name }) => name));
  return new Map(
    aliases.map((model) => [
      model.name,
      [...nextOf(model)].filter((next) => names.has(next)),
    ]),
  );
}

/** The models whose values are values of `type`, with no array or object around them. */
function standsFor(type: TypeExpr): readonly string[] {
  return matchType(type, standsForCases);
}

const standsForCases: TypeCases<readonly string[]> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...bareObjectKinds,
      ...arrayKinds,
      ...(["map", "object", "parameter"] as const),
    ],
    () => [],
  ),
  reference: ({ model }) => [model],
  nullable: ({ type }) => standsFor(type),
  withRequired: ({ type }) => standsFor(type),
  union: ({ members }) => members.flatMap(standsFor),
  intersection: ({ members }) => members.flatMap(standsFor),
  generic: (type) => standsFor(structureOf(type)),
};
