// Resolves a `$ref` to a model: a named schema, or an inline location that has
// become a model.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
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
  const byName = new Map(
    [...deep.places.values()].map((place) => [place.name, place]),
  );
  const source: ReferenceSource = { document, deep };
  return {
    read(ref, pointer) {
      const outcome = resolveToModel(ref, pointer, source);
      if (outcome.problem !== null) {
        const { code, message, help } = outcome.problem;
        const at = { file: document.file, pointer: `${pointer}/$ref` };
        report(createDiagnostic(code, at, message, help));
      }
      return outcome.model;
    },
    findModel: (ref) => findModel(ref, source),
    schemaOf: (model) =>
      Object.hasOwn(document.schemas, model)
        ? document.schemas[model]
        : byName.get(model)?.schema,
    modelAt: (pointer) => deep.places.get(pointer)?.name ?? null,
  };
}

interface ReferenceSource {
  readonly document: SpecDocument;
  readonly deep: DeepReferences;
}

/** The model of a reference, and what is wrong with the reference; null for nothing. */
interface ReferenceOutcome {
  readonly model: string | null;
  readonly problem: {
    readonly code: DiagnosticCode;
    readonly message: string;
    readonly help?: string | undefined;
  } | null;
}

function findModel(
  ref: unknown,
  { document, deep }: ReferenceSource,
): string | null {
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
}

function resolveToModel(
  ref: unknown,
  pointer: string,
  source: ReferenceSource,
): ReferenceOutcome {
  if (typeof ref !== "string") {
    return failed("ref/not-found", `${quote(ref)} is not a reference`);
  }
  const tokens = parsePointer(ref);
  if (tokens !== null && isSchemaName(tokens)) {
    return resolveSchemaName(ref, tokens[2] ?? "", source);
  }
  const target = source.deep.references.resolve(ref, pointer);
  if (target === null) {
    const message = `${quoteAddress(ref)} does not point into this document`;
    return failed("ref/external", message);
  }
  const model = findModel(target, source);
  return model === null
    ? resolveOther(ref, target, source)
    : { model, problem: null };
}

/** A reference to `#/components/schemas/NAME`. */
function resolveSchemaName(
  ref: string,
  name: string,
  { document: { schemas } }: ReferenceSource,
): ReferenceOutcome {
  if (Object.hasOwn(schemas, name)) return { model: name, problem: null };
  return failed(
    "ref/not-found",
    `${quoteAddress(ref)} refers to a schema that does not exist`,
    didYouMean(name, Object.keys(schemas)) ?? undefined,
  );
}

/** A reference to a part of the document that is not a schema; one may be inside. */
function resolveOther(
  ref: string,
  target: string,
  source: ReferenceSource,
): ReferenceOutcome {
  const { root } = source.document;
  if (resolvePointer(root, target) === undefined) {
    const message = `${quoteAddress(ref)} does not exist in this document`;
    return failed("ref/not-found", message);
  }
  const start = `${quoteAddress(ref)} does not refer to a schema;`;
  const inner = schemaLocationOf(root, target);
  if (inner === null) {
    return failed("ref/not-a-schema", `${start} its type is any value`);
  }
  return {
    model: findModel(inner, source),
    problem: {
      code: "ref/not-a-schema",
      message: `${start} the schema inside is used`,
      help: `write ${JSON.stringify(inner)}`,
    },
  };
}

function failed(
  code: DiagnosticCode,
  message: string,
  help?: string,
): ReferenceOutcome {
  return { model: null, problem: { code, message, help } };
}
