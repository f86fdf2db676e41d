// Sample objects of a publisher → samples and id prefixes of models.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import type { JsonValue } from "../ir/json-value.js";
import {
  isJsonObject,
  type JsonObject,
  ownValue,
  sortKeys,
} from "../ir/json-value.js";
import type { Model, ModelSet } from "../ir/model.js";
import { findBranch } from "../ir/query/find-branch.js";
import { prefixOf } from "../ir/query/prefix-of.js";
import { structureOf } from "../ir/query/structure-of.js";
import type { Samples } from "../ir/samples.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import {
  bareObjectKinds,
  casesOf,
  matchType,
  scalarKinds,
  type TypeCases,
} from "../ir/walk/match-type.js";
import { sortFields } from "./sort-fields.js";

/** Sample objects and the file that they come from. */
export interface Fixtures {
  readonly samples: Samples;
  /** The location of the file, for messages. */
  readonly at: Location;
}

/**
 * Ignores samples of schemas that the document does not have: publishers
 * provide samples of more objects than one document describes.
 */
export function applySamples(
  modelSet: ModelSet,
  { samples, at }: Fixtures,
  report: Report,
): ModelSet {
  // The first sample of a part wins, which must not depend on the order of
  // keys.
  const models = sortFields(modelSet.models);
  const known = new Map(models.map((model) => [model.name, model]));
  const own = new Map(
    sortedByBytes(samples, ([name]) => name)
      .filter(([name]) => known.has(name))
      .map(([name, sample]) => [name, sorted(sample)]),
  );
  if (own.size === 0) {
    const message = `no sample belongs to a schema of ${modelSet.file}`;
    report(createDiagnostic("fixtures/no-match", at, message));
  }
  const found = findSamples(known, own);
  return {
    ...modelSet,
    samples: found.samples,
    idPrefixes: new Map([...modelSet.idPrefixes, ...found.prefixes]),
  };
}

/** The state of the search: samples and prefixes so far, by the names of models. */
interface SampleSearch {
  readonly models: ReadonlyMap<string, Model>;
  readonly samples: Map<string, JsonObject>;
  readonly prefixes: Map<string, string>;
  /** Prefixes of ids that occur in place of an expandable model. */
  readonly elsewhere: Map<string, string>;
}

/** Also finds samples of models that occur only within samples of others. */
function findSamples(
  models: ReadonlyMap<string, Model>,
  own: Samples,
): { samples: Samples; prefixes: ReadonlyMap<string, string> } {
  const search: SampleSearch = {
    models,
    samples: new Map(own),
    prefixes: new Map(),
    elsewhere: new Map(),
  };
  for (const [name, sample] of own) visitModel(name, sample, search);
  const { samples, prefixes, elsewhere } = search;
  return { samples, prefixes: new Map([...elsewhere, ...prefixes]) };
}

function visitModel(
  name: string,
  value: JsonObject,
  search: SampleSearch,
): void {
  const model = search.models.get(name);
  if (model?.kind === "alias") visitValue(model.type, value, search);
  if (model?.kind !== "object") return;
  const id = ownValue(value, "id");
  const prefix = typeof id === "string" ? prefixOf(id) : null;
  if (prefix !== null && !search.prefixes.has(name)) {
    search.prefixes.set(name, prefix);
  }
  visitFields(model.fields, value, search);
}

function visitFields(
  fields: readonly Field[],
  value: JsonValue,
  search: SampleSearch,
): void {
  for (const { name, type } of fields) {
    visitValue(type, ownValue(value, name), search);
  }
}

function visitValue(
  type: TypeExpr,
  value: JsonValue | undefined,
  search: SampleSearch,
): void {
  if (value === undefined || value === null) return;
  matchType(type, valueCases, { search, value });
}

interface SampledValue {
  readonly search: SampleSearch;
  readonly value: JsonValue;
}

const visitInner = (
  { type }: { readonly type: TypeExpr },
  { value, search }: SampledValue,
) => visitValue(type, value, search);

const valueCases: TypeCases<void, SampledValue> = {
  ...casesOf(
    [
      ...scalarKinds,
      ...bareObjectKinds,
      ...(["map", "parameter", "tuple"] as const),
    ],
    () => {},
  ),
  reference({ model }, { value, search }) {
    if (!isJsonObject(value) || search.samples.has(model)) return;
    search.samples.set(model, value);
    visitModel(model, value, search);
  },
  withRequired: visitInner,
  nullable: visitInner,
  union({ members }, { value, search }) {
    const branch = findBranch(members, value, search.models);
    if (branch !== null) visitValue(branch, value, search);
  },
  intersection({ members }, { value, search }) {
    for (const member of members) visitValue(member, value, search);
  },
  array({ items }, { value, search }) {
    if (!Array.isArray(value)) return;
    for (const item of value) visitValue(items, item, search);
  },
  object: ({ fields }, { value, search }) => visitFields(fields, value, search),
  generic(type, { value, search }) {
    const [arg] = type.args;
    if (type.generic.role?.kind === "expandable" && arg !== undefined) {
      const [name] = modelsOf(arg);
      const prefix = typeof value === "string" ? prefixOf(value) : null;
      if (name !== undefined && prefix !== null) {
        search.elsewhere.set(name, search.elsewhere.get(name) ?? prefix);
      }
    }
    visitValue(structureOf(type), value, search);
  },
};

function sorted(sample: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(sample, sortKeys));
}

/** The names of one model, or of the models of a union. */
function modelsOf(type: TypeExpr): string[] {
  if (type.kind === "reference") return [type.model];
  return type.kind === "union" ? type.members.flatMap(modelsOf) : [];
}
