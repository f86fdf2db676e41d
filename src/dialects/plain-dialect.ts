// The dialect of documents without a publisher's conventions: only the OpenAPI
// specification applies.

import type { Dialect } from "./dialect.js";

export const plainDialect: Dialect = {
  name: "plain",
  recognises: () => true,
  rules: [],
  opensEnums: false,
  titlesNameShapes: false,
  expandLevels: 0,
  formStyle: null,
  typesPackage: null,
  isPresent: ({ required }) => required,
  relate: (models) => models,
  idPrefix: () => null,
  describe: (text) => text,
  listEvents: () => null,
};
