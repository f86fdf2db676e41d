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
import type { Samples } from "../ir/samples.js";
import type { TypeExpr } from "../ir/type-expr.js";
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

/** Finds samples of models without their own within the samples of other models. */
function findSamples(
  models: ReadonlyMap<string, Model>,
  own: Samples,
): { samples: Samples; prefixes: ReadonlyMap<string, string> } {
  const samples = new Map(own);
  const prefixes = new Map<string, string>();
  const elsewhere = new Map<string, string>();

  const visitModel = (name: string, value: JsonObject): void => {
    const model = models.get(name);
    if (model?.kind === "alias") visit(model.type, value);
    if (model?.kind !== "object") return;
    const id = ownValue(value, "id");
    const prefix = typeof id === "string" ? prefixOf(id) : null;
    if (prefix !== null && !prefixes.has(name)) prefixes.set(name, prefix);
    for (const field of model.fields) {
      visit(field.type, ownValue(value, field.name));
    }
  };

  const visit = (type: TypeExpr, value: JsonValue | undefined): void => {
    if (value === undefined || value === null) return;
    switch (type.kind) {
      case "reference":
        if (!isJsonObject(value) || samples.has(type.model)) return;
        samples.set(type.model, value);
        visitModel(type.model, value);
        return;
      case "withRequired":
      case "nullable":
      case "emptyable":
        visit(type.type, value);
        return;
      case "expandable": {
        const [name] = modelsOf(type.type);
        const prefix = typeof value === "string" ? prefixOf(value) : null;
        if (name !== undefined && prefix !== null) {
          elsewhere.set(name, elsewhere.get(name) ?? prefix);
        }
        visit(type.type, value);
        return;
      }
      case "union": {
        const branch = findBranch(type.members, value, models);
        if (branch !== null) visit(branch, value);
        return;
      }
      case "intersection":
        for (const member of type.members) visit(member, value);
        return;
      case "array":
        if (Array.isArray(value)) {
          for (const item of value) visit(type.items, item);
        }
        return;
      case "list": {
        const data = ownValue(value, "data");
        visit({ kind: "array", items: type.items }, data);
        return;
      }
      case "object":
        for (const field of type.fields) {
          visit(field.type, ownValue(value, field.name));
        }
        return;
      default:
        return;
    }
  };

  for (const [name, sample] of own) visitModel(name, sample);
  return { samples, prefixes: new Map([...elsewhere, ...prefixes]) };
}

function sorted(sample: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(sample, sortKeys));
}

/** The names of one model, or of the models of a union. */
function modelsOf(type: TypeExpr): string[] {
  if (type.kind === "reference") return [type.model];
  return type.kind === "union" ? type.members.flatMap(modelsOf) : [];
}
