// Body and form parameters of Swagger 2.0 → a request body of OpenAPI 3.0.

import { isObject } from "../is-object.js";
import { parsePointer } from "../pointer.js";
import { setOwn } from "../set-own.js";
import {
  childPart,
  entriesOf,
  followPart,
  madeOf,
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";
import { schemaOf, schemaOfBody } from "./upgrade-parameter.js";
import { upgradePart } from "./upgrade-value.js";

/** A parameter in the list of an operation, and the target if it is a reference. */
export interface ListedParameter {
  readonly listed: SwaggerPart;
  readonly resolved: SwaggerPart;
  /** The fields of the parameter; empty for a dangling reference. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export function listParameter(
  listed: SwaggerPart,
  context: UpgradeContext,
): ListedParameter {
  const resolved = followPart(listed, context) ?? listed;
  const fields = isObject(resolved.value) ? resolved.value : {};
  return { listed, resolved, fields };
}

export function isBody({ fields }: ListedParameter): boolean {
  return fields.in === "body" || fields.in === "formData";
}

/** True if both are bodies, or have the same location and name. */
export function overrides(
  own: ListedParameter,
  inherited: ListedParameter,
): boolean {
  const places = [own.fields.in, inherited.fields.in];
  if (places.includes("body")) return isBody(own);
  return places[0] === places[1] && own.fields.name === inherited.fields.name;
}

/** Combines the body and form parameters of an operation into a request body. */
export function upgradeBody(
  bodies: readonly ListedParameter[],
  consumes: readonly string[],
  context: UpgradeContext,
): Record<string, unknown> | null {
  const forms = bodies.filter(({ fields }) => fields.in === "formData");
  if (forms.length > 0) return upgradeForm(forms, consumes, context);
  const [body] = bodies;
  return body === undefined
    ? null
    : upgradeBodyParameter(body.resolved, consumes, context);
}

/** The first body parameter wins; lint rules report others. */
export function upgradeBodyParameter(
  part: SwaggerPart,
  consumes: readonly string[],
  context: UpgradeContext,
): Record<string, unknown> {
  const types = consumes.length > 0 ? consumes : ["application/json"];
  const schema = schemaOfBody(part, context);
  const content = contentOf(types, () => ({ schema }));
  return madeOf({ ...bodyFields(part, context), content }, part, context);
}

export function contentOf(
  mediaTypes: Iterable<string>,
  mediaTypeOf: (name: string) => Record<string, unknown>,
): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const name of mediaTypes) setOwn(content, name, mediaTypeOf(name));
  return content;
}

function bodyFields(
  part: SwaggerPart,
  context: UpgradeContext,
): Record<string, unknown> {
  const kept = entriesOf(part, context).filter(
    ([key]) => /^(description|required)$/.test(key) || key.startsWith("x-"),
  );
  return Object.fromEntries(kept.map(([key, { value }]) => [key, value]));
}

function upgradeForm(
  forms: readonly ListedParameter[],
  consumes: readonly string[],
  context: UpgradeContext,
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  const required = new Set<string>();
  for (const { resolved, fields } of forms) {
    const name = String(fields.name);
    setOwn(properties, name, upgradeField(resolved, context));
    if (fields.required === true) required.add(name);
  }
  const schema = {
    type: "object",
    properties,
    ...(required.size > 0 && { required: [...required] }),
  };
  const multipart = "multipart/form-data";
  const type = consumes.includes(multipart)
    ? multipart
    : "application/x-www-form-urlencoded";
  const content = contentOf([type], () => ({ schema }));
  const made = { required: required.size > 0, content };
  const [first] = forms;
  return first === undefined ? made : madeOf(made, first.listed, context);
}

/** A form parameter → a property of the body's schema. */
function upgradeField(part: SwaggerPart, context: UpgradeContext): unknown {
  const schema = childPart(part, "schema", context);
  if (isObject(schema.value)) return upgradePart(schema, context);
  const made = schemaOf(part, context);
  for (const [key, child] of entriesOf(part, context)) {
    const isOwn = Object.hasOwn(made, key) || parameterWords.has(key);
    if (isOwn || child.value === null || key === "x-nullable") continue;
    setOwn(made, key, upgradePart(child, context));
  }
  return moved(made, part, context);
}

const parameterWords: ReadonlySet<string> = new Set([
  "allowEmptyValue",
  "collectionFormat",
  "in",
  "name",
  "required",
]);

/** The name of a shared body: `Animal` for a reference to `#/parameters/Animal`. */
export function nameOfBody({ listed }: ListedParameter): string | null {
  const ref = isObject(listed.value) ? listed.value.$ref : null;
  const tokens = typeof ref === "string" ? parsePointer(ref) : null;
  const isShared = tokens?.length === 2 && tokens[0] === "parameters";
  return isShared ? (tokens[1] ?? null) : null;
}
