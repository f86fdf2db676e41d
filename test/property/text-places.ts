// A document → the places in it where a text of its author's stands, and the document
// with other texts in some of them.

import { appendPointer, parsePointer } from "../../src/document/pointer.js";
import type { JsonValue } from "../../src/ir/json-value.js";
import { isJsonObject } from "../../src/ir/json-value.js";

export interface TextPlace {
  /** The pointer to the value, or to the value of the key. */
  readonly pointer: string;
  readonly kind: "key" | "value";
  readonly text: string;
}

/** Keys that the specifications define; all others are the author's. */
const keywords: ReadonlySet<string> = new Set(
  `$anchor $comment $defs $dynamicRef $id $ref $schema additionalOperations
  additionalProperties allOf anyOf apiKey authorizationUrl bearerFormat callbacks
  clientCredentials components const contact content contentEncoding contentMediaType
  contentType cookie default dependentRequired dependentSchemas deprecated description
  discriminator else email encoding enum example examples exclusiveMinimum explode
  externalDocs externalValue flows format get head header headers identifier if in info
  items jsonSchemaDialect license links mapping maxLength maximum minLength minimum name
  namespace nullable oneOf openapi openIdConnectUrl operationId operationRef parameters
  patch path pathItems paths pattern patternProperties post prefix prefixItems properties
  propertyName propertyNames put query readOnly requestBodies requestBody required
  responses schema schemas scheme schemes scopes security securitySchemes server servers
  style summary tags termsOfService then title tokenUrl type url value variables version
  webhooks writeOnly xml
  x-enum-descriptions x-enum-varnames x-expandableFields x-expansionResources x-ms-enum
  x-ms-discriminator-value x-resourceId x-stripeEvent x-stripeSpecFilename
  x-webhooks`.split(/\s+/),
);

/** Keywords whose value has keys of the author's, whatever they are called. */
const maps: ReadonlySet<string> = new Set(
  `$defs additionalOperations callbacks const content default dependentRequired
  dependentSchemas encoding example examples headers links mapping pathItems paths
  patternProperties properties requestBodies responses schemas scopes
  securitySchemes variables webhooks x-enum-descriptions x-enum-varnames x-webhooks`.split(
    /\s+/,
  ),
);

export function findTextPlaces(document: JsonValue): TextPlace[] {
  const places: TextPlace[] = [];
  const visit = (value: JsonValue, pointer: string, isMap: boolean): void => {
    if (typeof value === "string") {
      places.push({ pointer, kind: "value", text: value });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, appendPointer(pointer, index), false);
      });
    } else if (isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const at = appendPointer(pointer, key);
        const isText = isMap || !keywords.has(key);
        if (isText) places.push({ pointer: at, kind: "key", text: key });
        visit(inner, at, !isText && maps.has(key));
      }
    }
  };
  visit(document, "#", false);
  return places;
}

/** Place → the text to put there. */
export type Replacements = ReadonlyMap<TextPlace, string>;

/** References follow the keys that they lead over, as they would in a whole document. */
export function putTexts(
  document: JsonValue,
  replacements: Replacements,
): JsonValue {
  const of = (kind: TextPlace["kind"]) =>
    new Map(
      [...replacements]
        .filter(([place]) => place.kind === kind)
        .map(([{ pointer }, text]) => [pointer, text]),
    );
  const [keys, values] = [of("key"), of("value")];
  const visit = (value: JsonValue, pointer: string): JsonValue => {
    if (typeof value === "string") {
      return values.get(pointer) ?? renameReference(value, keys);
    }
    if (Array.isArray(value)) {
      return value.map((item, at) => visit(item, appendPointer(pointer, at)));
    }
    if (!isJsonObject(value)) return value;
    // By entries: `__proto__` is a key like any other.
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const at = appendPointer(pointer, key);
        return [keys.get(at) ?? key, visit(inner, at)];
      }),
    );
  };
  return visit(document, "#");
}

function renameReference(
  text: string,
  keys: ReadonlyMap<string, string>,
): string {
  const tokens = keys.size === 0 ? null : parsePointer(text);
  if (tokens === null) return text;
  let original = "#";
  let renamed = "#";
  for (const token of tokens) {
    original = appendPointer(original, token);
    const own = keys.get(original) ?? token;
    renamed = appendPointer(renamed, own.replaceAll("%", "%25"));
  }
  return renamed;
}
