import type { Operation } from "../operation.js";
import type { TypeExpr } from "../type-expr.js";

/** The types of what a request is made of. */
export function requestTypes({
  body,
  cookies,
  headers,
  pathParameters,
  query,
}: Operation): TypeExpr[] {
  const fields = [...pathParameters, ...query, ...headers, ...cookies];
  return [...fields.map(({ type }) => type), ...(body ? [body.type] : [])];
}

/** The types of whatever may come back. */
export function responseTypes({ error, response }: Operation): TypeExpr[] {
  return [response?.type, error].filter((type) => type != null);
}
