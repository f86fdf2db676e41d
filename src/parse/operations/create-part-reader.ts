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

/** One document while its parts are read. */
interface PartState {
  readonly file: string;
  readonly root: SpecDocument["root"];
  readonly report: Report;
  /** Messages that are reported: many operations come by the same part. */
  readonly said: Set<string>;
  /** Where references lead: thousands of operations refer to the same few parts. */
  readonly followed: Map<string, Part>;
  /** The places whose unknown fields are reported. */
  readonly checked: Set<string>;
}

export function createPartReader(
  { file, root }: SpecDocument,
  report: Report,
): PartReader {
  const state: PartState = {
    ...{ file, root, report, said: new Set() },
    ...{ followed: new Map(), checked: new Set() },
  };
  return {
    read: (value, pointer, kind) => readPart(value, pointer, kind, [], state),
    wrong: (pointer, message) => reportMalformed(pointer, message, state),
  };
}

function reportMalformed(
  pointer: string,
  message: string,
  { file, report, said }: PartState,
): void {
  const key = `${pointer} ${message}`;
  if (said.has(key)) return;
  said.add(key);
  report(createDiagnostic("operation/malformed", { file, pointer }, message));
}

function checkFields(
  raw: RawSchema,
  pointer: string,
  kind: PartKind,
  { file, report, checked }: PartState,
): void {
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
}

/** `before` are the references that led here. */
function readPart(
  value: unknown,
  pointer: string,
  kind: PartKind | null,
  before: readonly string[],
  state: PartState,
): Part | null {
  if (!isRecord(value)) {
    const text = quote(value);
    const message = `expected an object, got ${text}; it is ignored`;
    reportMalformed(pointer, message, state);
    return null;
  }
  const { $ref } = value;
  if (typeof $ref !== "string") {
    if (kind !== null) checkFields(value, pointer, kind, state);
    return { raw: value, pointer };
  }
  const known = state.followed.get($ref);
  if (known !== undefined) return withTexts(known, value);
  const at = `${pointer}/$ref`;
  if (before.includes($ref)) {
    const message = `${quoteAddress($ref)} leads back to itself and is ignored`;
    reportMalformed(at, message, state);
    return null;
  }
  const target = resolvePointer(state.root, $ref);
  if (target === undefined) {
    reportDangling($ref, at, state);
    return null;
  }
  const part = readPart(target, $ref, kind, [...before, $ref], state);
  if (part === null) return null;
  state.followed.set($ref, part);
  return withTexts(part, value);
}

function reportDangling(
  ref: string,
  pointer: string,
  { file, report }: PartState,
): void {
  const isInside = ref.startsWith("#");
  report(
    createDiagnostic(
      isInside ? "ref/not-found" : "ref/external",
      { file, pointer },
      isInside
        ? `${quoteAddress(ref)} does not exist in this document`
        : `${quoteAddress(ref)} does not point into this document`,
    ),
  );
}

/** In OpenAPI 2 a parameter was its own schema, and many a document is of those days. */
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
