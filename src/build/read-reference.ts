// `$ref` → the model it names, or the schema it points at deeper in the document.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { SpecDocument } from "../spec/parse-spec.js";
import { parsePointer, resolvePointer } from "../spec/pointer.js";

export type ReferenceTarget =
  | { readonly kind: "model"; readonly name: string }
  | {
      readonly kind: "schema";
      readonly schema: unknown;
      readonly pointer: string;
    };

export interface ReferenceReader {
  /** The target of `$ref`, or null after reporting why there is none. */
  read(ref: unknown, pointer: string): ReferenceTarget | null;
  /** The model that a `$ref`, or a plain name as in a discriminator, stands for. */
  findModel(ref: unknown): string | null;
  /** Builds what lies behind a deep reference, unless it leads back to itself. */
  follow<Result>(pointer: string, build: () => Result): Result | null;
}

/** @see https://spec.openapis.org/oas/v3.1.1#reference-object */
export function createReferenceReader(
  document: SpecDocument,
  report: Report,
): ReferenceReader {
  const following = new Set<string>();
  const names = Object.keys(document.schemas);

  return {
    read(ref, pointer) {
      const at = { file: document.file, pointer: `${pointer}/$ref` };
      const path = typeof ref === "string" ? parsePointer(ref) : null;
      if (typeof ref !== "string" || path === null) {
        report(
          createDiagnostic(
            "ref/external",
            at,
            `${JSON.stringify(ref)} does not point into this document`,
          ),
        );
        return null;
      }
      const [components, schemas, name, ...deeper] = path;
      const intoSchemas = components === "components" && schemas === "schemas";
      if (intoSchemas && name !== undefined && deeper.length === 0) {
        if (Object.hasOwn(document.schemas, name))
          return { kind: "model", name };
        report(
          createDiagnostic(
            "ref/not-found",
            at,
            `${JSON.stringify(ref)} refers to a schema that is not there`,
            didYouMean(name, names) ?? undefined,
          ),
        );
        return null;
      }
      const schema = resolvePointer(document.root, ref);
      if (schema === undefined) {
        report(
          createDiagnostic(
            "ref/not-found",
            at,
            `${JSON.stringify(ref)} refers to nothing in this document`,
          ),
        );
        return null;
      }
      return { kind: "schema", schema, pointer: ref };
    },

    findModel(ref) {
      if (typeof ref !== "string") return null;
      if (Object.hasOwn(document.schemas, ref)) return ref;
      const [components, schemas, name, ...deeper] = parsePointer(ref) ?? [];
      const intoSchemas = components === "components" && schemas === "schemas";
      return intoSchemas &&
        name !== undefined &&
        deeper.length === 0 &&
        Object.hasOwn(document.schemas, name)
        ? name
        : null;
    },

    follow(pointer, build) {
      if (following.has(pointer)) return null;
      following.add(pointer);
      const result = build();
      following.delete(pointer);
      return result;
    },
  };
}
