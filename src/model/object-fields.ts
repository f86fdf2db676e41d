// A type → the properties of the object that its values are, however it is put together.

import type { Model } from "./model.js";
import { objectParts } from "./object-parts.js";
import type { Field, TypeExpr } from "./type-expr.js";

/** The fields of whatever is an object in the end; null for all else. */
export function objectFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly Field[] | null {
  return objectParts(type, models)?.fields ?? null;
}
