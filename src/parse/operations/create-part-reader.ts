// A location in the document → the object there, after following references.
// Parts of operations (parameters, bodies, responses, …) may be references to
// references.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { quote } from "../../diagnostics/quote.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import type { RawSchema } from "../../dialects/dialect.js";
import type { SpecDocument } from "../../document/parse-spec.js";
import { appendPointer, resolvePointer } from "../../document/pointer.js";
import { isKnownKeyword } from "../schema/known-keywords.js";
import { isRecord } from "../schema/read-schema.js";
import { knownFields, type PartKind, unknownFields } from "./part-fields.js";

/** An object of the document and its location. */
export interface Part {
  readonly raw: RawSchema;
  readonly pointer: string;
}

/** Reads parts of operations, and reports their problems once. */
export interface PartReader {
  /**
   * Returns the part, or null after reporting why there is none. Reports
   * fields that are unknown for this kind of part; null means a map, whose
   * keys are arbitrary.
   */
  read(value: unknown, pointer: string, kind: PartKind | null): Part | null;
  /** Reports a problem of a part; `message` includes how the part is treated. */
  wrong(pointer: string, message: string): void;
}

export function createPartReader(
  { file, root }: SpecDocument,
  report: Report,
): PartReader {
  const reported = new Set<string>();
  // Operations share parts: a problem is reported once.
  const wrong = (pointer: string, message: string) => {
    const key = `${pointer} ${message}`;
    if (reported.has(key)) return;
    reported.add(key);
    report(createDiagnostic("operation/malformed", { file, pointer }, message));
  };

  /** A cache by reference: thousands of operations may reference the same few parts. */
  const partsByReference = new Map<string, Part>();

  const checked = new Set<string>();
  const checkFields = (raw: RawSchema, pointer: string, kind: PartKind) => {
    const unknown = unknownFields(raw, kind);
    if (unknown.length === 0 || checked.has(pointer)) return;
    checked.add(pointer);
    for (const field of unknown) {
      report(
        createDiagnostic(
          "operation/unknown-field",
          { file, pointer: appendPointer(pointer, field) },
          `${JSON.stringify(field)} is not a field of ${kind}, and is ignored`,
          adviceOn(field, kind) ?? undefined,
        ),
      );
    }
  };

  const read = (
    value: unknown,
    pointer: string,
    kind: PartKind | null,
    before: readonly string[],
  ): Part | null => {
    if (!isRecord(value)) {
      const text = quote(value);
      wrong(pointer, `expected an object, got ${text}; it is ignored`);
      return null;
    }
    const { $ref } = value;
    if (typeof $ref !== "string") {
      if (kind !== null) checkFields(value, pointer, kind);
      return { raw: value, pointer };
    }
    const cached = partsByReference.get($ref);
    if (cached !== undefined) return withTexts(cached, value);
    const at = `${pointer}/$ref`;
    if (before.includes($ref)) {
      wrong(at, `${quoteAddress($ref)} leads back to itself and is ignored`);
      return null;
    }
    const target = resolvePointer(root, $ref);
    if (target !== undefined) {
      const part = read(target, $ref, kind, [...before, $ref]);
      if (part === null) return null;
      partsByReference.set($ref, part);
      return withTexts(part, value);
    }
    const refersTo = $ref.startsWith("#")
      ? createDiagnostic(
          "ref/not-found",
          { file, pointer: at },
          `${quoteAddress($ref)} does not exist in this document`,
        )
      : createDiagnostic(
          "ref/external",
          { file, pointer: at },
          `${quoteAddress($ref)} does not point into this document`,
        );
    report(refersTo);
    return null;
  };

  return {
    read: (value, pointer, kind) => read(value, pointer, kind, []),
    wrong,
  };
}

/**
 * In OpenAPI 2 a parameter had the keywords of its schema, and many documents
 * still write them there.
 */
function adviceOn(field: string, kind: PartKind): string | null {
  const known = knownFields(kind);
  return known.includes("schema") && isKnownKeyword(field)
    ? "write it below `schema`: it is a schema keyword"
    : didYouMean(field, known);
}

/**
 * A `summary` and a `description` beside a `$ref` override those of the part.
 * @see https://spec.openapis.org/oas/v3.1.1#reference-object
 */
function withTexts(part: Part, { summary, description }: RawSchema): Part {
  if (typeof summary !== "string" && typeof description !== "string") {
    return part;
  }
  const texts = {
    ...(typeof summary === "string" && { summary }),
    ...(typeof description === "string" && { description }),
  };
  return { ...part, raw: { ...part.raw, ...texts } };
}
