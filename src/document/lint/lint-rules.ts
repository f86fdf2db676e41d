// The table of lint rules. Their order is the order of the reports.

import { arrayWithoutItems } from "./array-without-items.js";
import { collectionFormat } from "./collection-format.js";
import { fileMediaType } from "./file-media-type.js";
import type { LintRule } from "./lint-rule.js";
import { optionalPathParameter } from "./optional-path-parameter.js";
import { parameterLocation } from "./parameter-location.js";
import { repeatedOperationId } from "./repeated-operation-id.js";
import { repeatedPlaceholder } from "./repeated-placeholder.js";
import { requestBodies } from "./request-bodies.js";
import { schemaOfVersion } from "./schema-of-version.js";
import { simpleTypes } from "./simple-types.js";
import { undeclaredRequired } from "./undeclared-required.js";
import { wrongInfo } from "./wrong-info.js";

export const lintRules: readonly LintRule[] = [
  wrongInfo,
  repeatedPlaceholder,
  repeatedOperationId,
  parameterLocation,
  optionalPathParameter,
  requestBodies,
  fileMediaType,
  // Types and schemas.
  simpleTypes,
  collectionFormat,
  arrayWithoutItems,
  schemaOfVersion,
  undeclaredRequired,
];
