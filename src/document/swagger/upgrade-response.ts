// A response of Swagger 2.0, with one schema for all media types → one of OpenAPI
// 3.0, with a schema per media type.

import { isObject } from "../is-object.js";
import { setOwn } from "../set-own.js";
import { kindBelow } from "../walk-document.js";
import {
  childPart,
  entriesOf,
  madeOf,
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";
import { contentOf } from "./upgrade-body.js";
import { separateSchema } from "./upgrade-parameter.js";
import { upgradePart } from "./upgrade-value.js";

export function upgradeResponse(
  part: SwaggerPart,
  produces: readonly string[],
  context: UpgradeContext,
): unknown {
  if (part.value === null) return moved({}, part, context);
  if (!isObject(part.value) || part.value.$ref !== undefined) {
    return upgradePart(part, context);
  }
  const made: Record<string, unknown> = {};
  for (const [key, child] of entriesOf(part, context)) {
    if (["schema", "examples", "headers"].includes(key)) continue;
    if (child.value === null && !key.startsWith("x-")) continue;
    const kind = kindBelow("words", key, Array.isArray(child.value));
    setOwn(made, key, upgradePart(child, context, kind));
  }
  const content = upgradeContent(part, produces, context);
  if (content !== null) made.content = content;
  const headers = upgradeHeaders(part, context);
  if (headers !== null) made.headers = headers;
  return moved(made, part, context);
}

/** Null for a response without a body. */
function upgradeContent(
  part: SwaggerPart,
  produces: readonly string[],
  context: UpgradeContext,
): Record<string, unknown> | null {
  const described = childPart(part, "schema", context);
  const examples = childPart(part, "examples", context);
  const hasSchema = described.value !== undefined && described.value !== null;
  const examplesOf = isObject(examples.value) ? examples.value : {};
  const produced = produces.length > 0 ? produces : ["*/*"];
  const types = [
    ...(hasSchema ? produced : []),
    ...Object.keys(examplesOf).filter((name) => !name.startsWith("x-")),
  ];
  if (types.length === 0) return null;
  const schema = hasSchema && upgradePart(described, context);
  const content = contentOf(types, (name) => ({
    ...(hasSchema && { schema }),
    ...(Object.hasOwn(examplesOf, name) && {
      examples: { response: { value: examplesOf[name] } },
    }),
  }));
  return madeOf(content, hasSchema ? described : examples, context);
}

function upgradeHeaders(
  part: SwaggerPart,
  context: UpgradeContext,
): Record<string, unknown> | null {
  const headers = childPart(part, "headers", context);
  if (!isObject(headers.value)) return null;
  const made: Record<string, unknown> = {};
  for (const [name, header] of entriesOf(headers, context)) {
    const isReference = isObject(header.value) && "$ref" in header.value;
    const upgrade = isReference ? upgradePart : separateSchema;
    setOwn(made, name, upgrade(header, context));
  }
  return moved(made, headers, context);
}
