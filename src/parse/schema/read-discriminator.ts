// `discriminator` → the models that it discriminates, and by which values.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { quote } from "../../diagnostics/quote.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import type { RawSchema } from "../../dialects/dialect.js";
import type { Discriminator, MappedValue } from "../../ir/discriminator.js";
import { isRecord } from "./read-schema.js";
import type { RuleContext } from "./rule-context.js";

const schemas = "#/components/schemas/";

/**
 * Beside `oneOf` or `anyOf` it discriminates the branches; elsewhere, all
 * schemas that extend this one by `allOf`. Null after reporting a malformed
 * one.
 * @see https://spec.openapis.org/oas/v3.2.0#discriminator-object
 */
export function readDiscriminator(
  schema: RawSchema,
  pointer: string,
  rules: RuleContext,
): Discriminator | null {
  const { context, references } = rules;
  const { discriminator } = schema;
  if (discriminator === undefined) return null;
  const wrong = (message: string) => {
    const at = { file: context.file, pointer: `${pointer}/discriminator` };
    context.report(createDiagnostic("discriminator/malformed", at, message));
    return null;
  };
  if (!isRecord(discriminator)) {
    return wrong(
      `a discriminator is an object with a "propertyName", not ${quote(discriminator)}`,
    );
  }
  const { propertyName, mapping = {} } = discriminator;
  if (typeof propertyName !== "string" || propertyName === "") {
    return wrong('a discriminator needs a "propertyName"');
  }
  if (!isRecord(mapping)) return wrong('"mapping" must be an object');
  const mapped = Object.entries(mapping).flatMap(
    ([value, target]): MappedValue[] => {
      const model = references.findModel(target);
      if (model !== null) return [{ value, model }];
      wrong(
        `${JSON.stringify(value)} is mapped to ${quoteTarget(target)}, and there is no such schema`,
      );
      return [];
    },
  );
  const { defaultMapping } = discriminator;
  const fallback = references.findModel(defaultMapping);
  if (defaultMapping !== undefined && fallback === null) {
    wrong(
      `other values are mapped to ${quoteTarget(defaultMapping)}, and there is no such schema`,
    );
  }
  const branches = [schema.oneOf, schema.anyOf].find(Array.isArray);
  const name = pointer.startsWith(schemas)
    ? references.findModel(pointer)
    : null;
  return {
    property: propertyName,
    branches:
      branches === undefined
        ? null
        : branches.flatMap(
            (branch: unknown) =>
              (isRecord(branch) && references.findModel(branch.$ref)) || [],
          ),
    parent: name,
    mapping: mapped,
    fallback,
    pointer,
  };
}

function quoteTarget(target: unknown): string {
  return typeof target === "string" ? quoteAddress(target) : quote(target);
}
