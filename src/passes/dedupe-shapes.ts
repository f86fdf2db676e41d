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
import { mapParts } from "../ir/walk/map-type.js";
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
  differsInConstraints: boolean;
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
      shapes.set(key, {
        label,
        pointer,
        text,
        count: 1,
        differsInConstraints: false,
      });
    } else {
      known.count++;
      known.differsInConstraints ||= known.text !== text;
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

/** `contentsOf` then includes constraints in the text. */
const nothingIgnored: ReadonlySet<string> = new Set();

function modelOf(
  name: string,
  { label, pointer, differsInConstraints }: Shape,
  occurrence: EnumType | InlineObjectType,
): Model {
  const open = differsInConstraints
    ? withoutConstraints(occurrence)
    : occurrence;
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
  return {
    ...modelSet,
    models: modelSet.models.map((model) => replaceInModel(model, visit)),
    operations: modelSet.operations.map((one) =>
      replaceInOperation(one, visit),
    ),
    webhooks: modelSet.webhooks.map((webhook) => ({
      ...webhook,
      payload: replaceInContent(
        webhook.payload,
        `${webhook.label}_webhook`,
        "#/webhooks",
        visit,
      ),
    })),
    shapes: modelSet.shapes.map((shape) => ({
      ...shape,
      fields: replaceInFields(shape.fields, shape.label, visit),
      additional:
        shape.additional &&
        replaceType(
          shape.additional,
          `${shape.label}_value`,
          shape.pointer,
          visit,
        ),
    })),
  };
}

function replaceType(
  type: TypeExpr,
  label: string,
  pointer: string,
  visit: VisitObject,
): TypeExpr {
  return visit(replaceParts(type, label, pointer, visit), type, label, pointer);
}

function replaceParts(
  type: TypeExpr,
  label: string,
  pointer: string,
  visit: VisitObject,
): TypeExpr {
  const part = (one: TypeExpr) => replaceType(one, label, pointer, visit);
  const fields = (list: readonly Field[]) =>
    replaceInFields(list, label, visit);
  return mapParts(type, { part, fields });
}

/** Visits fields by name, so that the first location does not depend on their order. */
function replaceInFields(
  list: readonly Field[],
  owner: string,
  visit: VisitObject,
): readonly Field[] {
  const visited = new Map(
    sortedByBytes(list, ({ name }) => name).map((field) => [
      field,
      replaceType(field.type, `${owner}_${field.name}`, field.pointer, visit),
    ]),
  );
  return list.map((field) => ({
    ...field,
    type: visited.get(field) ?? field.type,
  }));
}

function replaceInModel(model: Model, visit: VisitObject): Model {
  const { label, pointer } = model;
  if (model.kind === "object") {
    return {
      ...model,
      fields: replaceInFields(model.fields, label, visit),
      additional:
        model.additional &&
        replaceType(model.additional, `${label}_value`, pointer, visit),
    };
  }
  // A schema that is an enum or an object has a name already.
  return { ...model, type: replaceParts(model.type, label, pointer, visit) };
}

function replaceInOperation(
  operation: Operation,
  visit: VisitObject,
): Operation {
  const { label, pointer, body, error } = operation;
  const fields = (list: readonly Field[], ending: string) =>
    replaceInFields(list, `${label}_${ending}`, visit);
  return {
    ...operation,
    pathParameters: fields(operation.pathParameters, "path"),
    query: fields(operation.query, "params"),
    headers: fields(operation.headers, "headers"),
    cookies: fields(operation.cookies, "cookies"),
    // A body as a whole is named after its operation.
    body: body && {
      ...body,
      type: replaceParts(body.type, `${label}_params`, pointer, visit),
    },
    response: replaceInContent(
      operation.response,
      `${label}_response`,
      pointer,
      visit,
    ),
    error: error && replaceType(error, `${label}_error`, pointer, visit),
  };
}

function replaceInContent(
  content: Content | null,
  label: string,
  pointer: string,
  visit: VisitObject,
): Content | null {
  return (
    content && {
      ...content,
      type: replaceType(content.type, label, pointer, visit),
    }
  );
}
