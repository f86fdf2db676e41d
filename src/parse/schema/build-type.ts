// One schema → its type: the first matching rule of the dialect, else of the
// general rules.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { quote } from "../../diagnostics/quote.js";
import type {
  BuildContext,
  Dialect,
  RawSchema,
} from "../../dialects/dialect.js";
import { combineNullable } from "../../ir/query/combine-types.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import { generalRules } from "./general-rules.js";
import { isKnownKeyword, knownKeywords } from "./known-keywords.js";
import { readDiscriminator } from "./read-discriminator.js";
import { isRecord } from "./read-schema.js";
import type { RuleContext } from "./rule-context.js";

/**
 * Always returns a type: an invalid schema is reported, and becomes any value.
 * @see https://spec.openapis.org/oas/v3.1.1#schema-object
 */
export function buildType(
  schema: unknown,
  pointer: string,
  rules: RuleContext,
): TypeExpr {
  if (schema === true) return { kind: "anyValue" };
  if (schema === false) return { kind: "noValue" };
  const { context, dialect } = rules;
  if (!isRecord(schema)) {
    context.report(
      createDiagnostic(
        "schema/not-a-schema",
        { file: context.file, pointer },
        `${quote(schema)} is not a schema`,
      ),
    );
    return { kind: "anyValue" };
  }
  reportUnknownKeywords(schema, pointer, context);
  if (schema.discriminator !== undefined) {
    const discriminator = readDiscriminator(schema, pointer, rules);
    if (discriminator !== null)
      rules.findings.discriminators.push(discriminator);
  }
  const value = schema["x-ms-discriminator-value"];
  if (typeof value === "string") {
    const model = rules.references.findModel(pointer);
    if (model !== null) rules.findings.ownValues.push({ value, model });
  }
  const type = applyRules(schema, pointer, rules, dialect);
  return schema.nullable === true ? combineNullable(type) : type;
}

function applyRules(
  schema: RawSchema,
  pointer: string,
  rules: RuleContext,
  dialect: Dialect,
): TypeExpr {
  for (const rule of dialect.rules) {
    const type = rule.build(schema, pointer, rules.context);
    if (type !== null) return type;
  }
  for (const rule of generalRules) {
    const type = rule.build(schema, pointer, rules);
    if (type !== null) return type;
  }
  return { kind: "anyValue" };
}

function reportUnknownKeywords(
  schema: RawSchema,
  pointer: string,
  { file, report }: BuildContext,
): void {
  for (const keyword of Object.keys(schema)) {
    if (isKnownKeyword(keyword)) continue;
    report(
      createDiagnostic(
        "schema/unknown-keyword",
        { file, pointer },
        `${JSON.stringify(keyword)} is no keyword of a schema`,
        didYouMean(keyword, knownKeywords) ?? undefined,
      ),
    );
  }
}
