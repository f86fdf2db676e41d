// The option `formats`: what a string or number of some format is typed as, where the
// usual type does not serve.

import type { Location } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { placeOfPart } from "../place-of-option.js";
import { rejectRepeatedEntries } from "../read-option.js";

/** Types that every program has; `Uuid` is declared where it is used. */
export const formatTypes = [
  "Blob",
  "Date",
  "URL",
  "Uint8Array",
  "Uuid",
  "bigint",
  "number",
  "string",
  "unknown",
] as const;

export type FormatType = (typeof formatTypes)[number];

/** Whether a string or a number of JSON is of the type; how a `Uuid` is written is not asked. */
export function isInJson(type: FormatType, kind: "number" | "string"): boolean {
  if (type === "unknown" || type === kind) return true;
  return type === "Uuid" && kind === "string";
}

/** By the document's `format`: `date-time`, `int64`, or any other that it has. */
export type Formats = ReadonlyMap<string, FormatType>;

/**
 * `{date-time: Date}` in a config, `date-time:Date,int64:bigint` on the command line.
 * What is received is JSON all the same: who says `Date` has to make one of it.
 */
export function readFormats(raw: unknown, at: Location | null): Formats {
  const entries =
    typeof raw === "string"
      ? raw.split(",").map((pair) => splitPair(pair, at))
      : Object.entries(readFormatMap(raw, at));
  rejectRepeatedEntries(
    "formats",
    entries.map(([format]) => format),
    at,
  );
  return new Map(
    entries.map(([format, type]): [string, FormatType] => {
      const known = formatTypes.find((one) => one === type);
      if (known !== undefined) return [format, known];
      throw inputError(
        "option/wrong-value",
        typeof raw === "string" ? at : placeOfPart(at, format),
        `formats.${format} cannot be ${JSON.stringify(type)}; it can be ${formatTypes.join(", ")}`,
        didYouMean(String(type), formatTypes) ?? undefined,
      );
    }),
  );
}

function splitPair(pair: string, at: Location | null): [string, string] {
  const colon = pair.lastIndexOf(":");
  if (colon > 0) return [pair.slice(0, colon), pair.slice(colon + 1)];
  throw inputError(
    "option/wrong-value",
    at,
    `${JSON.stringify(pair)} is not FORMAT:TYPE`,
  );
}

function readFormatMap(raw: unknown, at: Location | null): object {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) {
    return raw;
  }
  throw inputError(
    "option/wrong-value",
    at,
    `formats cannot be ${JSON.stringify(raw)}; it maps formats to types`,
  );
}
