import type { ModelSet } from "../model.js";
import { mapKept } from "./map-kept.js";
import { mapModel } from "./map-model.js";
import { mapRequest, mapResponse } from "./map-operation.js";
import type { TypeMapper } from "./map-type.js";
import { mapWebhooks } from "./map-webhooks.js";

/** Each type of a model set put through a function, innermost first. */
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
