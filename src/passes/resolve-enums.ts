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
import { unionDiscriminants } from "../ir/query/union-discriminants.js";
import type { EnumType, Field, TypeExpr } from "../ir/type-expr.js";
import { mapKept } from "../ir/walk/map-kept.js";
import { mapContent, mapResponse } from "../ir/walk/map-operation.js";
import { mapOptional, mapType, type TypeMapper } from "../ir/walk/map-type.js";
import { mapWebhooks } from "../ir/walk/map-webhooks.js";

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
  const pending = new Map(overrides.map((one) => [one.property, one]));
  const discriminants = unionDiscriminants(modelSet);
  if (
    response === "observed" &&
    request === "observed" &&
    pending.size === 0 &&
    discriminants.size === 0
  ) {
    return modelSet;
  }
  const known: string[] = [];
  const resolveFields = (
    owner: string,
    fields: readonly Field[],
    openness: Openness,
  ): readonly Field[] =>
    mapKept(fields, (field) => {
      const property = `${owner}.${field.name}`;
      const openable = hasOpenable(field.type);
      if (openable) known.push(property);
      const override = openable ? pending.get(property) : undefined;
      if (override !== undefined) pending.delete(property);
      const chosen =
        override?.openness ??
        (discriminants.has(property) ? "closed" : openness);
      if (chosen === "observed") return field;
      const type = mapType(field.type, (one) => setOpenness(one, chosen));
      return type === field.type ? field : { ...field, type };
    });
  const resolveObject = (
    one: ObjectModel,
    owner: string,
    openness: Openness,
  ) => ({
    ...one,
    fields: resolveFields(owner, one.fields, openness),
    additional: mapOptional(one.additional, (type) =>
      setOpenness(type, openness),
    ),
  });
  const resolveModel = (one: Model): Model =>
    one.kind === "object"
      ? resolveObject(one, one.name, response)
      : {
          ...one,
          type: mapType(one.type, (type) => setOpenness(type, response)),
        };
  const resolveResponses: TypeMapper = (type) => setOpenness(type, response);
  const resolveRequests: TypeMapper = (type) => setOpenness(type, request);
  const resolveOperation = (operation: Operation): Operation => {
    const { id, body } = operation;
    const fields = (list: readonly Field[]) => resolveFields(id, list, request);
    return {
      ...mapResponse(operation, resolveResponses),
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
                additional: mapOptional(body.type.additional, resolveRequests),
              },
            }
          : mapContent(body, resolveRequests),
    };
  };
  const result: ModelSet = {
    ...modelSet,
    models: modelSet.models.map(resolveModel),
    shapes: modelSet.shapes.map((one) =>
      resolveObject(
        one,
        one.origin.kind === "shared" ? one.origin.title : one.name,
        request,
      ),
    ),
    operations: modelSet.operations.map(resolveOperation),
    webhooks: mapWebhooks(modelSet.webhooks, resolveResponses),
  };
  for (const { property, at } of pending.values()) {
    report(
      createDiagnostic(
        "option/stale",
        at,
        `${JSON.stringify(property)} is not a property with a string enum`,
        didYouMean(property, known) ?? undefined,
      ),
    );
  }
  return result;
}

function setOpenness(type: TypeExpr, openness: Openness): TypeExpr {
  if (openness === "observed" || !isOpenable(type)) return type;
  const open = openness === "open";
  return type.open === open ? type : { ...type, open };
}

/**
 * True for enums of strings only: an unknown value needs a type, and other
 * enums are mixed or of numbers.
 */
export function isOpenable(type: TypeExpr): type is EnumType {
  return (
    type.kind === "enum" &&
    type.values.every((value) => typeof value === "string")
  );
}

/** True if the type is an openable enum, or contains one in an array, a map or a union. */
function hasOpenable(type: TypeExpr): boolean {
  switch (type.kind) {
    case "array":
      return hasOpenable(type.items);
    case "map":
      return hasOpenable(type.values);
    case "nullable":
    case "emptyable":
      return hasOpenable(type.type);
    case "union":
      return type.members.some(hasOpenable);
    default:
      return isOpenable(type);
  }
}
