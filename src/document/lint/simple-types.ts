// The types of parameters and headers in Swagger 2.0, which have no schema.

import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import { below } from "./lint-place.js";
import {
  type Facts,
  isSwagger2,
  type LintRule,
  type Part,
  quote,
} from "./lint-rule.js";

const types = ["array", "boolean", "integer", "number", "string"];
const typesOfForms = [...types, "file"];

/**
 * "Since the parameter is not located at the request body, it is limited to simple
 * types (that is, not an object). The value MUST be one of "string", "number",
 * "integer", "boolean", "array" or "file"", the last one in forms alone. A header is
 * the same without files. Of a parameter's type that no version has, building tells.
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 * @see https://spec.openapis.org/oas/v2.0.html#header-object
 */
export const simpleTypes: LintRule = {
  appliesTo: isSwagger2,
  parameter(part, facts) {
    if (part.raw.in === "body") return;
    const known = part.raw.in === "formData" ? typesOfForms : types;
    if (isTypeOfSchemas(part.raw.type)) {
      tellWrongType("parameter/wrong-type", part, known, facts);
    }
  },
  header(part, facts) {
    tellWrongType("header/wrong-type", part, types, facts);
  },
};

function isTypeOfSchemas(type: unknown): boolean {
  return type === undefined || type === "object" || type === "file";
}

function tellWrongType(
  code: DiagnosticCode,
  { raw, place }: Part,
  known: readonly string[],
  facts: Facts,
): void {
  if (typeof raw.type === "string" && known.includes(raw.type)) return;
  facts.tell(
    code,
    below(place, "type"),
    raw.type === undefined
      ? "there is no type"
      : `${quote(raw.type)} is no type that can be here`,
    `use one of ${known.join(", ")}`,
  );
}
