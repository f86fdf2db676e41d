import type { Model } from "../model.js";

/** A model that is named after its place, as it has no name in the document. */
export function isPlace({ name, pointer }: Model): boolean {
  return name === pointer;
}
