// The dialect of documents that follow the OpenAPI specification and no
// publisher's conventions beyond it.

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
