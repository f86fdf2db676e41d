// All models → those asked for, with every model that they need, the operations
// that return one of them, and the events that carry one.

import type { Model, ModelSet } from "./model.js";
import {
  reachableModels,
  referencesOfRequest,
  referencesOfResponse,
} from "./references.js";

export function selectModels(
  modelSet: ModelSet,
  isWanted: ((name: string) => boolean) | null,
): ModelSet {
  if (isWanted === null) return modelSet;
  const operations = modelSet.operations.filter((operation) =>
    referencesOfResponse(operation).some(isWanted),
  );
  const events =
    modelSet.events?.types.filter(
      ({ model }) => model !== null && isWanted(model),
    ) ?? [];
  const envelope = modelSet.events === null ? [] : [modelSet.events.envelope];
  const models = reachable(modelSet.models, [
    ...modelSet.models.map(({ name }) => name).filter(isWanted),
    ...operations.flatMap(referencesOfResponse),
    ...events.flatMap(({ model }) => model ?? []),
    ...(events.length > 0 ? envelope : []),
  ]);
  return {
    ...modelSet,
    models,
    operations,
    shapes: reachable(modelSet.shapes, operations.flatMap(referencesOfRequest)),
    events:
      modelSet.events === null || events.length === 0
        ? null
        : { ...modelSet.events, types: events },
  };
}

function reachable<One extends Model>(
  models: readonly One[],
  from: readonly string[],
): readonly One[] {
  const found = reachableModels(models, from);
  return models.filter(({ name }) => found.has(name));
}
