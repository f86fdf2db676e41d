// What an operation is sent → the types that are declared for it, each named
// after the operation and its part: `PostChargesParams`.

import type { Operation } from "../../model/operation.js";

export const operationParts = ["Params", "Path", "Query"] as const;

export type OperationPart = (typeof operationParts)[number];

/** Only these take up names. */
export function partsOf({
  body,
  pathParameters,
  query,
}: Operation): ReadonlySet<OperationPart> {
  const hasQuery = query.length > 0;
  const parts: Readonly<Record<OperationPart, boolean>> = {
    // The body, or the query where there is no body.
    Params: body !== null || hasQuery,
    Query: body !== null && hasQuery,
    Path: pathParameters.length > 0,
  };
  return new Set(operationParts.filter((part) => parts[part]));
}
