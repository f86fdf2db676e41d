// A parsed document → its models: one for each schema under
// `#/components/schemas`, and one for each inline location that a `$ref`
// points to.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { listSome } from "../diagnostics/list-some.js";
import { appendPointer } from "../document/pointer.js";
import type { Model } from "../ir/model.js";
import type { ModelOrigin } from "../ir/model-origin.js";
import { endlessAliases } from "../ir/query/endless-aliases.js";
import {
  type BuildSource,
  createBuildContext,
} from "./create-build-context.js";
import { isRecord, readText } from "./schema/read-schema.js";

/**
 * Builds all models, and reports invalid references and unknown keywords. An
 * invalid schema becomes any value.
 * @see https://spec.openapis.org/oas/v3.1.1#components-object
 */
export function buildModels(source: BuildSource): readonly Model[] {
  const { document, dialect, deep, report } = source;
  const { buildPart } = createBuildContext(source, "response");
  const build = (
    name: string,
    label: string,
    schema: unknown,
    pointer: string,
    origin: ModelOrigin,
  ): Model => {
    const raw = isRecord(schema) ? schema : {};
    const base = {
      name,
      label,
      pointer,
      description: readText(raw.description, dialect),
      deprecated: raw.deprecated === true,
      origin,
    };
    const type = buildPart(schema, pointer);
    if (type.kind !== "object") return { ...base, kind: "alias", type };
    const { fields, additional, constraints } = type;
    return {
      ...base,
      kind: "object",
      fields,
      additional,
      absent: [],
      ...(constraints !== undefined && { constraints }),
    };
  };
  const models = [
    ...Object.entries(document.schemas).map(([name, schema]) =>
      build(name, name, schema, appendPointer("#/components/schemas", name), {
        kind: "schema",
        schema: name,
      }),
    ),
    ...[...(deep?.places.values() ?? [])].map(
      ({ name, pointer, label, schema }) =>
        build(name, label, schema, pointer, { kind: "inline" }),
    ),
  ];
  return dialect.relate(reportEndless(models, document.file, report));
}

/**
 * Reports schemas that are defined as themselves. In a cycle without a named
 * schema, the locations become any value.
 */
function reportEndless(
  models: readonly Model[],
  file: string,
  report: Report,
): readonly Model[] {
  const recursive = new Set<Model>();
  for (const { all, circle } of endlessAliases(models)) {
    const named = all.find(({ origin }) => origin.kind !== "inline");
    const first = named ?? circle[0];
    if (first === undefined) continue;
    report(
      createDiagnostic(
        named === undefined ? "ref/recursive" : "schema/endless",
        { file, pointer: first.pointer },
        `${JSON.stringify(first.name)} is defined as itself${formatCycle(circle)}`,
      ),
    );
    for (const model of all) {
      if (model.origin.kind === "inline") recursive.add(model);
    }
  }
  if (recursive.size === 0) return models;
  return models.map((model) =>
    recursive.has(model) && model.kind === "alias"
      ? { ...model, type: { kind: "anyValue" } }
      : model,
  );
}

/** `: "a" → "b" → "a"`; empty for a schema that references itself directly. */
function formatCycle(circle: readonly Model[]): string {
  const [first] = circle;
  if (first === undefined || circle.length < 2) return "";
  const { listed, others } = listSome(circle.map(({ name }) => name));
  const more = others > 0 ? [`${others} more`] : [];
  return `: ${[...listed, ...more, JSON.stringify(first.name)].join(" → ")}`;
}
