// A model set → the selected models with all models that they need, the
// operations that are selected or return a selected model, and the events and
// webhooks that carry one.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { assertNever } from "../ir/assert-never.js";
import type { Model, ModelSet } from "../ir/model.js";
import type { ModelOrigin } from "../ir/model-origin.js";
import type { Operation } from "../ir/operation.js";
import {
  reachableModels,
  referencesOf,
  referencesOfRequest,
  referencesOfResponse,
  referencesOfType,
  referencesOfWebhook,
} from "../ir/walk/references-of.js";

export const selectorKinds = ["schema", "tag", "path", "operation"] as const;

/** One pattern of the option `only`. */
export interface Selector {
  readonly kind: (typeof selectorKinds)[number];
  /** The pattern as the user wrote it, for messages. */
  readonly text: string;
  readonly matches: (name: string) => boolean;
  /** Where the user wrote it; null in tests. */
  readonly at: Location | null;
}

/** Keeps what the selectors match. A selector without a match is an error. */
export function selectModels(
  modelSet: ModelSet,
  selectors: readonly Selector[],
  report: Report,
): ModelSet {
  if (selectors.length === 0) return modelSet;
  reportUnmatched(modelSet, selectors, report);
  const schemas = selectors.filter(({ kind }) => kind === "schema");
  const isWanted = (name: string) =>
    schemas.some(({ matches }) => matches(name));
  const operations = modelSet.operations.filter(
    (operation) =>
      selectors.some((selector) =>
        namesFor(selector, operation).some(selector.matches),
      ) || referencesOfResponse(operation).some(isWanted),
  );
  const events =
    modelSet.events?.types.filter(
      ({ model }) => model !== null && isWanted(model),
    ) ?? [];
  const webhooks = modelSet.webhooks.filter((webhook) =>
    referencesOfWebhook(webhook).some(isWanted),
  );
  const requested = operations.flatMap(referencesOfRequest);
  const shapes = reachable(modelSet.shapes, requested);
  const envelope = modelSet.events === null ? [] : [modelSet.events.envelope];
  const needed = reachable(modelSet.models, [
    ...modelSet.models
      .filter(({ name, origin }) =>
        isWanted(origin.kind === "input" ? origin.of : name),
      )
      .map(({ name }) => name),
    ...operations.flatMap(referencesOfResponse),
    ...requested,
    ...webhooks.flatMap(referencesOfWebhook),
    ...shapes.flatMap((shape) => [...referencesOf(shape)]),
    ...events.flatMap(({ model }) => model ?? []),
    ...(events.length > 0 ? envelope : []),
  ]);
  const models = withVariants(modelSet.models, needed);
  const kept = new Set(models.map(({ name }) => name));
  return {
    ...modelSet,
    models,
    operations: operations.map((operation) => withError(operation, kept)),
    shapes,
    webhooks,
    events:
      modelSet.events === null || events.length === 0
        ? null
        : { ...modelSet.events, types: events },
  };
}

function isDerived({ kind }: ModelOrigin): boolean {
  return kind === "input" || kind === "variants";
}

/** A union of variants selects none of them: it is kept if all are selected. */
function withVariants(
  models: readonly Model[],
  needed: readonly Model[],
): readonly Model[] {
  const kept = new Set(needed.map(({ name }) => name));
  return models.filter(
    (model) =>
      kept.has(model.name) ||
      (model.origin.kind === "variants" &&
        [model.origin.of, ...referencesOf(model)].every((name) =>
          kept.has(name),
        )),
  );
}

/** The names of an operation that a selector compares; none for a selector of schemas. */
function namesFor(
  { kind }: Selector,
  { id, path, tags }: Operation,
): readonly string[] {
  switch (kind) {
    case "operation":
      return [id];
    case "path":
      return [path];
    case "tag":
      return tags;
    case "schema":
      return [];
    default:
      return assertNever(kind);
  }
}

function reportUnmatched(
  { models, operations }: ModelSet,
  selectors: readonly Selector[],
  report: Report,
): void {
  for (const selector of selectors) {
    const { at, kind, text, matches } = selector;
    const names =
      kind === "schema"
        ? models
            .filter(({ origin }) => !isDerived(origin))
            .map(({ name }) => name)
        : operations.flatMap((operation) => namesFor(selector, operation));
    if (names.some(matches)) continue;
    report(
      createDiagnostic(
        "only/no-match",
        at,
        `${JSON.stringify(text)} matches no ${kind}`,
        didYouMean(text.replace(/^\w+:/, ""), [...new Set(names)]) ?? undefined,
      ),
    );
  }
}

/**
 * Errors do not add models to the selection, because they may reference most
 * of a document. An error type with a missing model becomes any value.
 */
function withError(operation: Operation, kept: ReadonlySet<string>): Operation {
  const { error } = operation;
  if (error === null) return operation;
  return [...referencesOfType(error)].every((name) => kept.has(name))
    ? operation
    : { ...operation, error: { kind: "anyValue" } };
}

function reachable<One extends Model>(
  models: readonly One[],
  from: readonly string[],
): readonly One[] {
  const found = reachableModels(models, from);
  return models.filter(({ name }) => found.has(name));
}
