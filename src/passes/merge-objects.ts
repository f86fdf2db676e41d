// Intersections of objects → one object with the fields of all, and of scalars
// → one scalar, for languages without intersection types.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../ir/model.js";
import { affordableModels } from "../ir/query/affordable-models.js";
import {
  type Alternative,
  alternativesOf,
  type KnownAlternatives,
} from "../ir/query/alternatives-of.js";
import { combineUnion } from "../ir/query/combine-types.js";
import { intersectScalars } from "../ir/query/intersect-scalars.js";
import type {
  Field,
  InlineObjectType,
  IntersectionType,
  TypeExpr,
  WithRequiredType,
} from "../ir/type-expr.js";
import { mapType } from "../ir/walk/map-type.js";

/** The data for merging the types of one model set. */
interface MergeState {
  readonly models: ReadonlyMap<string, Model>;
  readonly known: KnownAlternatives;
  readonly affordable: ReadonlySet<string>;
  /** Reports that the target has no type for `what`. */
  readonly reportInexpressible: (pointer: string, what: string) => void;
}

/** The location of a type. */
interface MergePlace {
  readonly pointer: string;
  /** The pointers of the intersections that are being merged around it. */
  readonly within: ReadonlySet<string>;
  /** The name of the model around it. */
  readonly owner: string;
}

/** An intersection that cannot be merged is an error, because the target has no type for it. */
export function mergeObjects(modelSet: ModelSet, report: Report): ModelSet {
  const { file, models } = modelSet;
  const state: MergeState = {
    models: new Map(models.map((model) => [model.name, model])),
    known: new Map(),
    affordable: affordableModels(models),
    reportInexpressible: (pointer, what) =>
      report(
        createDiagnostic(
          "type/inexpressible",
          { file, pointer },
          `the target language cannot express ${what}`,
        ),
      ),
  };
  return {
    ...modelSet,
    models: models.map((model) => mergeModel(model, state)),
  };
}

function mergeModel(model: Model, state: MergeState): Model {
  const place: MergePlace = {
    ...{ pointer: model.pointer, within: new Set(), owner: model.name },
  };
  if (model.kind === "object") {
    const { additional } = model;
    return {
      ...model,
      fields: model.fields.map((field) => mergeField(field, place, state)),
      additional: additional && mergeType(additional, place, state),
    };
  }
  const type = mergeType(model.type, place, state);
  return type.kind === "object"
    ? {
        ...model,
        ...{ fields: type.fields, additional: type.additional },
        ...{ kind: "object", absent: [] },
      }
    : { ...model, type };
}

function mergeField(field: Field, place: MergePlace, state: MergeState): Field {
  const own = { ...place, pointer: field.pointer };
  return { ...field, type: mergeType(field.type, own, state) };
}

function mergeType(
  type: TypeExpr,
  place: MergePlace,
  state: MergeState,
): TypeExpr {
  return mapType(type, (one) =>
    one.kind === "intersection" || one.kind === "withRequired"
      ? mergeParts(one, place, state)
      : one,
  );
}

function mergeParts(
  type: IntersectionType | WithRequiredType,
  place: MergePlace,
  state: MergeState,
): TypeExpr {
  const { pointer, within, owner } = place;
  const refuse = (what: string): TypeExpr => {
    state.reportInexpressible(pointer, what);
    return { kind: "anyValue" };
  };
  const scalar =
    type.kind === "intersection"
      ? intersectScalars(type.members, state.models)
      : null;
  if (scalar !== null) return scalar;
  if (!state.affordable.has(owner)) {
    return refuse("a model that inherits too many properties");
  }
  const [first, ...others] =
    alternativesOf(type, state.models, state.known) ?? [];
  if (first === undefined) {
    return refuse("an intersection whose parts are not all objects");
  }
  if (within.has(pointer)) {
    return refuse("an object that is combined from itself");
  }
  const inner = { ...place, within: new Set([...within, pointer]) };
  const asObject = ({ parts, title }: Alternative): InlineObjectType => ({
    ...{ kind: "object", pointer, description: null, title },
    fields: parts.fields.map((field) => mergeField(field, inner, state)),
    additional: parts.additional && mergeType(parts.additional, inner, state),
  });
  return others.length === 0
    ? asObject({ ...first, title: null })
    : combineUnion(
        [first, ...others].map((each) => each.model ?? asObject(each)),
      );
}
