// Intersections of objects → one object with the fields of all, for languages
// without intersection types.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../ir/model.js";
import { affordableModels } from "../ir/query/affordable-models.js";
import {
  type Alternative,
  alternativesOf,
  type KnownAlternatives,
} from "../ir/query/alternatives-of.js";
import { combineUnion } from "../ir/query/combine-types.js";
import type { Field, InlineObjectType, TypeExpr } from "../ir/type-expr.js";
import { mapType } from "../ir/walk/map-type.js";

/** Reports an error for each intersection that cannot be merged, since it has no other type. */
export function mergeObjects(modelSet: ModelSet, report: Report): ModelSet {
  const { file, models } = modelSet;
  const reportInexpressible = (pointer: string, what: string) =>
    report(
      createDiagnostic(
        "type/inexpressible",
        { file, pointer },
        `the target language cannot express ${what}`,
      ),
    );
  const byName = new Map(models.map((model) => [model.name, model]));
  const known: KnownAlternatives = new Map();
  const affordable = affordableModels(models);

  /**
   * Merges all intersections in a type. `within` are the pointers of the
   * merges around it; `owner` is the model that contains it.
   */
  const mergeType = (
    type: TypeExpr,
    pointer: string,
    within: ReadonlySet<string>,
    owner: string,
  ): TypeExpr =>
    mapType(type, (one) => {
      if (one.kind !== "intersection" && one.kind !== "withRequired")
        return one;
      if (!affordable.has(owner)) {
        reportInexpressible(
          pointer,
          "a model that inherits too many properties",
        );
        return { kind: "anyValue" };
      }
      const [first, ...others] = alternativesOf(one, byName, known) ?? [];
      if (first === undefined || within.has(pointer)) {
        reportInexpressible(
          pointer,
          first === undefined
            ? "an intersection whose parts are not all objects"
            : "an object that is combined from itself",
        );
        return { kind: "anyValue" };
      }
      const inner = new Set([...within, pointer]);
      const asObject = ({ parts, title }: Alternative): InlineObjectType => ({
        ...{ kind: "object", pointer, description: null, title },
        fields: parts.fields.map((field) => mergeField(field, inner, owner)),
        additional:
          parts.additional &&
          mergeType(parts.additional, pointer, inner, owner),
      });
      return others.length === 0
        ? asObject({ ...first, title: null })
        : combineUnion(
            [first, ...others].map((each) => each.model ?? asObject(each)),
          );
    });

  const mergeField = (
    field: Field,
    within: ReadonlySet<string>,
    owner: string,
  ): Field => ({
    ...field,
    type: mergeType(field.type, field.pointer, within, owner),
  });

  const none: ReadonlySet<string> = new Set();
  const merged = models.map((model): Model => {
    if (model.kind === "object") {
      const { additional, pointer } = model;
      return {
        ...model,
        fields: model.fields.map((field) =>
          mergeField(field, none, model.name),
        ),
        additional:
          additional && mergeType(additional, pointer, none, model.name),
      };
    }
    const type = mergeType(model.type, model.pointer, none, model.name);
    return type.kind === "object"
      ? {
          ...model,
          ...{ fields: type.fields, additional: type.additional },
          ...{ kind: "object", absent: [] },
        }
      : { ...model, type };
  });
  return { ...modelSet, models: merged };
}
