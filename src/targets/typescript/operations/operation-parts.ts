// The parts of a request. Each one becomes a type, named after the operation and
// the part: `PostChargesParams`.

import type { Operation } from "../../../ir/operation.js";

/** In the order of their declarations. */
export const operationParts = [
  "Params",
  "Query",
  "Path",
  "Headers",
  "Cookies",
] as const;

export type OperationPart = (typeof operationParts)[number];

/** The parts that the operation has. */
export function partsOf({
  body,
  cookies,
  headers,
  pathParameters,
  query,
}: Operation): readonly OperationPart[] {
  const parts: Readonly<Record<OperationPart, boolean>> = {
    // The body, or the query if there is no body.
    Params: body !== null || query.length > 0,
    Query: body !== null && query.length > 0,
    Path: pathParameters.length > 0,
    Headers: headers.length > 0,
    Cookies: cookies.length > 0,
  };
  return operationParts.filter((part) => parts[part]);
}
