import type { TypeExpr } from "../type-expr.js";
import type { Webhook } from "../webhook.js";
import { mapKept } from "./map-kept.js";
import { mapContent } from "./map-operation.js";
import type { TypeMapper } from "./map-type.js";

export function mapWebhooks(
  webhooks: readonly Webhook[],
  mapper: TypeMapper,
): readonly Webhook[] {
  return mapKept(webhooks, (webhook) => {
    const payload = mapContent(webhook.payload, mapper);
    return payload === webhook.payload ? webhook : { ...webhook, payload };
  });
}

/** The types of whatever is received. */
export function typesOfWebhook({ payload }: Webhook): TypeExpr[] {
  return payload === null ? [] : [payload.type];
}
