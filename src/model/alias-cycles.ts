// Aliases that come back to themselves: by way of arrays and maps they describe
// trees; with nothing in between they describe nothing.

import { assertNever } from "./assert-never.js";
import type { Model } from "./model.js";
import { referencesOf, referencesOfType } from "./references.js";
import type { TypeExpr } from "./type-expr.js";

/** For each alias, the aliases it comes to by way of aliases alone. */
export function reachableAliases(
  models: readonly Model[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return closureOfAliases(models, referencesOf);
}

/** Aliases that stand for themselves: `a: {$ref: a}`, `a: {anyOf: [a, b]}`. */
export function endlessAliases(models: readonly Model[]): Model[] {
  const reached = closureOfAliases(models, (model) =>
    model.kind === "alias" ? standsFor(model.type) : [],
  );
  return models.filter(({ name }) => reached.get(name)?.has(name) === true);
}

/** Whether `type` names `alias`, or an alias that comes to it. */
export function leadsBackTo(
  alias: string,
  type: TypeExpr,
  reachable: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return [...referencesOfType(type)].some(
    (name) => name === alias || reachable.get(name)?.has(alias) === true,
  );
}

function closureOfAliases(
  models: readonly Model[],
  nextOf: (model: Model) => Iterable<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const aliases = models.filter(({ kind }) => kind === "alias");
  const names = new Set(aliases.map(({ name }) => name));
  const nextAliases = new Map(
    aliases.map((model) => [
      model.name,
      [...nextOf(model)].filter((next) => names.has(next)),
    ]),
  );
  const result = new Map<string, ReadonlySet<string>>();
  for (const [name, first] of nextAliases) {
    const reached = new Set(first);
    // What is added to a set while it is walked is walked as well.
    for (const next of reached) {
      for (const one of nextAliases.get(next) ?? []) reached.add(one);
    }
    result.set(name, reached);
  }
  return result;
}

/** The models whose values are values of `type`, with no array or object around them. */
function standsFor(type: TypeExpr): string[] {
  switch (type.kind) {
    case "reference":
      return [type.model];
    case "nullable":
    case "emptyable":
    case "expandable":
    case "requiring":
      return standsFor(type.type);
    case "union":
    case "intersection":
      return type.members.flatMap(standsFor);
    case "anyValue":
    case "array":
    case "boolean":
    case "emptyObject":
    case "enum":
    case "list":
    case "literal":
    case "map":
    case "noValue":
    case "null":
    case "number":
    case "object":
    case "opaqueObject":
    case "string":
    case "tuple":
      return [];
    default:
      return assertNever(type);
  }
}
