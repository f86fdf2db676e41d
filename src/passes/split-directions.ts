// `readOnly` and `writeOnly` → separate models for requests and responses if a
// model is used in both directions and differs; otherwise one model for the
// direction that uses it.

import type { Model, ModelSet } from "../ir/model.js";
import type { Operation } from "../ir/operation.js";
import { freeName } from "../ir/query/free-name.js";
import {
  hasDirectedField,
  hasDirections,
  isDirected,
} from "../ir/query/has-directions.js";
import type { InlineObjectType, TypeExpr } from "../ir/type-expr.js";
import { mapModel } from "../ir/walk/map-model.js";
import { mapRequest, mapResponse } from "../ir/walk/map-operation.js";
import type { TypeMapper } from "../ir/walk/map-type.js";
import { mapWebhooks, typesOfWebhook } from "../ir/walk/map-webhooks.js";
import { requestTypes, responseTypes } from "../ir/walk/operation-types.js";
import {
  reachableModels,
  referencesOf,
  referencesOfReceived,
  referencesOfRequest,
  referencesOfWebhook,
} from "../ir/walk/references-of.js";

/**
 * A model that no operation uses keeps all its properties.
 * @see https://spec.openapis.org/oas/v3.0.4#fixed-fields-20 readOnly,
 * writeOnly
 */
export function splitDirections(modelSet: ModelSet): ModelSet {
  const { models, operations, webhooks } = modelSet;
  const isDirectedAnywhere =
    operations.some(isDirectedOperation) ||
    webhooks.flatMap(typesOfWebhook).some(hasDirectedField);
  if (!hasDirections(models) && !isDirectedAnywhere) {
    return modelSet;
  }
  const byName = new Map(models.map((model) => [model.name, model]));
  const sent = reachableModels(models, operations.flatMap(referencesOfRequest));
  const received = reachableModels(models, [
    ...operations.flatMap(referencesOfReceived),
    ...webhooks.flatMap(referencesOfWebhook),
    ...(modelSet.events?.types.flatMap(({ model }) => model ?? []) ?? []),
  ]);
  const differing = findDiffering(models);
  const inputs = new Map(
    models
      .map(({ name }) => name)
      .filter((name) => sent.has(name) && received.has(name))
      .filter((name) => differing.has(name))
      .map((name) => [name, freeName(`${name} (input)`, byName)]),
  );
  const toInput: TypeMapper = (type) => writable(type, inputs);
  return {
    ...modelSet,
    models: [
      ...models.map((model) => {
        if (received.has(model.name)) {
          return filterModel(model, "writeOnly", readable);
        }
        return sent.has(model.name)
          ? filterModel(model, "readOnly", toInput)
          : model;
      }),
      ...[...inputs].map(([name, input]): Model => {
        const model = filterModel(mustGet(byName, name), "readOnly", toInput);
        const label = `${model.label}_input`;
        return {
          ...model,
          name: input,
          label,
          origin: { kind: "input", of: name },
        };
      }),
    ],
    webhooks: mapWebhooks(webhooks, readable),
    operations: operations.map((operation) =>
      mapResponse(mapRequest(operation, toInput), readable),
    ),
  };
}

function readable(type: TypeExpr): TypeExpr {
  return type.kind === "object" ? without("writeOnly", type) : type;
}

function writable(
  type: TypeExpr,
  inputs: ReadonlyMap<string, string>,
): TypeExpr {
  if (type.kind === "object") return without("readOnly", type);
  const reference = type.kind === "withRequired" ? type.type : type;
  if (reference.kind !== "reference") return type;
  const input = inputs.get(reference.model);
  if (input === undefined) return type;
  const renamed = { ...reference, model: input };
  return type.kind === "withRequired" ? { ...type, type: renamed } : renamed;
}

function without<One extends Pick<InlineObjectType, "fields">>(
  flag: "readOnly" | "writeOnly",
  object: One,
): One {
  return object.fields.some((field) => field[flag])
    ? { ...object, fields: object.fields.filter((field) => !field[flag]) }
    : object;
}

/** Removes the fields with the flag from a model, and maps its types. */
function filterModel(
  model: Model,
  flag: "readOnly" | "writeOnly",
  mapper: TypeMapper,
): Model {
  const mapped = mapModel(model, mapper);
  return mapped.kind === "object" ? without(flag, mapped) : mapped;
}

/**
 * The models that differ between directions, themselves or through a model
 * they reference.
 */
function findDiffering(models: readonly Model[]): ReadonlySet<string> {
  const referrers = new Map<string, string[]>();
  for (const model of models) {
    for (const name of referencesOf(model)) {
      const names = referrers.get(name);
      if (names === undefined) referrers.set(name, [model.name]);
      else names.push(model.name);
    }
  }
  const differing = new Set<string>();
  const pending = models.filter(isDirected).map(({ name }) => name);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (differing.has(name)) continue;
    differing.add(name);
    pending.push(...(referrers.get(name) ?? []));
  }
  return differing;
}

function isDirectedOperation(operation: Operation): boolean {
  return [...requestTypes(operation), ...responseTypes(operation)].some(
    hasDirectedField,
  );
}

function mustGet(models: ReadonlyMap<string, Model>, name: string): Model {
  const model = models.get(name);
  if (model === undefined) throw new Error(`no model ${name}`);
  return model;
}
