// One schema → its type, beside other schemas of a document that has no dialect.

import { plainDialect } from "../../../../src/dialects/plain-dialect.js";
import { parseSpec } from "../../../../src/document/parse-spec.js";
import type { TypeExpr } from "../../../../src/ir/type-expr.js";
import { createBuildContext } from "../../../../src/parse/create-build-context.js";
import { notDeep } from "../../../../src/parse/references/create-reference-reader.js";
import { createReports } from "../../ir/models.js";

export const pointer = "#/components/schemas/it";

export interface BuiltSchema {
  readonly type: TypeExpr;
  /** `code pointer` */
  readonly reports: readonly string[];
}

export function buildOne(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
): BuiltSchema {
  const { reports, report } = createReports();
  const root = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    components: { schemas: { ...others, it: schema } },
  };
  const tree = { file: "api.yaml", location: "api.yaml", root };
  const { buildPart } = createBuildContext(
    {
      document: parseSpec({ ...tree, apiVersion: null }, report),
      dialect: plainDialect,
      deep: notDeep,
      findings: { discriminators: [], ownValues: [], patterns: new Map() },
      report,
    },
    "response",
  );
  return { type: buildPart(schema, pointer), reports };
}

/** The type of a schema about which nothing is reported. */
export function typeOf(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
): TypeExpr {
  const { type, reports } = buildOne(schema, others);
  if (reports.length > 0) throw new Error(reports.join("\n"));
  return type;
}
