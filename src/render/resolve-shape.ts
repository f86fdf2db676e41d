// Follows the references of recursive shapes, so that a shape is one object however
// often it is reached: the check of templates compares shapes by identity.

import type { ViewShape } from "../targets/target.js";

/** A shape that is not a reference. */
export type ResolvedShape = Exclude<
  ViewShape,
  { readonly ref: () => ViewShape }
>;

/** Returns the shape that a reference stands for; any other shape as it is. */
export function resolveShape(shape: ViewShape): ResolvedShape {
  let resolved = shape;
  while (typeof resolved === "object" && "ref" in resolved) {
    resolved = resolved.ref();
  }
  return resolved;
}
