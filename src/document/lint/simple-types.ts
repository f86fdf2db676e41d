// Lint rule: types of parameters and headers in Swagger 2.0, where they have no schema.

import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import { lintPlaceBelow } from "./lint-place.js";
import {
  type Facts,
  isSwagger2,
  type LintedPart,
  type LintRule,
  quoteValue,
} from "./lint-rule.js";

const simpleTypeNames = ["array", "boolean", "integer", "number", "string"];
const typesOfForms = [...simpleTypeNames, "file"];

/**
 * "Since the parameter is not located at the request body, it is limited to simple
 * types (that is, not an object). The value MUST be one of "string", "number",
 * "integer", "boolean", "array" or "file"", where `file` is for forms only. Headers
 * have the same types except `file`. The parser reports types that exist in no version.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 * @see https://spec.openapis.org/oas/v2.0.html#header-object
 */
export const simpleTypes: LintRule = {
  appliesTo: isSwagger2,
  parameter(part, facts) {
    if (part.raw.in === "body") return;
    const allowed = part.raw.in === "formData" ? typesOfForms : simpleTypeNames;
    if (isTypeOfSchemas(part.raw.type)) {
      reportWrongType("parameter/wrong-type", part, allowed, facts);
    }
  },
  header(part, facts) {
    reportWrongType("header/wrong-type", part, simpleTypeNames, facts);
  },
};

function isTypeOfSchemas(type: unknown): boolean {
  return type === undefined || type === "object" || type === "file";
}

function reportWrongType(
  code: DiagnosticCode,
  { raw, place }: LintedPart,
  allowed: readonly string[],
  facts: Facts,
): void {
  if (typeof raw.type === "string" && allowed.includes(raw.type)) return;
  facts.report(
    code,
    lintPlaceBelow(place, "type"),
    raw.type === undefined
      ? "the type is missing"
      : `${quoteValue(raw.type)} is not a type that is allowed here`,
    `use one of ${allowed.join(", ")}`,
  );
}
