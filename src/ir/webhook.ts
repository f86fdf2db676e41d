// What a document sends of its own accord: webhooks, and callbacks of operations.

import type { Content } from "./operation.js";

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
