// The requests that an API sends to its users: webhooks, and callbacks of
// operations. Separate from operations, because the directions of their types
// are reversed.

import type { Content } from "./operation.js";

/** One request that the user of the types receives. */
export interface Webhook {
  /**
   * `newPet`; for a callback the operation, the callback and its address:
   * `subscribe onData {$request.body#/url}`. Methods other than POST come
   * first: `PUT newPet`.
   */
  readonly name: string;
  /** The base of generated names. */
  readonly label: string;
  readonly description: string | null;
  readonly deprecated: boolean;
  /** The body that the user receives; null if it is empty. */
  readonly payload: Content | null;
}
