// A model set → the shared types that its output uses, learned before anything is
// lowered: models give way to these names, and only to these.

import type { ModelSet } from "../../../ir/model.js";
import type { Generic, TypeExpr } from "../../../ir/type-expr.js";
import { visitType } from "../../../ir/walk/children-of.js";
import { typesOfWebhook } from "../../../ir/walk/map-webhooks.js";
import {
  requestTypes,
  responseTypes,
} from "../../../ir/walk/operation-types.js";
import type { TypePlace } from "../type-place.js";
import type { TypescriptOptions } from "../typescript-options.js";
import {
  type SharedTypeName,
  sharedScalar,
} from "./typescript-shared-types.js";

export interface SharedTypes {
  readonly names: ReadonlySet<SharedTypeName>;
  /** The dialect's, by name. */
  readonly generics: ReadonlyMap<string, Generic>;
}

/** The input that decides which shared types an output declares. */
interface SharingContext {
  readonly options: TypescriptOptions;
  isOpenEnum(model: string, place: TypePlace): boolean;
}

interface SharedSurvey extends SharingContext {
  readonly names: Set<SharedTypeName>;
  readonly generics: Map<string, Generic>;
}

/** Reads the types of operations and webhooks only if the output contains them. */
export function sharedTypesIn(
  { models, shapes, operations, webhooks }: ModelSet,
  context: SharingContext,
): SharedTypes {
  const survey: SharedSurvey = {
    ...context,
    names: new Set(),
    generics: new Map(),
  };
  const read = (types: readonly TypeExpr[], place: TypePlace) => {
    for (const type of types) surveySharedType(type, place, survey);
  };
  for (const model of models) {
    // A named enum is the type of its listed values; each use decides whether it is open.
    if (model.kind === "object") read(typesOfFields(model), "model");
    else if (model.type.kind !== "enum") read([model.type], "model");
  }
  if (!context.options.emit.has("params")) return survey;
  for (const operation of operations) {
    read(requestTypes(operation), "request");
    read(responseTypes(operation), "response");
  }
  if (operations.length > 0) {
    for (const shape of shapes) read(typesOfFields(shape), "request");
  }
  for (const webhook of webhooks) read(typesOfWebhook(webhook), "response");
  return survey;
}

function typesOfFields({
  fields,
  additional,
}: ModelSet["shapes"][number]): readonly TypeExpr[] {
  return [
    ...fields.map(({ type }) => type),
    ...(additional ? [additional] : []),
  ];
}

function surveySharedType(
  type: TypeExpr,
  place: TypePlace,
  survey: SharedSurvey,
): void {
  const { names, generics, isOpenEnum, options } = survey;
  visitType(type, (part) => {
    if (part.kind === "string" || part.kind === "number") {
      const name = sharedScalar(part, place, options);
      if (name !== null) names.add(name);
    } else if (part.kind === "emptyObject") {
      names.add("EmptyObject");
    } else if (part.kind === "enum" ? part.open : isOpenReference(part)) {
      names.add("Unrecognized");
    } else if (part.kind === "generic" && !generics.has(part.generic.name)) {
      generics.set(part.generic.name, part.generic);
      surveySharedType(part.generic.type, "model", survey);
    }
  });
  function isOpenReference(part: TypeExpr): boolean {
    return part.kind === "reference" && isOpenEnum(part.model, place);
  }
}
