// One operation → another, each type in it put through a function.

import { mapFields, mapType, type TypeMapper } from "./map-type.js";
import type { Operation } from "./operation.js";

export function mapRequest(
  operation: Operation,
  mapper: TypeMapper,
): Operation {
  const { body, cookies, headers, pathParameters, query } = operation;
  return {
    ...operation,
    pathParameters: mapFields(pathParameters, mapper),
    query: mapFields(query, mapper),
    headers: mapFields(headers, mapper),
    cookies: mapFields(cookies, mapper),
    body: body === null ? null : { ...body, type: mapType(body.type, mapper) },
  };
}

export function mapResponse(
  operation: Operation,
  mapper: TypeMapper,
): Operation {
  const { error, response } = operation;
  return {
    ...operation,
    response:
      response === null
        ? null
        : { ...response, type: mapType(response.type, mapper) },
    error: error === null ? null : mapType(error, mapper),
  };
}
