// All models → those asked for, with every model that they need, the operations
// that return one of them, and the events and webhooks that carry one.

import type { Model, ModelSet } from "./model.js";
import { type Operation, typesSent } from "./operation.js";
import { referencesOf, referencesOfType } from "./references.js";
import type { TypeExpr } from "./type-expr.js";
import { typesOfWebhook } from "./webhook.js";

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
  const webhooks = modelSet.webhooks.filter((webhook) =>
    typesOfWebhook(webhook).flatMap(namesIn).some(isWanted),
  );
  const sent = operations.flatMap(typesSent).flatMap(namesIn);
  const shapes = reachable(modelSet.shapes, sent);
  const envelope = modelSet.events === null ? [] : [modelSet.events.envelope];
  const models = reachable(modelSet.models, [
    ...modelSet.models.map(({ name }) => name).filter(isWanted),
    ...operations.flatMap(returned),
    ...sent,
    ...webhooks.flatMap(typesOfWebhook).flatMap(namesIn),
    ...shapes.flatMap((shape) => [...referencesOf(shape)]),
    ...events.flatMap(({ model }) => model ?? []),
    ...(events.length > 0 ? envelope : []),
  ]);
  const kept = new Set(models.map(({ name }) => name));
  return {
    ...modelSet,
    models,
    operations: operations.map((operation) => withError(operation, kept)),
    shapes,
    webhooks,
    events:
      modelSet.events === null || events.length === 0
        ? null
        : { ...modelSet.events, types: events },
  };
}

/**
 * Errors make no model wanted: one that all answer may name half of them. Where a model is not
 * there for another reason, the error that needs it is any value.
 */
function withError(operation: Operation, kept: ReadonlySet<string>): Operation {
  const { error } = operation;
  if (error === null) return operation;
  return namesIn(error).every((name) => kept.has(name))
    ? operation
    : { ...operation, error: { kind: "anyValue" } };
}

function returned({ response }: Operation): string[] {
  return response === null ? [] : namesIn(response.type);
}

function namesIn(type: TypeExpr): string[] {
  return [...referencesOfType(type)];
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
