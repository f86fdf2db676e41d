import type { TypeExpr } from "../type-expr.js";
import type { Webhook } from "../webhook.js";
import { mapKept } from "./map-kept.js";
import { mapContent } from "./map-operation.js";
import type { TypeMapper } from "./map-type.js";

/** Maps the types of all payloads; the same list if none changes. */
export function mapWebhooks(
  webhooks: readonly Webhook[],
  mapper: TypeMapper,
): readonly Webhook[] {
  return mapKept(webhooks, (webhook) => {
    const payload = mapContent(webhook.payload, mapper);
    return payload === webhook.payload ? webhook : { ...webhook, payload };
  });
}

/** The type of a webhook's payload, as a list with at most one item. */
export function typesOfWebhook({ payload }: Webhook): TypeExpr[] {
  return payload === null ? [] : [payload.type];
}
