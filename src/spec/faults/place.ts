// Where a part of a document stands, written out only for what is reported.

import type { Place as InnerPlace } from "../walk-document.js";

/** The document itself where null. */
export type Place = InnerPlace | null;

export function below(above: Place, key: string | number): Place {
  return { above, key };
}
