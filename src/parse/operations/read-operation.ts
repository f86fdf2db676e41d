// One method of one path → an operation.

import type { Operation } from "../../ir/operation.js";
import type { Part } from "./create-part-reader.js";
import { describePart } from "./describe-part.js";
import { matchPath } from "./match-path.js";
import type { OperationContext } from "./operation-context.js";
import { readBody } from "./read-body.js";
import {
  identityOf,
  type Parameter,
  readParameters,
} from "./read-parameters.js";
import { readResponses } from "./read-responses.js";

/** `shared` are the parameters of the path, of which an operation may have its own. */
export function readOperation(
  method: string,
  path: string,
  part: Part,
  shared: readonly Parameter[],
  context: OperationContext,
): Operation {
  const { raw, pointer } = part;
  const own = readParameters([part], context);
  const owned = new Set(own.map(identityOf));
  const parameters = [
    ...shared.filter((one) => !owned.has(identityOf(one))),
    ...own,
  ];
  const fieldsIn = (place: Parameter["place"]) =>
    parameters.filter((one) => one.place === place).map(({ field }) => field);
  const { id, isNamed, label } = readId(raw.operationId, method, path);
  const responses = `${pointer}/responses`;
  const { error, response } = readResponses(raw.responses, responses, context);
  // Each field by its name: objects of so many fields are slow to spread into.
  return {
    id,
    label,
    isNamed,
    method,
    path,
    pointer,
    description: describePart(raw, context.dialect),
    deprecated: raw.deprecated === true,
    tags: Array.isArray(raw.tags)
      ? raw.tags.filter((tag) => typeof tag === "string")
      : [],
    pathParameters: matchPath(path, fieldsIn("path"), pointer, context),
    query: fieldsIn("query"),
    headers: fieldsIn("header"),
    cookies: fieldsIn("cookie"),
    body: readBody(
      raw.requestBody,
      `${pointer}/requestBody`,
      "request",
      context,
    ),
    response,
    error,
  };
}

/** Without an id: `GET /books/{id}`, and `GetBooksId` is made of it. */
function readId(
  id: unknown,
  method: string,
  path: string,
): Pick<Operation, "id" | "isNamed" | "label"> {
  return typeof id === "string" && id.trim() !== ""
    ? { id, label: id, isNamed: true }
    : {
        id: `${method} ${path}`,
        label: `${method.toLowerCase()} ${path}`,
        isNamed: false,
      };
}
