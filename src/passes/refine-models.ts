// What can be said of types only once all models are known, put into them.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import { mapRequest, mapResponse } from "../ir/walk/map-operation.js";
import { mapWebhooks } from "../ir/webhook.js";
import {
  applyDiscriminators,
  type TooManyTags,
} from "./apply-discriminators.js";
import { createRequiredSettler, settleRequired } from "./settle-required.js";

export function refineModels(modelSet: ModelSet, report: Report): ModelSet {
  const settled = settleNames(modelSet);
  const reportTooMany = ({ count, example }: TooManyTags) =>
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
export function settleNames(modelSet: ModelSet): ModelSet {
  const settle = createRequiredSettler(modelSet.models);
  return {
    ...modelSet,
    models: settleRequired(modelSet.models),
    webhooks: mapWebhooks(modelSet.webhooks, settle),
    operations: modelSet.operations.map((operation) =>
      mapResponse(mapRequest(operation, settle), settle),
    ),
  };
}
