// A place in the document → the object that stands there, or the one that its
// `$ref` leads to. Operations are made of such parts, and any of them may be a
// reference, also to a part that is a reference itself.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { RawSchema } from "../../dialects/dialect.js";
import type { SpecDocument } from "../../spec/parse-spec.js";
import { resolvePointer } from "../../spec/pointer.js";
import { isRecord } from "../read-schema.js";

/** What stands in a document, and where. */
export interface Part {
  readonly raw: RawSchema;
  readonly pointer: string;
}

export interface PartReader {
  /** Null after reporting why there is none. */
  read(value: unknown, pointer: string): Part | null;
  /** Says what is wrong with a part, and what is made of it. */
  wrong(pointer: string, message: string): void;
}

export function createPartReader(
  { file, root }: SpecDocument,
  report: Report,
): PartReader {
  const said = new Set<string>();
  // Many operations come by the same part.
  const wrong = (pointer: string, message: string) => {
    const key = `${pointer} ${message}`;
    if (said.has(key)) return;
    said.add(key);
    report(createDiagnostic("operation/malformed", { file, pointer }, message));
  };

  const read = (
    value: unknown,
    pointer: string,
    before: readonly string[],
  ): Part | null => {
    if (!isRecord(value)) {
      const text = JSON.stringify(value) ?? "nothing";
      wrong(pointer, `an object is needed here, not ${text}; it is left out`);
      return null;
    }
    const { $ref, ...beside } = value;
    if (typeof $ref !== "string") return { raw: value, pointer };
    const at = `${pointer}/$ref`;
    if (before.includes($ref)) {
      wrong(at, `${JSON.stringify($ref)} leads back to itself; it is left out`);
      return null;
    }
    const target = resolvePointer(root, $ref);
    if (target !== undefined) {
      const part = read(target, $ref, [...before, $ref]);
      return part === null ? null : withTexts(part, beside);
    }
    const refersTo = $ref.startsWith("#")
      ? createDiagnostic(
          "ref/not-found",
          { file, pointer: at },
          `${JSON.stringify($ref)} refers to nothing in this document`,
        )
      : createDiagnostic(
          "ref/external",
          { file, pointer: at },
          `${JSON.stringify($ref)} does not point into this document`,
        );
    report(refersTo);
    return null;
  };

  return { read: (value, pointer) => read(value, pointer, []), wrong };
}

/**
 * Beside a `$ref` a summary and a description may stand, which are the stronger.
 * @see https://spec.openapis.org/oas/v3.1.1#reference-object
 */
function withTexts(part: Part, { summary, description }: RawSchema): Part {
  const texts = {
    ...(typeof summary === "string" && { summary }),
    ...(typeof description === "string" && { description }),
  };
  return Object.keys(texts).length === 0
    ? part
    : { ...part, raw: { ...part.raw, ...texts } };
}
