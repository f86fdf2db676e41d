// Every location in a model set where a type may stand, each in a set of its own: what
// walks or asks a model set must see all of them.

import type { ModelSet, ObjectModel } from "../../../src/ir/model.js";
import type { Operation } from "../../../src/ir/operation.js";
import type { Field, TypeExpr } from "../../../src/ir/type-expr.js";

export const text: TypeExpr = { kind: "string", format: null };

export function field(
  name: string,
  type: TypeExpr,
  more: Partial<Field> = {},
): Field {
  return {
    ...{ name, type, pointer: `#/${name}`, description: null },
    ...{ required: true, nullable: false, present: true, deprecated: false },
    ...{ default: null, readOnly: false, writeOnly: false },
    ...more,
  };
}

export function object(
  fields: readonly Field[],
  additional: TypeExpr | null = null,
): TypeExpr {
  return {
    ...{ kind: "object", fields, additional, pointer: "#/object" },
    ...{ description: null, title: null },
  };
}

export function model(
  name: string,
  fields: readonly Field[],
  additional: TypeExpr | null = null,
): ObjectModel {
  return {
    ...{
      kind: "object",
      name,
      label: name,
      pointer: `#/components/schemas/${name}`,
    },
    ...{ origin: { kind: "schema", schema: name }, description: null },
    ...{ deprecated: false, fields, additional, absent: [] },
  };
}

export const operation: Operation = {
  ...{ id: "doIt", label: "doIt", isNamed: true, method: "POST", path: "/do" },
  ...{ pointer: "#/paths/~1do/post", description: null, deprecated: false },
  ...{ tags: [], pathParameters: [], query: [], headers: [], cookies: [] },
  ...{ body: null, response: null, error: null },
};

export function modelSet(parts: Partial<ModelSet>): ModelSet {
  return {
    ...{ file: "a.yaml", models: [], discriminators: [], operations: [] },
    ...{
      webhooks: [],
      shapes: [],
      expandLevels: 0,
      formStyle: null,
      events: null,
    },
    ...{ samples: new Map(), idPrefixes: new Map(), patterns: [] },
    ...{ version: null, verbatim: null },
    ...parts,
  };
}

/** Location of a type within another type. */
export const typesAround: Readonly<
  Record<string, (type: TypeExpr) => TypeExpr>
> = {
  itself: (type) => type,
  "items of an array": (items) => ({ kind: "array", items }),
  "an item of a tuple": (type) => ({
    kind: "tuple",
    items: [type],
    rest: null,
  }),
  "the rest of a tuple": (rest) => ({ kind: "tuple", items: [], rest }),
  "values of a map": (values) => ({
    kind: "map",
    keys: null,
    values,
  }),
  "an argument of a generic": (type) => ({
    kind: "generic",
    generic: {
      ...{ name: "Page", parameters: ["T"], description: "A page." },
      type: object([field("items", { kind: "parameter", of: 0 })]),
      ...{ role: null, languages: {} },
    },
    args: [type],
  }),
  "beside null": (type) => ({ kind: "nullable", type }),
  "a member of a union": (type) => ({ kind: "union", members: [text, type] }),
  "a member of an intersection": (type) => ({
    kind: "intersection",
    members: [object([]), type],
  }),
  "a property of an inline object": (type) => object([field("inner", type)]),
  "other properties of an inline object": (type) => object([], type),
};

/** Location of a type in a model: of what is declared. */
export const inModels: Readonly<
  Record<string, (type: TypeExpr) => Partial<ModelSet>>
> = {
  "a property": (type) => ({ models: [model("holder", [field("it", type)])] }),
  "other properties": (type) => ({
    models: [model("holder", [field("a", text)], type)],
  }),
  "an alias": (type) => {
    const { kind, fields, additional, absent, ...base } = model("holder", []);
    return { models: [{ ...base, kind: "alias", type }] };
  },
};

/** Location of a type in requests, in responses and in what is received unasked. */
export const inRequests: Readonly<
  Record<string, (type: TypeExpr) => Partial<ModelSet>>
> = {
  "a path parameter": (type) => ({
    operations: [{ ...operation, pathParameters: [field("it", type)] }],
  }),
  "a query parameter": (type) => ({
    operations: [{ ...operation, query: [field("it", type)] }],
  }),
  "a header": (type) => ({
    operations: [{ ...operation, headers: [field("it", type)] }],
  }),
  "a cookie": (type) => ({
    operations: [{ ...operation, cookies: [field("it", type)] }],
  }),
  "a body": (type) => ({
    operations: [{ ...operation, body: { required: true, type } }],
  }),
  "a shared parameter": (type) => ({
    shapes: [model("holder", [field("it", type)])],
  }),
  "other properties of a shared parameter": (type) => ({
    shapes: [model("holder", [], type)],
  }),
};

export const inResponses: Readonly<
  Record<string, (type: TypeExpr) => Partial<ModelSet>>
> = {
  "a response": (type) => ({
    operations: [{ ...operation, response: { required: true, type } }],
  }),
  "an error": (type) => ({ operations: [{ ...operation, error: type }] }),
  "a webhook": (type) => ({
    webhooks: [
      {
        ...{
          name: "hook",
          label: "hook",
          description: null,
          deprecated: false,
        },
        payload: { required: true, type },
      },
    ],
  }),
};
