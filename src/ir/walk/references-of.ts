// The models that a type, a model or an operation references, and all models
// that are reachable from them.

import type { Model } from "../model.js";
import type { Operation } from "../operation.js";
import type { TypeExpr } from "../type-expr.js";
import type { Webhook } from "../webhook.js";
import { visitType } from "./children-of.js";
import { typesOfWebhook } from "./map-webhooks.js";
import { requestTypes, responseTypes } from "./operation-types.js";

/** The names of the models that `model` references directly. */
export function referencesOf(model: Model): ReadonlySet<string> {
  const references = new Set<string>();
  if (model.kind === "alias") collectReferences(model.type, references);
  else {
    for (const { type } of model.fields) collectReferences(type, references);
    if (model.additional !== null)
      collectReferences(model.additional, references);
  }
  return references;
}

/** The names of the models that `type` references, at any depth of the type. */
export function referencesOfType(type: TypeExpr): ReadonlySet<string> {
  const references = new Set<string>();
  collectReferences(type, references);
  return references;
}

/** The names of the models that an operation's request references. */
export function referencesOfRequest(operation: Operation): string[] {
  return requestTypes(operation).flatMap((type) => [...referencesOfType(type)]);
}

/** The names of the models that an operation's success response references. */
export function referencesOfResponse({ response }: Operation): string[] {
  return response === null ? [] : [...referencesOfType(response.type)];
}

/**
 * The names of the models that any response of an operation references, errors
 * included.
 */
export function referencesOfReceived(operation: Operation): string[] {
  return responseTypes(operation).flatMap((type) => [
    ...referencesOfType(type),
  ]);
}

/** The names of the models that an operation references anywhere. */
export function referencesOfOperation(operation: Operation): string[] {
  return [
    ...referencesOfRequest(operation),
    ...referencesOfReceived(operation),
  ];
}

/** The names of the models that a webhook's payload references. */
export function referencesOfWebhook(webhook: Webhook): string[] {
  return typesOfWebhook(webhook).flatMap((type) => [...referencesOfType(type)]);
}

/**
 * The names of all models that are reachable from `names`, including `names`
 * themselves. Names that are not in `models` are ignored.
 */
export function reachableModels(
  models: readonly Model[],
  names: readonly string[],
): ReadonlySet<string> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const reachable = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const model = byName.get(name);
    if (model === undefined || reachable.has(name)) continue;
    reachable.add(name);
    pending.push(...referencesOf(model));
  }
  return reachable;
}

function collectReferences(type: TypeExpr, found: Set<string>): void {
  visitType(type, (part) => {
    if (part.kind === "reference") found.add(part.model);
  });
}
