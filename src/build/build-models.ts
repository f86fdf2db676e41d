// A parsed document → its models, one a schema under `#/components/schemas`.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Dialect } from "../dialects/dialect.js";
import { endlessAliases } from "../model/alias-cycles.js";
import { sortedByBytes } from "../model/byte-order.js";
import type { Discriminator } from "../model/discriminator.js";
import type { Model, ModelSet } from "../model/model.js";
import type { SpecDocument } from "../spec/parse-spec.js";
import { appendPointer } from "../spec/pointer.js";
import { createBuildContext } from "./create-build-context.js";
import { isRecord, readText } from "./read-schema.js";

/**
 * @see https://spec.openapis.org/oas/v3.1.1#components-object
 * Wrong references and odd keywords are reported; what can be built is built.
 */
export function buildModels(
  document: SpecDocument,
  dialect: Dialect,
  report: Report,
): ModelSet {
  const discriminators: Discriminator[] = [];
  const context = createBuildContext(
    document,
    dialect,
    "response",
    report,
    discriminators,
  );
  const models = Object.entries(document.schemas).map(
    ([name, schema]): Model => {
      const pointer = appendPointer("#/components/schemas", name);
      const raw = isRecord(schema) ? schema : {};
      const base = {
        name,
        label: name,
        pointer,
        description: readText(raw.description, dialect),
        deprecated: raw.deprecated === true,
        inputOf: null,
      };
      const type = context.build(schema, pointer);
      if (type.kind !== "object") return { ...base, kind: "alias", type };
      const { fields, additional } = type;
      return { ...base, kind: "object", fields, additional, absent: [] };
    },
  );
  for (const { name, pointer } of endlessAliases(models)) {
    report(
      createDiagnostic(
        "schema/endless",
        { file: document.file, pointer },
        `${JSON.stringify(name)} is defined as itself`,
      ),
    );
  }
  return {
    file: document.file,
    models: sortedByBytes(dialect.relate(models), ({ name }) => name),
    discriminators,
    operations: [],
    webhooks: [],
    shapes: [],
    expandLevels: dialect.expandLevels,
    events: null,
  };
}
