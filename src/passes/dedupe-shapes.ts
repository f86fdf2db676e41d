// Enums and objects with identical declarations in several locations → one
// model each, named after the first location.

import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Model, ModelSet } from "../ir/model.js";
import type { Content, Operation } from "../ir/operation.js";
import { withoutConstraints } from "../ir/query/combine-types.js";
import { freeName } from "../ir/query/free-name.js";
import { identityText } from "../ir/query/identity-text.js";
import type {
  EnumType,
  Field,
  InlineObjectType,
  TypeExpr,
} from "../ir/type-expr.js";
import { contentsOf } from "./share-shapes.js";

/** A type that may occur in several locations. */
interface Shape {
  /** Derived from the first location: `charge_outcome`. */
  readonly label: string;
  readonly pointer: string;
  /** The declaration, including constraints. */
  readonly text: string;
  count: number;
  /** True if the occurrences differ in constraints only; then the model has none. */
  unbounded: boolean;
}

/**
 * Returns the replacement of a type. Its parts are replaced already; `before`
 * is the original type, and `label` is the name for a model at this location.
 */
type VisitObject = (
  type: TypeExpr,
  before: TypeExpr,
  label: string,
  pointer: string,
) => TypeExpr;

/** Two walks: the first counts occurrences, the second replaces those that occur twice. */
export function dedupeShapes(modelSet: ModelSet): ModelSet {
  const shapes = new Map<string, Shape>();
  visitAll(modelSet, (type, before, label, pointer) => {
    if (before.kind !== "enum" && before.kind !== "object") return type;
    const key = shapeKey(before);
    const known = shapes.get(key);
    const text =
      before.kind === "object" ? contentsOf(before, nothingIgnored) : key;
    if (known === undefined) {
      shapes.set(key, { label, pointer, text, count: 1, unbounded: false });
    } else {
      known.count++;
      known.unbounded ||= known.text !== text;
    }
    return type;
  });
  const names = new Set(modelSet.models.map(({ name }) => name));
  const models = new Map<string, Model>();
  const rewritten = visitAll(modelSet, (type, before) => {
    if (type.kind !== "enum" && type.kind !== "object") return type;
    if (before.kind !== type.kind) return type;
    const shape = shapes.get(shapeKey(before));
    if (shape === undefined || shape.count < 2) return type;
    const location = `${shape.pointer} (${shape.label})`;
    const name = freeName(location, names);
    if (!models.has(name)) models.set(name, modelOf(name, shape, type));
    return { kind: "reference", model: name };
  });
  return {
    ...rewritten,
    models: [
      ...rewritten.models,
      ...sortedByBytes([...models.values()], ({ name }) => name),
    ],
  };
}

/** The properties that a shape's text leaves out: none. */
const nothingIgnored: ReadonlySet<string> = new Set();

function modelOf(
  name: string,
  { label, pointer, unbounded }: Shape,
  occurrence: EnumType | InlineObjectType,
): Model {
  const open = unbounded ? withoutConstraints(occurrence) : occurrence;
  const type = open.kind === occurrence.kind ? open : occurrence; // removing constraints does not change the kind
  const base = {
    name,
    label,
    pointer,
    description: null,
    deprecated: false,
    origin: { kind: "shared", title: label } as const,
  };
  return type.kind === "enum"
    ? { ...base, kind: "alias", type }
    : {
        ...base,
        kind: "object",
        description: type.description,
        fields: type.fields,
        additional: type.additional,
        absent: [],
        ...(type.constraints !== undefined && {
          constraints: type.constraints,
        }),
      };
}

function shapeKey(type: EnumType | InlineObjectType): string {
  return type.kind === "enum"
    ? identityText({
        values: type.values,
        format: type.format,
        open: type.open,
        notes: type.notes,
      })
    : contentsOf(type);
}

/** Visits every type, parts before the type that contains them. */
function visitAll(modelSet: ModelSet, visit: VisitObject): ModelSet {
  const types = (type: TypeExpr, label: string, pointer: string): TypeExpr =>
    visit(visitParts(type, label, pointer), type, label, pointer);
  // Sorted by name, so that the first location does not depend on the
  // document's order.
  const fields = (list: readonly Field[], owner: string): readonly Field[] => {
    const visited = new Map(
      sortedByBytes(list, ({ name }) => name).map((field) => [
        field,
        types(field.type, `${owner}_${field.name}`, field.pointer),
      ]),
    );
    return list.map((field) => ({
      ...field,
      type: visited.get(field) ?? field.type,
    }));
  };
  const visitParts = (
    type: TypeExpr,
    label: string,
    pointer: string,
  ): TypeExpr => {
    const part = (one: TypeExpr) => types(one, label, pointer);
    switch (type.kind) {
      case "array":
      case "list":
        return { ...type, items: part(type.items) };
      case "map":
        return {
          ...type,
          keys: type.keys && part(type.keys),
          values: part(type.values),
        };
      case "nullable":
      case "emptyable":
      case "expandable":
        return { ...type, type: part(type.type) };
      case "union":
      case "intersection":
        return { ...type, members: type.members.map(part) };
      case "tuple":
        return {
          ...type,
          items: type.items.map(part),
          rest: type.rest === null ? null : part(type.rest),
        };
      case "object":
        return {
          ...type,
          fields: fields(type.fields, label),
          additional: type.additional === null ? null : part(type.additional),
        };
      default:
        return type;
    }
  };
  const model = (one: Model): Model => {
    if (one.kind === "object") {
      return {
        ...one,
        fields: fields(one.fields, one.label),
        additional:
          one.additional &&
          types(one.additional, `${one.label}_value`, one.pointer),
      };
    }
    // An alias of an enum or an object is named already, so that only its
    // parts are visited.
    return { ...one, type: visitParts(one.type, one.label, one.pointer) };
  };
  const content = (one: Content | null, label: string, pointer: string) =>
    one && { ...one, type: types(one.type, label, pointer) };
  const operation = (one: Operation): Operation => ({
    ...one,
    pathParameters: fields(one.pathParameters, `${one.label}_path`),
    query: fields(one.query, `${one.label}_params`),
    headers: fields(one.headers, `${one.label}_headers`),
    cookies: fields(one.cookies, `${one.label}_cookies`),
    // The body is named after its operation, so that only its parts are
    // visited.
    body: one.body && {
      ...one.body,
      type: visitParts(one.body.type, `${one.label}_params`, one.pointer),
    },
    response: content(one.response, `${one.label}_response`, one.pointer),
    error: one.error && types(one.error, `${one.label}_error`, one.pointer),
  });
  return {
    ...modelSet,
    models: modelSet.models.map(model),
    operations: modelSet.operations.map(operation),
    webhooks: modelSet.webhooks.map((webhook) => ({
      ...webhook,
      payload: content(
        webhook.payload,
        `${webhook.label}_webhook`,
        "#/webhooks",
      ),
    })),
    shapes: modelSet.shapes.map((shape) => ({
      ...shape,
      fields: fields(shape.fields, shape.label),
      additional:
        shape.additional &&
        types(shape.additional, `${shape.label}_value`, shape.pointer),
    })),
  };
}
