// Intersections whose parts declare a property without a value in common, such
// as a string and an integer → a warning: the property has no valid value.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../ir/model.js";
import { foldDeclared } from "../ir/query/fold-declared.js";
import {
  allTypes,
  intersectJsonTypes,
  type JsonTypes,
  jsonTypesIn,
  type TypesOfModel,
} from "../ir/query/json-types.js";
import { literalValuesOf } from "../ir/query/literal-values-of.js";
import { structureOf } from "../ir/query/structure-of.js";
import type { Field, LiteralValue, TypeExpr } from "../ir/type-expr.js";
import { mapModelSet } from "../ir/walk/map-model-set.js";

/** The values that all declarations of a property allow. */
interface AllowedInAll {
  readonly types: JsonTypes;
  /** Null for more values than a schema lists. */
  readonly values: ReadonlySet<LiteralValue> | null;
}

const anything: AllowedInAll = { types: allTypes, values: null };

/** Returns the model set as it is. */
export function checkContradictions(
  modelSet: ModelSet,
  report: Report,
): ModelSet {
  const models = new Map(modelSet.models.map((model) => [model.name, model]));
  const ofModel = createTypesOfModel(models);
  const find = foldDeclared<AllowedInAll>(models, {
    none: anything,
    read: (field) => allowedBy(field, ofModel),
    join: (a, b) => ({
      types: intersectJsonTypes(a.types, b.types),
      values: intersectValues(a.values, b.values),
    }),
    require: (found) => found,
  });
  const reported = new Set<string>();
  const declarations = countDeclarations(modelSet);
  mapModelSet(modelSet, (type) => {
    if (type.kind !== "intersection") return type;
    const declared = type.members.flatMap((one) => directFields(one, models));
    // The last declaration of each is where the contradiction shows.
    const places = new Map(
      declared.map(({ name, pointer }) => [name, pointer]),
    );
    for (const [name, pointer] of places) {
      // A property that is declared once cannot contradict another. Skipping it saves time,
      // since long chains inherit many names.
      if (declarations.get(name) === 1) continue;
      const { types, values } = find(type, name);
      if (types.size > 0 && values?.size !== 0) continue;
      if (reported.has(pointer)) continue;
      reported.add(pointer);
      report(
        createDiagnostic(
          "schema/contradiction",
          { file: modelSet.file, pointer },
          `no value of ${JSON.stringify(name)} satisfies all parts of the schema that declare it`,
        ),
      );
    }
    return type;
  });
  return modelSet;
}

/** How often each name of a property is declared, in all objects together. */
function countDeclarations(modelSet: ModelSet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (fields: readonly Field[]) => {
    for (const { name } of fields)
      counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const model of modelSet.models) {
    if (model.kind === "object") count(model.fields);
  }
  mapModelSet(modelSet, (type) => {
    const structure = type.kind === "generic" ? structureOf(type) : type;
    if (structure.kind === "object") count(structure.fields);
    return type;
  });
  return counts;
}

/** The properties that a member declares itself, without those it inherits. */
function directFields(
  member: TypeExpr,
  models: ReadonlyMap<string, Model>,
): readonly Field[] {
  if (member.kind === "object") return member.fields;
  const model =
    member.kind === "reference" ? models.get(member.model) : undefined;
  return model?.kind === "object" ? model.fields : [];
}

function allowedBy(
  { type, nullable }: Field,
  ofModel: TypesOfModel,
): AllowedInAll {
  // The document forbids the property on purpose.
  if (type.kind === "noValue") return anything;
  const types = jsonTypesIn(type, ofModel);
  if (nullable) {
    return { types: new Set([...types, "null" as const]), values: null };
  }
  const values = literalValuesOf(type);
  return { types, values: values.length > 0 ? new Set(values) : null };
}

function intersectValues(
  a: AllowedInAll["values"],
  b: AllowedInAll["values"],
): AllowedInAll["values"] {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((value) => b.has(value)));
}

/** A model within itself, or beyond the limit, allows every type. */
function createTypesOfModel(models: ReadonlyMap<string, Model>): TypesOfModel {
  const known = new Map<string, JsonTypes>();
  const ofModel: TypesOfModel = (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const model = models.get(name);
    if (model?.kind === "object") return new Set(["object"]);
    if (model === undefined || depth >= mostNested) return allTypes;
    known.set(name, allTypes);
    depth += 1;
    const types = jsonTypesIn(model.type, ofModel);
    depth -= 1;
    known.set(name, types);
    return types;
  };
  let depth = 0;
  return ofModel;
}

/** The limit on references followed to find a type. */
const mostNested = 100;
