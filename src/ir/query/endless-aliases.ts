// Aliases that come back to themselves: by way of arrays and maps they describe
// trees; with nothing in between they describe nothing.

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

/** Whether a type, which is a part of an alias, names the alias or one that comes to it. */
export type LeadsBack = (alias: string, type: TypeExpr) => boolean;

export function createLeadsBack(models: readonly Model[]): LeadsBack {
  const isOnCircle = findCycles(graphOfAliases(models, referencesOf));
  return (alias, type) =>
    [...referencesOfType(type)].some(
      (name) => name === alias || isOnCircle(alias, name),
    );
}

export interface EndlessAliases {
  /** All aliases that come back to each other. */
  readonly all: readonly Model[];
  /** One way from the first of them back to it. */
  readonly circle: readonly Model[];
}

/** Aliases that stand for themselves: `a: {$ref: a}`, `a: {anyOf: [a, b]}`. */
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
    const way = wayBack(all[0]?.name ?? "", (from) =>
      (graph.get(from) ?? []).filter(
        (to) => components.get(from) === components.get(to),
      ),
    );
    const circle = way.flatMap((name) => byName.get(name) ?? []);
    return circle.length === 0 ? [] : [{ all, circle }];
  });
}

/** The shortest way from a node back to it; empty if there is none. */
function wayBack(
  start: string,
  next: (from: string) => readonly string[],
): readonly string[] {
  const cameFrom = new Map<string, string>();
  const pending = [start];
  // What is added to a list while it is walked is walked as well.
  for (const from of pending) {
    for (const to of next(from)) {
      if (to === start) {
        const way = [from];
        for (let at = from; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          way.push(at);
        }
        return way.reverse();
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
