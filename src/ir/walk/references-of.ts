// The other models that a type names, and all that a set of models needs.

import type { Model } from "../model.js";
import type { Operation } from "../operation.js";
import type { TypeExpr } from "../type-expr.js";
import type { Webhook } from "../webhook.js";
import { visitType } from "./children-of.js";
import { typesOfWebhook } from "./map-webhooks.js";
import { requestTypes, responseTypes } from "./operation-types.js";

/** The models that `model` names itself. */
export function referencesOf(model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  if (model.kind === "alias") collectReferences(model.type, found);
  else {
    for (const { type } of model.fields) collectReferences(type, found);
    if (model.additional !== null) collectReferences(model.additional, found);
  }
  return found;
}

export function referencesOfType(type: TypeExpr): ReadonlySet<string> {
  const found = new Set<string>();
  collectReferences(type, found);
  return found;
}

/** The models that an operation names in its request. */
export function referencesOfRequest(operation: Operation): string[] {
  return requestTypes(operation).flatMap((type) => [...referencesOfType(type)]);
}

/** The models that an operation names in its answer to a request that succeeds. */
export function referencesOfResponse({ response }: Operation): string[] {
  return response === null ? [] : [...referencesOfType(response.type)];
}

/** The models that an operation names in any of its answers. */
export function referencesOfReceived(operation: Operation): string[] {
  return responseTypes(operation).flatMap((type) => [
    ...referencesOfType(type),
  ]);
}

export function referencesOfOperation(operation: Operation): string[] {
  return [
    ...referencesOfRequest(operation),
    ...referencesOfReceived(operation),
  ];
}

export function referencesOfWebhook(webhook: Webhook): string[] {
  return typesOfWebhook(webhook).flatMap((type) => [...referencesOfType(type)]);
}

/** The models of `models` that `names` lead to, themselves included. */
export function reachableModels(
  models: readonly Model[],
  names: readonly string[],
): ReadonlySet<string> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const model = byName.get(name);
    if (model === undefined || found.has(name)) continue;
    found.add(name);
    pending.push(...referencesOf(model));
  }
  return found;
}

function collectReferences(type: TypeExpr, found: Set<string>): void {
  visitType(type, (part) => {
    if (part.kind === "reference") found.add(part.model);
  });
}
