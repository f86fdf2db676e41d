// What a document lets a client do: its operations, in no language's terms.

import type { Field, TypeExpr } from "./type-expr.js";

/** One method of one path. */
export interface Operation {
  /** The document's `operationId`, or `GET /books` where it has none. */
  readonly id: string;
  /** What generated names are made of: the id, unless the user chose another. */
  readonly label: string;
  /** Whether the document or the user named it, and not just its method and path. */
  readonly isNamed: boolean;
  /** In capitals: `POST`. */
  readonly method: string;
  /** With its parameters in braces: `/v1/charges/{charge}`. */
  readonly path: string;
  readonly pointer: string;
  /** Markdown; null where the document has none or an empty one. */
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** What takes the place of the braces in `path`; all of them are needed. */
  readonly pathParameters: readonly Field[];
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  readonly cookies: readonly Field[];
  /** Null where nothing may be sent: a body without properties is none. */
  readonly body: Content | null;
  /** What a request that succeeds is answered with; null where that has no content. */
  readonly response: Content | null;
  /** What any other answer holds, if it holds anything; null where none does. */
  readonly error: TypeExpr | null;
}

export interface Content {
  /** Whether there always is some. */
  readonly required: boolean;
  readonly type: TypeExpr;
}
