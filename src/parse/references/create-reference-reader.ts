// `$ref` → the model that it leads to: a schema of that name, or what stands at
// a place deeper in the document.

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
import { isSchemaName, noPlaces, type Places, placeOf } from "./find-places.js";
import type { References } from "./find-references.js";

/** The references of a document that lead deeper than to the name of a schema. */
export interface DeepReferences {
  readonly places: Places;
  readonly references: References;
}

/** Of a document whose references all name schemas. */
export const notDeep: DeepReferences = {
  places: noPlaces,
  references: { targets: new Set(), resolve: () => null },
};

export interface ReferenceReader {
  /** The model that `$ref` leads to, or null after reporting why there is none. */
  read(ref: unknown, pointer: string): string | null;
  /** The model that a `$ref`, or a plain name as in a discriminator, stands for. */
  findModel(ref: unknown): string | null;
  /** The schema of a model. */
  schemaOf(model: string): unknown;
  /** The model that is made of what stands at a place, where one is. */
  modelAt(pointer: string): string | null;
}

/**
 * @see https://spec.openapis.org/oas/v3.1.1#reference-object
 */
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
    const place = appendPointer("#", ...tokens);
    return deep.places.get(place)?.name ?? null;
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
      const held = placeOf(document.root, target);
      report(
        createDiagnostic(
          "ref/not-a-schema",
          at,
          `${quoteAddress(ref)} refers to something that is no schema; ${held === null ? "it is any value" : "the schema in it is taken"}`,
          held === null ? undefined : `write ${JSON.stringify(held)}`,
        ),
      );
      return held === null ? null : findModel(held);
    },
    findModel,
    schemaOf: (model) =>
      Object.hasOwn(document.schemas, model)
        ? document.schemas[model]
        : byName.get(model)?.schema,
    modelAt: (pointer) => deep.places.get(pointer)?.name ?? null,
  };
}
