// One cheap walk over a document before it is parsed, to find out which
// expensive steps it needs.

import { type KeyPath, walkDocument } from "../document/walk-document.js";

/** Facts that decide how a document is parsed. */
export interface Survey {
  /**
   * True if some schema references more than a named schema:
   * `#/…/properties/owner`, `#anchor`.
   */
  readonly refersDeeper: boolean;
  /** True if an operation contains a discriminator, which affects models. */
  readonly discriminatesInOperations: boolean;
}

export function surveyDocument(root: unknown): Survey {
  let refersDeeper = false;
  let discriminatesInOperations = false;
  walkDocument(root, (object, place, kind) => {
    if (kind !== "words") return;
    const ref = object.$ref ?? object.$dynamicRef;
    refersDeeper ||=
      typeof ref === "string" &&
      !schemaReference.test(ref) &&
      !isReferenceToPart(place);
    discriminatesInOperations ||=
      object.discriminator !== undefined && !isInSchemas(place);
  });
  return { refersDeeper, discriminatesInOperations };
}

const schemaReference = /^#\/components\/schemas\/[^/]+$/;

function isInSchemas([components, schemas]: KeyPath): boolean {
  return components === "components" && schemas === "schemas";
}

/**
 * Keys whose values are maps or lists of parts that are not schemas.
 * References of such parts do not point to schemas.
 */
const partMaps: ReadonlySet<unknown> = new Set([
  "callbacks",
  "content",
  "examples",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "paths",
  "requestBodies",
  "responses",
  "securitySchemes",
  "webhooks",
]);

/** Keys whose values are maps of schemas: a property may have the name `headers`. */
const schemaMaps: ReadonlySet<unknown> = new Set([
  "$defs",
  "definitions",
  "dependentSchemas",
  "patternProperties",
  "properties",
  "schemas",
]);

/** True if a part other than a schema is expected: `#/components/parameters/page`. */
function isReferenceToPart(place: KeyPath): boolean {
  const [above, container, key] = [place.at(-3), place.at(-2), place.at(-1)];
  if (key === "requestBody") return !schemaMaps.has(container);
  return (
    (partMaps.has(container) && !schemaMaps.has(above)) || above === "callbacks" // a path item, by its expression
  );
}
