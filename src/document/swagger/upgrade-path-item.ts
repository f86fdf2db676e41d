// A path item of Swagger 2.0 → one of OpenAPI 3.0. Body and form parameters of the
// path become request bodies of its operations.

import { isObject } from "../is-object.js";
import { appendPointer } from "../pointer.js";
import { setOwn } from "../set-own.js";
import { kindBelow } from "../walk-document.js";
import {
  childPart,
  entriesOf,
  listedParts,
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";
import {
  isBody,
  type ListedParameter,
  listParameter,
  nameOfBody,
  overrides,
  upgradeBody,
} from "./upgrade-body.js";
import { upgradeParameter } from "./upgrade-parameter.js";
import { upgradeResponse } from "./upgrade-response.js";
import { upgradePart, upgradeReference } from "./upgrade-value.js";

/** @see https://spec.openapis.org/oas/v2.0.html#path-item-object; `trace` is of 3.0. */
const methods: ReadonlySet<string> = new Set([
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "trace",
]);

export function upgradePathItem(
  part: SwaggerPart,
  context: UpgradeContext,
): unknown {
  if (!isObject(part.value)) return part.value;
  const parameters = listParameters(part, context);
  const made: Record<string, unknown> = {};
  for (const [key, child] of entriesOf(part, context)) {
    if (key === "parameters" && Array.isArray(child.value)) {
      made.parameters = upgradeParameters(parameters, context);
    } else if (methods.has(key) && isObject(child.value)) {
      const bodies = parameters.filter(isBody);
      setOwn(made, key, upgradeOperation(child, bodies, context));
    } else if (child.value !== null) {
      const kind = kindBelow("words", key, Array.isArray(child.value));
      setOwn(made, key, upgradePart(child, context, kind));
    }
  }
  if (typeof made.$ref === "string") {
    upgradeReference(made, made.$ref, context);
  }
  return moved(made, part, context);
}

const operationOnlyFields: ReadonlySet<string> = new Set([
  "consumes",
  "produces",
  "schemes",
]);

function upgradeOperation(
  part: SwaggerPart,
  pathBodies: readonly ListedParameter[],
  context: UpgradeContext,
): Record<string, unknown> {
  const own = listParameters(part, context);
  const inherited = pathBodies.filter(
    (body) => !own.some((parameter) => overrides(parameter, body)),
  );
  const produces = mediaTypes(part, "produces", context);
  const made: Record<string, unknown> = {};
  for (const [key, child] of entriesOf(part, context)) {
    if (operationOnlyFields.has(key) || child.value === null) continue;
    if (key === "parameters" && Array.isArray(child.value)) {
      made.parameters = upgradeParameters(own, context);
    } else if (key === "responses" && isObject(child.value)) {
      made.responses = upgradeResponses(child, produces, context);
    } else {
      const kind = kindBelow("words", key, Array.isArray(child.value));
      setOwn(made, key, upgradePart(child, context, kind));
    }
  }
  const bodies = [...inherited, ...own.filter(isBody)];
  const consumes = mediaTypes(part, "consumes", context);
  const body =
    referToBody(bodies, part, context) ??
    upgradeBody(bodies, consumes, context);
  if (body !== null) made.requestBody = body;
  return moved(made, part, context);
}

/** References a shared body, unless the operation has its own `consumes`. */
function referToBody(
  bodies: readonly ListedParameter[],
  { value: operation }: SwaggerPart,
  context: UpgradeContext,
): Record<string, unknown> | null {
  const [body] = bodies;
  const isAlone = body !== undefined && bodies.length === 1;
  if (!isAlone || body.fields.in !== "body") return null;
  const name = nameOfBody(body);
  const isUsual = isObject(operation) && operation.consumes === undefined;
  if (name === null || !isUsual) return null;
  const $ref = appendPointer("#/components/requestBodies", name);
  return moved({ $ref: $ref.replaceAll("%", "%25") }, body.listed, context);
}

function listParameters(
  holder: SwaggerPart,
  context: UpgradeContext,
): ListedParameter[] {
  const list = childPart(holder, "parameters", context);
  return listedParts(list, context).map((item) => listParameter(item, context));
}

function upgradeParameters(
  parameters: readonly ListedParameter[],
  context: UpgradeContext,
): unknown[] {
  return parameters
    .filter((parameter) => !isBody(parameter))
    .map(({ listed }) => upgradeParameter(listed, context));
}

function upgradeResponses(
  responses: SwaggerPart,
  produces: readonly string[],
  context: UpgradeContext,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, response] of entriesOf(responses, context)) {
    const upgraded = name.startsWith("x-")
      ? response.value
      : upgradeResponse(response, produces, context);
    setOwn(made, name, upgraded);
  }
  return moved(made, responses, context);
}

/** The media types of an operation: its own `consumes` or `produces`, else the document's. */
export function mediaTypes(
  operation: SwaggerPart,
  key: "consumes" | "produces",
  context: UpgradeContext,
): string[] {
  const own = childPart(operation, key, context).value;
  const listed = own ?? childPart(context.root, key, context).value;
  const names: unknown[] = Array.isArray(listed) ? listed : [listed];
  return names.filter((name) => typeof name === "string");
}
