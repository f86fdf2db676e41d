// All models → those asked for, with every model that they need, the operations
// that return one of them, and the events that carry one.

import type { Model, ModelSet } from "./model.js";
import type { Operation } from "./operation.js";
import { referencesOf, referencesOfType } from "./references.js";

export function selectModels(
  modelSet: ModelSet,
  isWanted: ((name: string) => boolean) | null,
): ModelSet {
  if (isWanted === null) return modelSet;
  const operations = modelSet.operations.filter((operation) =>
    returned(operation).some(isWanted),
  );
  const events =
    modelSet.events?.types.filter(
      ({ model }) => model !== null && isWanted(model),
    ) ?? [];
  const envelope = modelSet.events === null ? [] : [modelSet.events.envelope];
  const models = reachable(modelSet.models, [
    ...modelSet.models.map(({ name }) => name).filter(isWanted),
    ...operations.flatMap(returned),
    ...events.flatMap(({ model }) => model ?? []),
    ...(events.length > 0 ? envelope : []),
  ]);
  return {
    ...modelSet,
    models,
    operations,
    shapes: reachable(modelSet.shapes, operations.flatMap(sent)),
    events:
      modelSet.events === null || events.length === 0
        ? null
        : { ...modelSet.events, types: events },
  };
}

/** The models that an operation names in its answer. */
function returned({ response }: Operation): string[] {
  return response === null ? [] : [...referencesOfType(response)];
}

/** The models that an operation names in its request. */
function sent({ query, body }: Operation): string[] {
  const types = query.map(({ type }) => type);
  if (body !== null) types.push(body.type);
  return types.flatMap((type) => [...referencesOfType(type)]);
}

function reachable<One extends Model>(
  models: readonly One[],
  from: readonly string[],
): readonly One[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const found = new Set<string>();
  const pending = [...from];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const model = byName.get(name);
    if (model === undefined || found.has(name)) continue;
    found.add(name);
    pending.push(...referencesOf(model));
  }
  return models.filter(({ name }) => found.has(name));
}
