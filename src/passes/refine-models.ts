// What can be said of types only once all models are known, put into them.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import { mapRequest, mapResponse } from "../ir/walk/map-operation.js";
import { mapWebhooks } from "../ir/webhook.js";
import {
  applyDiscriminators,
  type TooManyValues,
} from "./apply-discriminators.js";
import { createRequiredResolver, resolveRequired } from "./resolve-required.js";

export function refineModels(modelSet: ModelSet, report: Report): ModelSet {
  const settled = resolveNames(modelSet);
  const reportTooMany = ({ count, example }: TooManyValues) =>
    report(
      createDiagnostic(
        "discriminator/too-many-values",
        { file: modelSet.file },
        `${JSON.stringify(example)}, and ${count - 1} schemas more, are extended by too many others to list a value for each`,
      ),
    );
  return {
    ...settled,
    models: applyDiscriminators(
      settled.models,
      settled.discriminators,
      reportTooMany,
    ),
  };
}

/** Again after models have lost properties: what they have not, nothing can require. */
export function resolveNames(modelSet: ModelSet): ModelSet {
  const settle = createRequiredResolver(modelSet.models);
  return {
    ...modelSet,
    models: resolveRequired(modelSet.models),
    webhooks: mapWebhooks(modelSet.webhooks, settle),
    operations: modelSet.operations.map((operation) =>
      mapResponse(mapRequest(operation, settle), settle),
    ),
  };
}
