// One operation → a copy with every type mapped; the same object if no type
// changes. Request and response are separate, because some passes map them
// differently.

import type { Content, Operation } from "../operation.js";
import {
  mapFields,
  mapOptional,
  mapType,
  type TypeMapper,
} from "./map-type.js";

/** Maps the types of the parameters and of the request body. */
export function mapRequest(
  operation: Operation,
  mapper: TypeMapper,
): Operation {
  const pathParameters = mapFields(operation.pathParameters, mapper);
  const query = mapFields(operation.query, mapper);
  const headers = mapFields(operation.headers, mapper);
  const cookies = mapFields(operation.cookies, mapper);
  const body = mapContent(operation.body, mapper);
  return pathParameters === operation.pathParameters &&
    query === operation.query &&
    headers === operation.headers &&
    cookies === operation.cookies &&
    body === operation.body
    ? operation
    : { ...operation, pathParameters, query, headers, cookies, body };
}

/** Maps the types of the success response and of the errors. */
export function mapResponse(
  operation: Operation,
  mapper: TypeMapper,
): Operation {
  const response = mapContent(operation.response, mapper);
  const error = mapOptional(operation.error, mapper);
  return response === operation.response && error === operation.error
    ? operation
    : { ...operation, response, error };
}

/** Maps the type of a body; null stays null. */
export function mapContent(
  content: Content | null,
  mapper: TypeMapper,
): Content | null {
  if (content === null) return null;
  const type = mapType(content.type, mapper);
  return type === content.type ? content : { ...content, type };
}
