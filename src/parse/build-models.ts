// A parsed document → its models: one a schema under `#/components/schemas`, and
// one a place that is referred to by where it stands.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
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
 * @see https://spec.openapis.org/oas/v3.1.1#components-object
 * Wrong references and odd keywords are reported; what can be built is built.
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
  return dialect.relate(resolveEndless(models, document.file, report));
}

/** A schema that is defined as itself is an error; a property that refers to itself is any value. */
function resolveEndless(
  models: readonly Model[],
  file: string,
  report: Report,
): readonly Model[] {
  const cut = new Set<Model>();
  for (const { all, circle } of endlessAliases(models)) {
    const named = all.find(({ origin }) => origin.kind !== "inline");
    const first = named ?? circle[0];
    if (first === undefined) continue;
    report(
      createDiagnostic(
        named === undefined ? "ref/recursive" : "schema/endless",
        { file, pointer: first.pointer },
        `${JSON.stringify(first.name)} is defined as itself${formatWay(circle)}`,
      ),
    );
    for (const model of all) {
      if (model.origin.kind === "inline") cut.add(model);
    }
  }
  if (cut.size === 0) return models;
  return models.map((model) =>
    cut.has(model) && model.kind === "alias"
      ? { ...model, type: { kind: "anyValue" } }
      : model,
  );
}

/** The names of a circle that are printed. */
const mostNamed = 5;

/** `: "a" → "b" → "a"`; empty for a schema that refers to itself at once. */
function formatWay(circle: readonly Model[]): string {
  const [first] = circle;
  if (first === undefined || circle.length < 2) return "";
  const names = circle
    .slice(0, mostNamed)
    .map(({ name }) => JSON.stringify(name));
  const others = circle.length - mostNamed;
  const more = others > 0 ? [`${others} more`] : [];
  return `: ${[...names, ...more, JSON.stringify(first.name)].join(" → ")}`;
}
