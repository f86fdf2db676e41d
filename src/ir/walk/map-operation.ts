// One operation → another, each type in it put through a function; the same operation
// where none of them changes.

import type { Content, Operation } from "../operation.js";
import {
  mapFields,
  mapOptional,
  mapType,
  type TypeMapper,
} from "./map-type.js";

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

export function mapContent(
  content: Content | null,
  mapper: TypeMapper,
): Content | null {
  if (content === null) return null;
  const type = mapType(content.type, mapper);
  return type === content.type ? content : { ...content, type };
}
