// Short forms of models, fields and model sets. A test states the properties that matter
// to it; all others have the value of a document that does not mention them.

import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type {
  AliasModel,
  ModelSet,
  ObjectModel,
} from "../../../src/ir/model.js";
import type { Operation } from "../../../src/ir/operation.js";
import type {
  EnumType,
  Field,
  InlineObjectType,
  LiteralValue,
  NumberType,
  ReferenceType,
  StringType,
  TypeExpr,
} from "../../../src/ir/type-expr.js";
import type { Webhook } from "../../../src/ir/webhook.js";

export const text: StringType = { kind: "string", format: null };
export const integer: NumberType = {
  kind: "number",
  integer: true,
  format: null,
};
export const anything: TypeExpr = { kind: "anyValue" };

export const literal = (value: LiteralValue): TypeExpr => ({
  kind: "literal",
  value,
});
export const arrayOf = (items: TypeExpr): TypeExpr => ({
  kind: "array",
  items,
});
export const refTo = (model: string): ReferenceType => ({
  kind: "reference",
  model,
});
export const allOf = (...members: readonly TypeExpr[]): TypeExpr => ({
  kind: "intersection",
  members,
});
export const anyOf = (...members: readonly TypeExpr[]): TypeExpr => ({
  kind: "union",
  members,
});
export const enumOf = (
  values: readonly LiteralValue[],
  more: Partial<EnumType> = {},
): EnumType => ({ kind: "enum", values, open: false, notes: null, ...more });

/** An optional property. */
export function field(
  name: string,
  type: TypeExpr = text,
  more: Partial<Field> = {},
): Field {
  return {
    name,
    type,
    pointer: `#/${name}`,
    description: null,
    required: false,
    nullable: false,
    present: more.required ?? false,
    deprecated: false,
    default: null,
    readOnly: false,
    writeOnly: false,
    ...more,
  };
}

export const required = (name: string, type: TypeExpr = text): Field =>
  field(name, type, { required: true });

/** An object that is declared where it is used. */
export function inlineObject(
  fields: readonly Field[],
  more: Partial<InlineObjectType> = {},
): InlineObjectType {
  return {
    kind: "object",
    fields,
    additional: null,
    pointer: "#/inline",
    description: null,
    title: null,
    ...more,
  };
}

function schemaModel(name: string) {
  return {
    name,
    label: name,
    origin: { kind: "schema", schema: name },
    pointer: `#/components/schemas/${name}`,
    description: null,
    deprecated: false,
  } as const;
}

export function objectModel(
  name: string,
  fields: readonly Field[],
  more: Partial<ObjectModel> = {},
): ObjectModel {
  return {
    ...schemaModel(name),
    kind: "object",
    fields,
    additional: null,
    absent: [],
    ...more,
  };
}

export function aliasModel(
  name: string,
  type: TypeExpr,
  more: Partial<AliasModel> = {},
): AliasModel {
  return { ...schemaModel(name), kind: "alias", type, ...more };
}

/** `GET /id`, which takes and returns nothing. */
export function operation(
  id: string,
  more: Partial<Operation> = {},
): Operation {
  return {
    id,
    label: id,
    isNamed: true,
    method: "GET",
    path: `/${id}`,
    pointer: `#/paths/~1${id}/get`,
    description: null,
    deprecated: false,
    tags: [],
    pathParameters: [],
    query: [],
    headers: [],
    cookies: [],
    body: null,
    response: null,
    error: null,
    ...more,
  };
}

export const content = (type: TypeExpr) => ({ required: true, type });

export function webhook(name: string, payload: TypeExpr): Webhook {
  return {
    ...{ name, label: name, description: null, deprecated: false },
    payload: content(payload),
  };
}

export function modelSet(more: Partial<ModelSet> = {}): ModelSet {
  return {
    file: "api.yaml",
    models: [],
    discriminators: [],
    operations: [],
    webhooks: [],
    shapes: [],
    expandLevels: 0,
    formStyle: null,
    events: null,
    samples: new Map(),
    idPrefixes: new Map(),
    patterns: [],
    version: null,
    verbatim: null,
    ...more,
  };
}

/** The model of that name; the test fails where there is none. */
export function modelOf({ models }: ModelSet, name: string) {
  const found = models.find((model) => model.name === name);
  if (found === undefined) {
    throw new Error(`no ${name} among ${models.map((one) => one.name)}`);
  }
  return found;
}

/** Property → type, of an object model. */
export function typesOf(set: ModelSet, name: string): Record<string, TypeExpr> {
  const model = modelOf(set, name);
  if (model.kind !== "object") throw new Error(`${name} is not an object`);
  return Object.fromEntries(model.fields.map((one) => [one.name, one.type]));
}

/** Collects reported diagnostics as `code pointer`. */
export function createReports() {
  const reports: string[] = [];
  const report = ({ code, at }: Diagnostic) =>
    void reports.push([code, at?.pointer ?? ""].join(" ").trim());
  return { reports, report };
}
