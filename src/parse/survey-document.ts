// One cheap walk over a document, before it is parsed: whether it needs what costs time.

import { type KeyPath, walkDocument } from "../document/walk-document.js";

/** What decides how a document is parsed. */
export interface Survey {
  /** Some schema refers to more than the name of another: `#/…/properties/owner`, `#anchor`. */
  readonly refersDeeper: boolean;
  /** Some discriminator stands in an operation, from where it changes models. */
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
      object.discriminator !== undefined && !isSchema(place);
  });
  return { refersDeeper, discriminatesInOperations };
}

const schemaReference = /^#\/components\/schemas\/[^/]+$/;

function isSchema([components, schemas]: KeyPath): boolean {
  return components === "components" && schemas === "schemas";
}

/** What stands under these, in a list or by name, is no schema, and neither is a reference there. */
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

/** Under these, keys are the names of schemas: a property may be called `headers`. */
const schemaMaps: ReadonlySet<unknown> = new Set([
  "$defs",
  "definitions",
  "dependentSchemas",
  "patternProperties",
  "properties",
  "schemas",
]);

/** `#/components/parameters/page`, where a parameter is expected. */
function isReferenceToPart(place: KeyPath): boolean {
  const [above, container, key] = [place.at(-3), place.at(-2), place.at(-1)];
  if (key === "requestBody") return !schemaMaps.has(container);
  return (
    (partMaps.has(container) && !schemaMaps.has(above)) || above === "callbacks" // a path item, by its expression
  );
}
