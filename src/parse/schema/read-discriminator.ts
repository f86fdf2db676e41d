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
      `expected an object with "propertyName", got ${quote(discriminator)}`,
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
        `${JSON.stringify(value)} is mapped to ${quoteTarget(target)}, which is not a schema of the document`,
      );
      return [];
    },
  );
  const { defaultMapping } = discriminator;
  const fallback = references.findModel(defaultMapping);
  if (defaultMapping !== undefined && fallback === null) {
    wrong(
      `the default is mapped to ${quoteTarget(defaultMapping)}, which is not a schema of the document`,
    );
  }
  const branches = discriminatedBranches(schema);
  // In a branch of an `allOf`, it belongs to the schema around it.
  const around = pointer.replace(/(\/allOf\/\d+)+$/, "");
  const name = around.startsWith(schemas) ? references.findModel(around) : null;
  return {
    property: propertyName,
    branches:
      branches === undefined
        ? null
        : branches.flatMap(
            (branch) => references.findModel(referenceOf(branch)) ?? [],
          ),
    parent: name,
    mapping: mapped,
    fallback,
    pointer,
  };
}

/** The branches of the schema's own union, or of one in its `allOf`. */
function discriminatedBranches(
  schema: RawSchema,
): readonly unknown[] | undefined {
  const { oneOf, anyOf, allOf } = schema;
  const own = [oneOf, anyOf].find(Array.isArray);
  if (own !== undefined || !Array.isArray(allOf)) return own;
  const inner = allOf.filter(isRecord).map(discriminatedBranches);
  return inner.find((branches) => branches !== undefined);
}

/** A branch with nothing but `allOf: [$ref]` means what the reference means. */
function referenceOf(branch: unknown): unknown {
  if (!isRecord(branch)) return undefined;
  const { $ref, allOf } = branch;
  const [only, ...others] = Array.isArray(allOf) ? allOf : [];
  return $ref === undefined && others.length === 0 && isRecord(only)
    ? only.$ref
    : $ref;
}

function quoteTarget(target: unknown): string {
  return typeof target === "string" ? quoteAddress(target) : quote(target);
}
