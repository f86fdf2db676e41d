// `type: string`, `integer`, `number`, `boolean`, `null` → the same type, with
// its format and constraints.

import { createDiagnostic } from "../../../diagnostics/diagnostic.js";
import { didYouMean } from "../../../diagnostics/did-you-mean.js";
import { quote } from "../../../diagnostics/quote.js";
import type { GeneralRule } from "../general-rule.js";
import { formatOfContent } from "../media-types.js";
import {
  readNumberConstraints,
  readStringConstraints,
} from "../read-constraints.js";

const scalarTypes = [
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
];

/** @see https://spec.openapis.org/oas/v3.1.1#data-types */
export const scalarRule: GeneralRule = {
  summary: "a scalar type → itself; an unknown one → any value, with a warning",
  build(schema, pointer, { context }) {
    const { type } = schema;
    const format = typeof schema.format === "string" ? schema.format : null;
    switch (type) {
      case undefined:
        return formatOfContent({ ...schema, format: null }) === null
          ? null
          : { kind: "string", format: "binary" };
      case "string":
        return {
          kind: "string",
          format: formatOfContent(schema),
          ...readStringConstraints(schema, pointer, context),
        };
      case "integer":
      case "number":
        return {
          kind: "number",
          integer: type === "integer",
          format,
          ...readNumberConstraints(schema),
        };
      case "boolean":
        return { kind: "boolean" };
      case "null":
        return { kind: "null" };
      default:
        context.report(
          createDiagnostic(
            "schema/unknown-type",
            { file: context.file, pointer: `${pointer}/type` },
            `${quote(type)} is not a type`,
            didYouMean(String(type), scalarTypes) ?? undefined,
          ),
        );
        return { kind: "anyValue" };
    }
  },
};
