// Parts of a Swagger 2.0 document that keep their structure, mainly schemas → the same
// with the keywords of OpenAPI 3.0. Examples, defaults and extensions do not change.

import { isObject } from "../is-object.js";
import { parsePointer } from "../pointer.js";
import { setOwn } from "../set-own.js";
import { kindBelow, type ObjectKind } from "../walk-document.js";
import {
  moved,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";

/** A copy of the part, with its origin. `kind` is the kind of its keys: keywords or names. */
export function upgradePart(
  part: SwaggerPart,
  context: UpgradeContext,
  kind: ObjectKind = "words",
): unknown {
  const made = upgradeValue(part.value, kind, context);
  const isMoved = typeof made === "object" && made !== null && kind !== "data";
  return isMoved ? moved(made, part, context) : made;
}

function upgradeValue(
  value: unknown,
  kind: ObjectKind,
  context: UpgradeContext,
): unknown {
  if (typeof value !== "object" || value === null || kind === "data") {
    return value;
  }
  const made = Array.isArray(value)
    ? value.map((item: unknown) => upgradeValue(item, kind, context))
    : upgradeObject(value as Record<string, unknown>, kind, context); // not a list
  const origin = context.origins.get(value);
  if (origin !== undefined) context.origins.set(made, origin);
  return made;
}

function upgradeObject(
  object: Readonly<Record<string, unknown>>,
  kind: ObjectKind,
  context: UpgradeContext,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(object)) {
    const key = kind === "words" ? upgradedKey(written, value) : written;
    if (value === null && kind === "words" && !mayBeNull(key)) continue;
    const below = kindBelow(kind, key, Array.isArray(value));
    // `note:` without a value is a property without a schema.
    const child = value === null && kind === "names" ? {} : value;
    setOwn(made, key, upgradeValue(child, below, context));
  }
  return kind === "words" ? upgradeWords(made, context) : made;
}

/** Extensions for keywords of OpenAPI 3, which converters write and read. */
const wordsOfExtensions: Readonly<Record<string, string>> = {
  "x-anyOf": "anyOf",
  "x-not": "not",
  "x-oneOf": "oneOf",
};

function upgradedKey(key: string, value: unknown): string {
  if (key === "x-nullable" && typeof value === "boolean") return "nullable";
  if (key === "x-discriminator" && isObject(value)) return "discriminator";
  return (typeof value === "object" && wordsOfExtensions[key]) || key;
}

function mayBeNull(key: string): boolean {
  return key.startsWith("x-") || ["default", "example"].includes(key);
}

/** Rewrites an object that was made for this upgrade. */
function upgradeWords(
  made: Record<string, unknown>,
  context: UpgradeContext,
): Record<string, unknown> {
  const { discriminator, enum: values, items, type, $ref } = made;
  if (typeof discriminator === "string") {
    made.discriminator = { propertyName: discriminator };
  }
  if (type === "file")
    Object.assign(made, { type: "string", format: "binary" });
  if (Array.isArray(values) && values.includes(null)) {
    made.enum = values.filter((value) => value !== null);
    made.nullable = true;
  }
  if (Array.isArray(items)) {
    made.items = items.length === 0 ? {} : { anyOf: items };
    context.origins.set(items, "holder"); // `items/anyOf/0` is `items/0`
  }
  upgradeMapping(made);
  if (typeof $ref === "string") upgradeReference(made, $ref, context);
  return made;
}

/** `x-discriminator: {mapping: {cat: "#/definitions/Cat"}}` */
function upgradeMapping({ discriminator }: Record<string, unknown>): void {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  const { mapping } = discriminator;
  for (const [name, ref] of Object.entries(mapping)) {
    if (typeof ref === "string") setOwn(mapping, name, moveReference(ref));
  }
}

const newAreas: readonly (readonly [string, string])[] = [
  ["#/definitions/", "#/components/schemas/"],
  ["#/parameters/", "#/components/parameters/"],
  ["#/responses/", "#/components/responses/"],
];

/** `#/definitions/Pet → #/components/schemas/Pet` */
export function moveReference(ref: string): string {
  for (const [from, to] of newAreas) {
    if (ref.startsWith(from)) return to + ref.slice(from.length);
  }
  return ref;
}

/** Rewrites the reference in an object that was made for this upgrade. */
export function upgradeReference(
  holder: Record<string, unknown>,
  ref: string,
  { deepReferences }: UpgradeContext,
): void {
  holder.$ref = moveReference(ref);
  const tokens = parsePointer(ref);
  if (tokens === null) return;
  if (holder.$ref === ref || tokens.length > 2) {
    deepReferences.push({ holder, ref });
  }
}
