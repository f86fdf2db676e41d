// Stripe's conventions beyond OpenAPI: its extension keywords, and patterns that
// its document follows everywhere.

import type { Dialect } from "../dialect.js";
import { absoluteLinks } from "./absolute-links.js";
import { emptyableRule } from "./emptyable-rule.js";
import { expandableRule } from "./expandable-rule.js";
import { htmlToMarkdown } from "./html-to-markdown.js";
import { idPrefix } from "./id-prefix.js";
import { isPresent } from "./is-present.js";
import { listEvents } from "./list-events.js";
import { listRule } from "./list-rule.js";
import { metadataRule } from "./metadata-rule.js";
import { relateDeleted } from "./relate-deleted.js";
import { stripeTypesPackage } from "./stripe-types-package.js";

export const stripeDialect: Dialect = {
  name: "stripe",
  recognises: ({ info }) =>
    typeof info === "object" &&
    info !== null &&
    Object.keys(info).some((key) => key.startsWith("x-stripe")),
  rules: [expandableRule, listRule, metadataRule, emptyableRule],
  // Stripe may add values without a new API version: https://docs.stripe.com/upgrades
  opensEnums: true,
  titlesNameShapes: true,
  // https://docs.stripe.com/expand#limitations
  expandLevels: 4,
  formStyle: "brackets",
  isPresent,
  typesPackage: stripeTypesPackage,
  relate: relateDeleted,
  idPrefix,
  describe: (text) => absoluteLinks(htmlToMarkdown(text)),
  listEvents,
};
