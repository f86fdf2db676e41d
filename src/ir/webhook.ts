// What a document sends of its own accord: webhooks, and callbacks of operations.

import type { Content } from "./operation.js";
import type { TypeExpr } from "./type-expr.js";
import { mapKept } from "./walk/map-kept.js";
import { mapContent } from "./walk/map-operation.js";
import type { TypeMapper } from "./walk/map-type.js";

export interface Webhook {
  /**
   * `newPet`, and of a callback the operation, its name and where it goes:
   * `subscribe onData {$request.body#/url}`. Other methods than POST stand before it.
   */
  readonly name: string;
  /** What the types within are named after. */
  readonly label: string;
  readonly description: string | null;
  readonly deprecated: boolean;
  /** What is received; null where nothing is. */
  readonly payload: Content | null;
}

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
