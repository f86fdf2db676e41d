// A base schema that lists its variants by `oneOf`, while each variant extends
// it by `allOf`: `Pet = oneOf [Cat]`, `Cat = allOf [Pet, …]`. Taken literally,
// this is a cycle; Cat inherits everything of Pet except for the list.

import type { RawSchema } from "../../dialects/dialect.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";
import { isRecord } from "./read-schema.js";

/**
 * True if `branch`, in the `allOf` of the schema at `pointer`, references a
 * base that lists that schema as a variant.
 */
export function isVariantOf(
  branch: RawSchema,
  pointer: string,
  references: ReferenceReader,
): boolean {
  if (branch.$ref === undefined) return false;
  const base = baseOf(branch, references);
  const own = references.findModel(pointer);
  if (base === null || own === null) return false;
  return [base.oneOf, base.anyOf].some(
    (variants) =>
      Array.isArray(variants) &&
      variants.some(
        (variant: unknown) =>
          isRecord(variant) && references.findModel(variant.$ref) === own,
      ),
  );
}

/** The base without its list of variants. */
export function withoutVariants(
  branch: RawSchema,
  references: ReferenceReader,
): RawSchema {
  const { oneOf, anyOf, discriminator, ...rest } =
    baseOf(branch, references) ?? {};
  return rest;
}

function baseOf(
  { $ref }: RawSchema,
  references: ReferenceReader,
): RawSchema | null {
  const model = references.findModel($ref);
  const schema = model === null ? null : references.schemaOf(model);
  return isRecord(schema) ? schema : null;
}
