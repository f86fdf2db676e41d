// Sample objects that a publisher provides.

import type { JsonObject } from "./json-value.js";

/** Samples by the names of their schemas: `charge → {"id": "ch_1", …}`. */
export type Samples = ReadonlyMap<string, JsonObject>;
