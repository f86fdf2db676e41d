// A base that lists its variants by `oneOf`, each of which extends it by `allOf`:
// `Pet = oneOf [Cat]`, `Cat = allOf [Pet, …]`. Read to the letter the two are a
// circle; what Cat takes from Pet is all but the list.

import type { RawSchema } from "../../dialects/dialect.js";
import type { ReferenceReader } from "../references/create-reference-reader.js";
import { isRecord } from "./read-schema.js";

/** Whether `branch`, of the `allOf` of the schema at `pointer`, refers to a base that lists that schema. */
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

/** What the base says beside its list. */
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
