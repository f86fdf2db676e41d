import type { ModelSet } from "../model.js";
import { mapKept } from "./map-kept.js";
import { mapModel } from "./map-model.js";
import { mapRequest, mapResponse } from "./map-operation.js";
import type { TypeMapper } from "./map-type.js";
import { mapWebhooks } from "./map-webhooks.js";

/**
 * Maps every type of a model set, innermost first: of models, shared shapes,
 * operations and webhooks.
 */
export function mapModelSet(modelSet: ModelSet, mapper: TypeMapper): ModelSet {
  return {
    ...modelSet,
    models: mapKept(modelSet.models, (model) => mapModel(model, mapper)),
    shapes: mapKept(modelSet.shapes, (shape) => mapModel(shape, mapper)),
    operations: mapKept(modelSet.operations, (operation) =>
      mapResponse(mapRequest(operation, mapper), mapper),
    ),
    webhooks: mapWebhooks(modelSet.webhooks, mapper),
  };
}
