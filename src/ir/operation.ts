// The operations of a document, independent of any language: the types of each
// request and of its responses.

import type { Field, TypeExpr } from "./type-expr.js";

/** One HTTP method of one path. */
export interface Operation {
  /** The document's `operationId`, or `GET /books` if it has none. */
  readonly id: string;
  /**
   * The base of generated names: the user's choice, else the `operationId`,
   * else `get /books`.
   */
  readonly label: string;
  /**
   * True if the document or the user named the operation; false if its label
   * is derived from its method and path.
   */
  readonly isNamed: boolean;
  /** In capitals: `POST`. */
  readonly method: string;
  /** With parameters in braces: `/v1/charges/{charge}`. */
  readonly path: string;
  readonly pointer: string;
  /** Markdown; null if the document has none, or an empty one. */
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** One field for each parameter in the braces of `path`; all are required. */
  readonly pathParameters: readonly Field[];
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  readonly cookies: readonly Field[];
  /**
   * The request body; null if the operation takes none, or an object without
   * properties.
   */
  readonly body: Content | null;
  /** The body of the success response; null if it is empty. */
  readonly response: Content | null;
  /** The type of all other responses' bodies; null if they are all empty. */
  readonly error: TypeExpr | null;
}

/** The body of a request or a response, of all its media types. */
export interface Content {
  /** False if the body may be missing. */
  readonly required: boolean;
  readonly type: TypeExpr;
}
