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

/**
 * `shared` are the parameters of the path; the operation's own parameters
 * override them.
 */
export function readOperation(
  method: string,
  path: string,
  part: Part,
  shared: readonly Parameter[],
  context: OperationContext,
): Operation {
  const { raw, pointer } = part;
  const own = readParameters([part], context);
  const overridden = new Set(own.map(identityOf));
  const parameters = [
    ...shared.filter((one) => !overridden.has(identityOf(one))),
    ...own,
  ];
  const fieldsIn = (location: Parameter["place"]) =>
    parameters
      .filter((one) => one.place === location)
      .map(({ field }) => field);
  const { id, isNamed, label } = readId(raw.operationId, method, path);
  const responses = `${pointer}/responses`;
  const { error, response } = readResponses(raw.responses, responses, context);
  // Fields are written out, because spreading objects with this many fields is
  // slow.
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

/**
 * The `operationId`. Without one, the id is `GET /books/{id}`, and the label
 * is `get /books/{id}`, from which targets derive `GetBooksId`.
 */
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
