// Samples of real objects, as a publisher gives them.

import type { JsonObject } from "./json-value.js";

/** By the names of schemas. */
export type Samples = ReadonlyMap<string, JsonObject>;
