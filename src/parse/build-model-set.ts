// A parsed document → its models and, where they are asked for, its operations.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { Dialect } from "../dialects/dialect.js";
import type { SpecDocument } from "../document/parse-spec.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Discriminator, MappedValue } from "../ir/discriminator.js";
import type { Model, ModelSet } from "../ir/model.js";
import { buildModels } from "./build-models.js";
import { buildOperations } from "./operations/build-operations.js";
import type { DeepReferences } from "./references/create-reference-reader.js";
import { findPlaces } from "./references/find-places.js";
import { findReferences } from "./references/find-references.js";
import type { Findings } from "./schema/rule-context.js";

export interface ModelNeeds {
  /** Whether operations are wanted, seeing these models. */
  readonly operations: (models: readonly Model[]) => boolean;
  /** Whether what values must keep to beyond their types is wanted. */
  readonly constraints: boolean;
}

/**
 * Most documents refer to schemas by name only and are built once. Where one does
 * not, it is built again, with all places known that something refers to.
 */
export function buildModelSet(
  document: SpecDocument,
  dialect: Dialect,
  needs: ModelNeeds,
  report: Report,
): ModelSet {
  const first = build(document, dialect, needs, null);
  const { modelSet, diagnostics } = first.needsPlaces
    ? build(document, dialect, needs, readDeep(document))
    : first;
  diagnostics.forEach(report);
  return modelSet;
}

function readDeep({ root, schemas }: SpecDocument): DeepReferences {
  const references = findReferences(root);
  return {
    references,
    places: findPlaces(root, references, new Set(Object.keys(schemas))),
  };
}

function build(
  document: SpecDocument,
  dialect: Dialect,
  needs: ModelNeeds,
  deep: DeepReferences | null,
) {
  const findings: Findings = {
    discriminators: [],
    ownValues: [],
    needsPlaces: false,
  };
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const { constraints } = needs;
  const source = { document, dialect, deep, findings, report, constraints };
  const models = buildModels(source);
  const read = needs.operations(models)
    ? buildOperations(source)
    : { operations: [], webhooks: [] };
  const modelSet: ModelSet = {
    file: document.file,
    models: sortedByBytes(models, ({ name }) => name),
    discriminators: findings.discriminators.map((one) =>
      mapOwnValues(one, findings.ownValues),
    ),
    ...read,
    shapes: [],
    expandLevels: dialect.expandLevels,
    events: null,
    samples: new Map(),
    idPrefixes: new Map(
      models.flatMap(({ name }) => {
        const prefix = dialect.idPrefix(name);
        return prefix === null ? [] : [[name, prefix] as const];
      }),
    ),
    version: document.version,
    written: null,
  };
  return {
    modelSet,
    needsPlaces: findings.needsPlaces,
    diagnostics,
  };
}

/**
 * What the document maps comes before what a model says of itself.
 * @see https://github.com/Azure/autorest/blob/main/docs/extensions/readme.md#x-ms-discriminator-value
 */
function mapOwnValues(
  discriminator: Discriminator,
  ownValues: readonly MappedValue[],
): Discriminator {
  const mapped = new Set(discriminator.mapping.map(({ model }) => model));
  const others = ownValues.filter(({ model }) => !mapped.has(model));
  return others.length === 0
    ? discriminator
    : { ...discriminator, mapping: [...discriminator.mapping, ...others] };
}
