// All models → those asked for, with every model that they need, the operations that
// are asked for or return one of them, and the events and webhooks that carry one.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { assertNever } from "../ir/assert-never.js";
import type { Model, ModelSet } from "../ir/model.js";
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

/** One pattern of `only`. */
export interface Selector {
  readonly kind: (typeof selectorKinds)[number];
  /** As the user wrote it, for messages. */
  readonly text: string;
  readonly matches: (name: string) => boolean;
}

/** Each pattern must match something: one that does not is a mistake, and an error. */
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
  const sent = operations.flatMap(referencesOfRequest);
  const shapes = reachable(modelSet.shapes, sent);
  const envelope = modelSet.events === null ? [] : [modelSet.events.envelope];
  const models = reachable(modelSet.models, [
    ...modelSet.models
      .filter(({ name, origin }) =>
        isWanted(origin.kind === "input" ? origin.of : name),
      )
      .map(({ name }) => name),
    ...operations.flatMap(referencesOfResponse),
    ...sent,
    ...webhooks.flatMap(referencesOfWebhook),
    ...shapes.flatMap((shape) => [...referencesOf(shape)]),
    ...events.flatMap(({ model }) => model ?? []),
    ...(events.length > 0 ? envelope : []),
  ]);
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

/** What of an operation a selector speaks of; nothing for one that speaks of schemas. */
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
  { file, models, operations }: ModelSet,
  selectors: readonly Selector[],
  report: Report,
): void {
  for (const selector of selectors) {
    const { kind, text, matches } = selector;
    const names =
      kind === "schema"
        ? models
            .filter(({ origin }) => origin.kind !== "input")
            .map(({ name }) => name)
        : operations.flatMap((operation) => namesFor(selector, operation));
    if (names.some(matches)) continue;
    const at: Location = {
      file,
      pointer: kind === "schema" ? "#/components/schemas" : "#/paths",
    };
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
 * Errors make no model wanted: one may name most of a document. Where a model is not
 * there for another reason, the error that needs it is any value.
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
