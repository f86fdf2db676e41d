// Which enums take values that the document does not list, once the user's wishes
// are known.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Model, ModelSet } from "../ir/model.js";
import type { Operation } from "../ir/operation.js";
import { structureOf } from "../ir/query/structure-of.js";
import { unionDiscriminants } from "../ir/query/union-discriminants.js";
import type { EnumType, Field, TypeExpr } from "../ir/type-expr.js";
import { mapKept } from "../ir/walk/map-kept.js";
import { mapType } from "../ir/walk/map-type.js";
import {
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../ir/walk/match-type.js";

/** As the publisher is known to do, or always, or never. */
export type Openness = "closed" | "observed" | "open";

export interface EnumWishes {
  readonly response: Openness;
  readonly request: Openness;
  /** For single properties, and stronger than the rest. */
  readonly overrides: readonly EnumOverride[];
}

export interface EnumOverride {
  /** `SCHEMA.PROPERTY`; in requests `OPERATION.PARAMETER`, or the title of a shared shape. */
  readonly property: string;
  readonly openness: Exclude<Openness, "observed">;
  readonly at: Location | null;
}

/** An override that applies to no enum is reported. */
export function resolveEnums(
  modelSet: ModelSet,
  { response, request, overrides }: EnumWishes,
  report: Report,
): ModelSet {
  const pending = new Map(overrides.map((one) => [one.property, one]));
  const tags = unionDiscriminants(modelSet.models);
  if (
    response === "observed" &&
    request === "observed" &&
    pending.size === 0 &&
    tags.size === 0
  ) {
    return modelSet;
  }
  const wishes: EnumState = { response, request, pending, tags, known: [] };
  const result: ModelSet = {
    ...modelSet,
    models: modelSet.models.map((model) => resolveModel(model, wishes)),
    shapes: modelSet.shapes.map((one) => {
      const owner = one.origin.kind === "shared" ? one.origin.title : one.name;
      const fields = resolveFields(owner, one.fields, request, wishes);
      return { ...one, fields };
    }),
    operations: modelSet.operations.map((one) => resolveOperation(one, wishes)),
  };
  for (const { property, at } of pending.values()) {
    report(
      createDiagnostic(
        "option/stale",
        at,
        `${JSON.stringify(property)} is no property with an enum of strings`,
        didYouMean(property, wishes.known) ?? undefined,
      ),
    );
  }
  return result;
}

interface EnumState extends Pick<EnumWishes, "request" | "response"> {
  /** The overrides that no property has had so far. */
  readonly pending: Map<string, EnumOverride>;
  /** The properties that tell the members of unions apart. */
  readonly tags: ReturnType<typeof unionDiscriminants>;
  /** The properties with an enum of strings. */
  readonly known: string[];
}

function resolveFields(
  owner: string,
  fields: readonly Field[],
  openness: Openness,
  { pending, tags, known }: EnumState,
): readonly Field[] {
  return mapKept(fields, (field) => {
    const property = `${owner}.${field.name}`;
    const openable = hasOpenable(field.type);
    if (openable) known.push(property);
    const override = openable ? pending.get(property) : undefined;
    if (override !== undefined) pending.delete(property);
    const wished =
      override?.openness ?? (tags.has(property) ? "closed" : openness);
    if (wished === "observed") return field;
    const type = mapType(field.type, (one) => settle(one, wished));
    return type === field.type ? field : { ...field, type };
  });
}

function resolveModel(model: Model, wishes: EnumState): Model {
  const { response } = wishes;
  if (model.kind === "object") {
    const fields = resolveFields(model.name, model.fields, response, wishes);
    return { ...model, fields };
  }
  const type = mapType(model.type, (one) => settle(one, response));
  return { ...model, type };
}

function resolveOperation(operation: Operation, wishes: EnumState): Operation {
  const { id, body } = operation;
  const resolve = (fields: readonly Field[]) =>
    resolveFields(id, fields, wishes.request, wishes);
  return {
    ...operation,
    query: resolve(operation.query),
    headers: resolve(operation.headers),
    cookies: resolve(operation.cookies),
    body:
      body === null || body.type.kind !== "object"
        ? body
        : {
            ...body,
            type: { ...body.type, fields: resolve(body.type.fields) },
          },
  };
}

function settle(type: TypeExpr, openness: Openness): TypeExpr {
  if (openness === "observed" || !isOpenable(type)) return type;
  const open = openness === "open";
  return type.open === open ? type : { ...type, open };
}

/** Beside numbers and booleans, an unknown value has no type to be of. */
export function isOpenable(type: TypeExpr): type is EnumType {
  return (
    type.kind === "enum" &&
    type.values.every((value) => typeof value === "string")
  );
}

/** Whether `type` is such an enum, or a null or list beside or around one. */
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
