// Resolves a `$ref` to a model: a named schema, or an inline location that has
// become a model.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { quote } from "../../diagnostics/quote.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import type { SpecDocument } from "../../document/parse-spec.js";
import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.js";
import {
  type InlineLocations,
  isSchemaName,
  noInlineLocations,
  schemaLocationOf,
} from "./find-inline-locations.js";
import type { References } from "./find-references.js";

/** The references of a document that point deeper than to a named schema. */
export interface DeepReferences {
  readonly places: InlineLocations;
  readonly references: References;
}

/** For a document whose references all point to named schemas. */
export const notDeep: DeepReferences = {
  places: noInlineLocations,
  references: { targets: new Set(), resolve: () => null },
};

/** Looks up models by references. */
export interface ReferenceReader {
  /** Returns the model that `ref` points to, or null after reporting why there is none. */
  read(ref: unknown, pointer: string): string | null;
  /**
   * Returns the model for a `$ref` or for a plain name, as in a
   * discriminator's mapping. Reports nothing.
   */
  findModel(ref: unknown): string | null;
  /** Returns the schema of a model; undefined for an unknown model. */
  schemaOf(model: string): unknown;
  /** Returns the model of an inline location; null if the location is not a model. */
  modelAt(pointer: string): string | null;
}

/** @see https://spec.openapis.org/oas/v3.1.1#reference-object */
export function createReferenceReader(
  document: SpecDocument,
  deep: DeepReferences,
  report: Report,
): ReferenceReader {
  const names = Object.keys(document.schemas);
  const byName = new Map(
    [...deep.places.values()].map((place) => [place.name, place]),
  );
  const findModel = (ref: unknown): string | null => {
    if (typeof ref !== "string") return null;
    if (Object.hasOwn(document.schemas, ref)) return ref;
    const tokens = parsePointer(ref);
    if (tokens === null) return null;
    if (isSchemaName(tokens)) {
      const name = tokens[2] ?? "";
      return Object.hasOwn(document.schemas, name) ? name : null;
    }
    const pointer = appendPointer("#", ...tokens);
    return deep.places.get(pointer)?.name ?? null;
  };

  return {
    read(ref, pointer) {
      const at = { file: document.file, pointer: `${pointer}/$ref` };
      if (typeof ref !== "string") {
        const message = `${quote(ref)} is no reference`;
        report(createDiagnostic("ref/not-found", at, message));
        return null;
      }
      const tokens = parsePointer(ref);
      if (tokens !== null && isSchemaName(tokens)) {
        const name = tokens[2] ?? "";
        if (Object.hasOwn(document.schemas, name)) return name;
        report(
          createDiagnostic(
            "ref/not-found",
            at,
            `${quoteAddress(ref)} refers to a schema that is not there`,
            didYouMean(name, names) ?? undefined,
          ),
        );
        return null;
      }
      const target = deep.references.resolve(ref, pointer);
      if (target === null) {
        report(
          createDiagnostic(
            "ref/external",
            at,
            `${quoteAddress(ref)} does not point into this document`,
          ),
        );
        return null;
      }
      const model = findModel(target);
      if (model !== null) return model;
      if (resolvePointer(document.root, target) === undefined) {
        report(
          createDiagnostic(
            "ref/not-found",
            at,
            `${quoteAddress(ref)} refers to nothing in this document`,
          ),
        );
        return null;
      }
      const contentSchema = schemaLocationOf(document.root, target);
      report(
        createDiagnostic(
          "ref/not-a-schema",
          at,
          `${quoteAddress(ref)} refers to something that is no schema; ${contentSchema === null ? "it is any value" : "the schema in it is taken"}`,
          contentSchema === null
            ? undefined
            : `write ${JSON.stringify(contentSchema)}`,
        ),
      );
      return contentSchema === null ? null : findModel(contentSchema);
    },
    findModel,
    schemaOf: (model) =>
      Object.hasOwn(document.schemas, model)
        ? document.schemas[model]
        : byName.get(model)?.schema,
    modelAt: (pointer) => deep.places.get(pointer)?.name ?? null,
  };
}
