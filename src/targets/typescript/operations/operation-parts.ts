// What an operation is sent → the types that are declared for it, each named
// after the operation and its part: `PostChargesParams`.

import type { Operation } from "../../../ir/operation.js";

/** In the order in which they are declared. */
export const operationParts = [
  "Params",
  "Query",
  "Path",
  "Headers",
  "Cookies",
] as const;

export type OperationPart = (typeof operationParts)[number];

/** Only these take up names. */
export function partsOf({
  body,
  cookies,
  headers,
  pathParameters,
  query,
}: Operation): readonly OperationPart[] {
  const parts: Readonly<Record<OperationPart, boolean>> = {
    // The body, or the query where there is no body.
    Params: body !== null || query.length > 0,
    Query: body !== null && query.length > 0,
    Path: pathParameters.length > 0,
    Headers: headers.length > 0,
    Cookies: cookies.length > 0,
  };
  return operationParts.filter((part) => parts[part]);
}
