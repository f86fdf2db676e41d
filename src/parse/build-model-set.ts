// A parsed document → its models and, if needed, its operations and webhooks.

import type { Report } from "../diagnostics/diagnostic.js";
import type { Dialect } from "../dialects/dialect.js";
import type { SpecDocument } from "../document/parse-spec.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Discriminator, MappedValue } from "../ir/discriminator.js";
import type { Model, ModelSet } from "../ir/model.js";
import { hasDirections } from "../ir/query/has-directions.js";
import { buildModels } from "./build-models.js";
import type { BuildSource } from "./create-build-context.js";
import { buildOperations } from "./operations/build-operations.js";
import {
  type DeepReferences,
  notDeep,
} from "./references/create-reference-reader.js";
import { findInlineLocations } from "./references/find-inline-locations.js";
import { findReferences } from "./references/find-references.js";
import type { Findings } from "./schema/rule-context.js";
import { surveyDocument } from "./survey-document.js";

/**
 * Builds the model set. Reading operations takes longer than reading models,
 * so they are read only if `wantsOperations` returns true, or if they affect
 * models: by a discriminator, or by `readOnly` and `writeOnly`.
 */
export function buildModelSet(
  document: SpecDocument,
  dialect: Dialect,
  wantsOperations: (models: readonly Model[]) => boolean,
  report: Report,
): ModelSet {
  const survey = surveyDocument(document.root);
  const findings: Findings = {
    discriminators: [],
    ownValues: [],
    patterns: new Map(),
  };
  const deep = survey.refersDeeper ? readDeep(document) : notDeep;
  const source: BuildSource = { document, dialect, deep, findings, report };
  const models = buildModels(source);
  const isWanted = wantsOperations(models);
  const read =
    isWanted || survey.discriminatesInOperations || hasDirections(models)
      ? buildOperations(source)
      : { operations: [], webhooks: [] };
  const { discriminators, ownValues, patterns } = findings;
  return {
    file: document.file,
    models: sortedByBytes(models, ({ name }) => name),
    discriminators: sortedByBytes(
      discriminators.map((one) => mapOwnValues(one, ownValues)),
      ({ pointer }) => pointer,
    ),
    ...read,
    shapes: [],
    expandLevels: dialect.expandLevels,
    formStyle: dialect.formStyle,
    events: null,
    samples: new Map(),
    idPrefixes: new Map(
      models.flatMap(({ name }) => {
        const prefix = dialect.idPrefix(name);
        return prefix === null ? [] : [[name, prefix] as const];
      }),
    ),
    patterns: sortedByBytes(
      [...patterns].map(([pointer, pattern]) => ({ pattern, pointer })),
      ({ pointer }) => pointer,
    ),
    version: document.version,
    verbatim: null,
  };
}

function readDeep({ root, schemas }: SpecDocument): DeepReferences {
  const references = findReferences(root);
  return {
    references,
    places: findInlineLocations(
      root,
      references,
      new Set(Object.keys(schemas)),
    ),
  };
}

/**
 * Adds the values that models declare for themselves. The mapping of a
 * discriminator takes precedence.
 * @see
 * https://github.com/Azure/autorest/blob/main/docs/extensions/readme.md#x-ms-discriminator-value
 */
function mapOwnValues(
  discriminator: Discriminator,
  ownValues: readonly MappedValue[],
): Discriminator {
  const mapped = new Set(discriminator.mapping.map(({ model }) => model));
  const others = ownValues
    .filter(({ model }) => !mapped.has(model))
    .map((one): MappedValue => ({ ...one, isOwn: true }));
  const mapping = sortedByBytes(
    [...discriminator.mapping, ...others],
    ({ value, model }) => [value, model].join("\0"),
  );
  return { ...discriminator, mapping };
}
