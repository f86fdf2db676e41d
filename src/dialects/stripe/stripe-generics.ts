// The generic types of Stripe's document. OpenAPI has no generics, so that the
// document repeats their structure at every use.

import {
  genericField,
  genericObject,
  parameter,
  plainString,
} from "../../ir/query/generic-structures.js";
import type { Field, Generic } from "../../ir/type-expr.js";

/** @see https://docs.stripe.com/api/expanding_objects */
export const expandable: Generic = {
  name: "Expandable",
  parameters: ["T"],
  description:
    "The id of an object, or the object itself if the request expanded it.",
  type: {
    kind: "union",
    members: [parameter("constrained"), parameter(0)],
  },
  role: { kind: "expandable" },
  languages: {
    typescript: { check: "expandable", factory: "expandable" },
    rust: { type: "Expandable", variant: "Expandable" },
  },
};

/** @see https://docs.stripe.com/api/metadata "posting an empty value" */
export const emptyable: Generic = {
  name: "Emptyable",
  parameters: ["T"],
  description: 'A value to set, or `""` to clear the field.',
  type: {
    kind: "union",
    members: [parameter(0), { kind: "literal", value: "" }],
  },
  role: null,
  languages: { typescript: { check: "emptyable" } },
};

/** @see https://docs.stripe.com/api/metadata */
export const metadata: Generic = {
  name: "Metadata",
  parameters: [],
  description: "Key-value pairs that you attach to an object.",
  type: {
    kind: "map",
    keys: null,
    values: { kind: "parameter", of: "constrained" },
  },
  role: null,
  languages: {},
};

const data: Field = genericField(
  "data",
  { kind: "array", items: parameter(0) },
  "The objects on this page.",
);

const hasMore: Field = genericField(
  "has_more",
  { kind: "boolean" },
  "True if there are more objects after this page.",
);

const page = {
  kind: "page",
  ...{ items: "data", marker: "has_more", address: "url" },
} as const;

/** @see https://docs.stripe.com/api/pagination */
export const list: Generic = {
  name: "List",
  parameters: ["T"],
  description: "One page of a list.",
  type: genericObject([
    data,
    hasMore,
    genericField("object", { kind: "literal", value: "list" }, null),
    genericField("url", parameter("constrained"), "The URL of the list."),
  ]),
  role: page,
  languages: {
    typescript: { check: "list", factory: "list" },
    rust: { type: "List", variant: "List" },
  },
};

/** @see https://docs.stripe.com/api/pagination/search */
export const searchResult: Generic = {
  name: "SearchResult",
  parameters: ["T"],
  description: "One page of search results.",
  type: genericObject([
    data,
    hasMore,
    genericField(
      "next_page",
      plainString,
      "Pass it as `page` to get the next page; null on the last page.",
      { nullable: true },
    ),
    genericField("object", { kind: "literal", value: "search_result" }, null),
    genericField(
      "total_count",
      { kind: "number", integer: true, format: null },
      "The number of matches, if the request expanded it; exact up to 10,000.",
      { required: false, present: false },
    ),
    genericField("url", parameter("constrained"), "The URL of the search."),
  ]),
  role: page,
  languages: {
    typescript: { check: "searchResult", factory: "searchResult" },
    rust: { type: "SearchList", variant: "List" },
  },
};
