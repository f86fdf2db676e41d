import type { Operation } from "../operation.js";
import type { TypeExpr } from "../type-expr.js";

/** The types of all parameters of an operation, and of its request body. */
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

/** The types of an operation's success response and of its errors. */
export function responseTypes({ error, response }: Operation): TypeExpr[] {
  return [response?.type, error].filter((type) => type != null);
}
