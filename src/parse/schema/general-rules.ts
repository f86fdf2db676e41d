// The rules for every OpenAPI document, as an ordered table. The first rule
// that applies to a schema determines its type.

import type { GeneralRule } from "./general-rule.js";
import { allOfRule } from "./rules/all-of-rule.js";
import { arrayRule } from "./rules/array-rule.js";
import { conjunctionRule } from "./rules/conjunction-rule.js";
import { enumRule } from "./rules/enum-rule.js";
import { objectRule } from "./rules/object-rule.js";
import { referenceRule } from "./rules/reference-rule.js";
import { scalarRule } from "./rules/scalar-rule.js";
import { typeArrayRule } from "./rules/type-array-rule.js";
import { unionRule } from "./rules/union-rule.js";

/** In order: combiners come before the keywords beside them. */
export const generalRules: readonly GeneralRule[] = [
  conjunctionRule,
  referenceRule,
  allOfRule,
  unionRule,
  enumRule,
  typeArrayRule,
  objectRule,
  arrayRule,
  scalarRule,
];
