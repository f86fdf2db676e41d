// The user's options → which enums are open to values that the document does
// not list.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Model, ModelSet, ObjectModel } from "../ir/model.js";
import type { Operation } from "../ir/operation.js";
import { structureOf } from "../ir/query/structure-of.js";
import { unionDiscriminants } from "../ir/query/union-discriminants.js";
import type { EnumType, Field, TypeExpr } from "../ir/type-expr.js";
import { mapKept } from "../ir/walk/map-kept.js";
import { mapContent, mapResponse } from "../ir/walk/map-operation.js";
import { mapOptional, mapType, type TypeMapper } from "../ir/walk/map-type.js";
import { mapWebhooks } from "../ir/walk/map-webhooks.js";
import {
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../ir/walk/match-type.js";

/** `observed` keeps the dialect's decision; the others apply to every enum. */
export type Openness = "closed" | "observed" | "open";

/** The user's options about open enums. */
export interface EnumWishes {
  readonly response: Openness;
  readonly request: Openness;
  /** Overrides for single properties. */
  readonly overrides: readonly EnumOverride[];
}

export interface EnumOverride {
  /** `SCHEMA.PROPERTY`; in requests `OPERATION.PARAMETER`, or `TITLE.PROPERTY` of a shape. */
  readonly property: string;
  readonly openness: Exclude<Openness, "observed">;
  readonly at: Location | null;
}

/**
 * Opens and closes enums of strings. Discriminants stay closed unless
 * overridden. An override without a matching enum is reported.
 */
export function resolveEnums(
  modelSet: ModelSet,
  { response, request, overrides }: EnumWishes,
  report: Report,
): ModelSet {
  const pending = new Map(
    overrides.map((override) => [override.property, override]),
  );
  const discriminants = unionDiscriminants(modelSet);
  if (
    response === "observed" &&
    request === "observed" &&
    pending.size === 0 &&
    discriminants.size === 0
  ) {
    return modelSet;
  }
  const state: EnumState = {
    response,
    request,
    pending,
    discriminants,
    known: [],
  };
  const result: ModelSet = {
    ...modelSet,
    models: modelSet.models.map((model) => resolveModel(model, state)),
    shapes: modelSet.shapes.map((shape) => {
      const { name, origin } = shape;
      const owner = origin.kind === "shared" ? origin.title : name;
      return resolveObject(shape, owner, request, state);
    }),
    operations: modelSet.operations.map((operation) =>
      resolveOperation(operation, state),
    ),
    webhooks: mapWebhooks(modelSet.webhooks, (type) =>
      setOpenness(type, response),
    ),
  };
  for (const { property, at } of pending.values()) {
    report(
      createDiagnostic(
        "option/stale",
        at,
        `${JSON.stringify(property)} is not a property with a string enum`,
        didYouMean(property, state.known) ?? undefined,
      ),
    );
  }
  return result;
}

interface EnumState extends Pick<EnumWishes, "request" | "response"> {
  /** The overrides that have not matched a property so far. */
  readonly pending: Map<string, EnumOverride>;
  /** The properties that discriminate the members of unions: `SCHEMA.PROPERTY`. */
  readonly discriminants: ReturnType<typeof unionDiscriminants>;
  /** The properties with an enum of strings. */
  readonly known: string[];
}

function resolveFields(
  owner: string,
  fields: readonly Field[],
  openness: Openness,
  { pending, discriminants, known }: EnumState,
): readonly Field[] {
  return mapKept(fields, (field) => {
    const property = `${owner}.${field.name}`;
    const openable = hasOpenable(field.type);
    if (openable) known.push(property);
    const override = openable ? pending.get(property) : undefined;
    if (override !== undefined) pending.delete(property);
    const wished =
      override?.openness ?? (discriminants.has(property) ? "closed" : openness);
    if (wished === "observed") return field;
    const type = mapType(field.type, (one) => setOpenness(one, wished));
    return type === field.type ? field : { ...field, type };
  });
}

function resolveObject(
  object: ObjectModel,
  owner: string,
  openness: Openness,
  state: EnumState,
): ObjectModel {
  return {
    ...object,
    fields: resolveFields(owner, object.fields, openness, state),
    additional: mapOptional(object.additional, (type) =>
      setOpenness(type, openness),
    ),
  };
}

function resolveModel(model: Model, state: EnumState): Model {
  const { response } = state;
  if (model.kind === "object") {
    return resolveObject(model, model.name, response, state);
  }
  const type = mapType(model.type, (one) => setOpenness(one, response));
  return { ...model, type };
}

function resolveOperation(operation: Operation, state: EnumState): Operation {
  const { id, body } = operation;
  const { request, response } = state;
  const fields = (list: readonly Field[]) =>
    resolveFields(id, list, request, state);
  const openRequest: TypeMapper = (type) => setOpenness(type, request);
  return {
    ...mapResponse(operation, (type) => setOpenness(type, response)),
    pathParameters: fields(operation.pathParameters),
    query: fields(operation.query),
    headers: fields(operation.headers),
    cookies: fields(operation.cookies),
    body:
      body?.type.kind === "object"
        ? {
            ...body,
            type: {
              ...body.type,
              fields: fields(body.type.fields),
              additional: mapOptional(body.type.additional, openRequest),
            },
          }
        : mapContent(body, openRequest),
  };
}

function setOpenness(type: TypeExpr, openness: Openness): TypeExpr {
  if (openness === "observed" || !isOpenable(type)) return type;
  const open = openness === "open";
  return type.open === open ? type : { ...type, open };
}

/**
 * True for enums of strings. Other enums stay closed, because an unlisted value
 * of a mixed or numeric enum would have no known type.
 */
export function isOpenable(type: TypeExpr): type is EnumType {
  return (
    type.kind === "enum" &&
    type.values.every((value) => typeof value === "string")
  );
}

/** True if the type is an openable enum, or contains one in an array, a map or a union. */
function hasOpenable(type: TypeExpr): boolean {
  return matchType(type, openableCases);
}

const openableCases: TypeCases<boolean> = {
  ...casesOf(leafKinds, () => false),
  ...casesOf(
    ["intersection", "object", "tuple", "withRequired"] as const,
    () => false,
  ),
  enum: isOpenable,
  array: ({ items }) => hasOpenable(items),
  map: ({ values }) => hasOpenable(values),
  nullable: ({ type }) => hasOpenable(type),
  union: ({ members }) => members.some(hasOpenable),
  generic: (type) => hasOpenable(structureOf(type)),
};
