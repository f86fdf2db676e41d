// The option `formats`: the TypeScript types of formats, in place of `string` and
// `number`.

import type { Location } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { placeOfPart } from "../place-of-option.js";
import { rejectRepeatedEntries } from "../read-option.js";

/** Types that the user can choose. All are built in, except `Uuid`, which `types.ts` declares. */
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

/** True if the JSON value itself is of the type. `Uuid` counts, although not every string is one. */
export function isInJson(type: FormatType, kind: "number" | "string"): boolean {
  if (type === "unknown" || type === kind) return true;
  return type === "Uuid" && kind === "string";
}

/** The document's `format` → type: `date-time → Date`. Any format of the document is allowed. */
export type Formats = ReadonlyMap<string, FormatType>;

/**
 * Reads `{date-time: Date}` of a config, or `date-time:Date,int64:bigint` of the
 * command line. The option changes types only: callers convert the JSON values
 * themselves. Throws `InputError` for other values.
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
      const formatType = formatTypes.find((candidate) => candidate === type);
      if (formatType !== undefined) return [format, formatType];
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
