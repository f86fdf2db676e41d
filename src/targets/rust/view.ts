// What the templates of this target receive. Names, types and escapes are settled
// here; order, keywords, punctuation and blank lines are the templates'.

import { looseShapes } from "./loose-view.js";

export const rustShapes = { ...looseShapes } as const;
