// Parameters outside of the body, and headers: in Swagger 2.0 their schema keywords
// are among their own fields; in OpenAPI 3.0 they are below `schema`.

import { isObject } from "../is-object.js";
import { setOwn } from "../set-own.js";
import { kindBelow } from "../walk-document.js";
import {
  childPart,
  entriesOf,
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";
import { upgradePart } from "./upgrade-value.js";

/** @see https://spec.openapis.org/oas/v2.0.html#parameter-object */
const schemaWords: ReadonlySet<string> = new Set([
  "additionalProperties",
  "default",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "items",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "type",
  "uniqueItems",
  "x-nullable",
]);

/**
 * The serialization of arrays: `collectionFormat` → `style`. OpenAPI 3 has no
 * equivalent of `tsv`.
 * @see https://spec.openapis.org/oas/v3.0.4#style-values
 */
const styles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  multi: { style: "form", explode: true },
  pipes: { style: "pipeDelimited", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
};

export function upgradeParameter(
  part: SwaggerPart,
  context: UpgradeContext,
): unknown {
  if (!isObject(part.value) || part.value.$ref !== undefined) {
    return upgradePart(part, context);
  }
  const made = separateSchema(part, context);
  if (made.in === "path") made.required = true; // OpenAPI 3 requires it
  if (part.value.type === "array") {
    const { collectionFormat = "csv" } = part.value;
    const isForm = made.in === "query" || made.in === "formData";
    const csv = isForm
      ? { style: "form", explode: false }
      : { style: "simple" };
    Object.assign(made, styles[String(collectionFormat)] ?? csv);
  }
  return made;
}

/** Also accepts a header, which has no `name` and no `in`. */
export function separateSchema(
  part: SwaggerPart,
  context: UpgradeContext,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, child] of entriesOf(part, context)) {
    if (schemaWords.has(key) || key === "collectionFormat") continue;
    if (child.value === null && !key.startsWith("x-")) continue;
    const kind = kindBelow("words", key, Array.isArray(child.value));
    setOwn(made, newFields[key] ?? key, upgradePart(child, context, kind));
  }
  if (!isObject(made.schema)) made.schema = schemaOf(part, context);
  return moved(made, part, context);
}

/** Extensions for fields that only OpenAPI 3 has. */
const newFields: Readonly<Record<string, string>> = {
  "x-deprecated": "deprecated",
  "x-example": "example",
};

/** The schema keywords among the fields of a parameter; the default type is string. */
export function schemaOf(
  part: SwaggerPart,
  context: UpgradeContext,
): Record<string, unknown> {
  const words = isObject(part.value) ? part.value : {};
  const own = Object.entries(words).filter(([key]) => schemaWords.has(key));
  const value = withoutFormats({ type: "string", ...Object.fromEntries(own) });
  const made = upgradePart({ ...part, value }, context);
  return isObject(made) ? made : {};
}

/** Removes `collectionFormat`, which items of nested arrays can also have. */
function withoutFormats(
  schema: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { collectionFormat: _, ...kept } = schema;
  return isObject(kept.items)
    ? { ...kept, items: withoutFormats(kept.items) }
    : kept;
}

/** The schema of a parameter: below `schema` for a body, else the parameter's own fields. */
export function schemaOfBody(
  part: SwaggerPart,
  context: UpgradeContext,
): unknown {
  const schema = childPart(part, "schema", context);
  if (isObject(schema.value)) return upgradePart(schema, context);
  const hasType = isObject(part.value) && part.value.type !== undefined;
  return hasType ? schemaOf(part, context) : moved({}, part, context);
}
