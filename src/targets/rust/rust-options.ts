// What `--set` and the config may say to this target.

import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import type { PlaceOfOption } from "../place-of-option.js";
import type { RawOptions } from "../target.js";

/**
 * `precise` types all that the document says. `loose` keeps to the form of earlier
 * files: what takes more than one schema to say is any JSON value.
 */
const typings = ["precise", "loose"] as const;

export interface RustOptions {
  readonly typing: (typeof typings)[number];
}

const rustOptionKeys = ["typing"];

export function readRustOptions(
  raw: RawOptions,
  placeOf: PlaceOfOption,
): RustOptions {
  for (const key of Object.keys(raw)) {
    if (rustOptionKeys.includes(key)) continue;
    throw inputError(
      "option/unknown",
      placeOf(key),
      `the target rust has no option ${JSON.stringify(key)}; it has ${rustOptionKeys.join(", ")}`,
      didYouMean(key, rustOptionKeys) ?? undefined,
    );
  }
  const wanted = raw.typing ?? "precise";
  const typing = typings.find((each) => each === wanted);
  if (typing !== undefined) return { typing };
  throw inputError(
    "option/wrong-value",
    placeOf("typing"),
    `typing cannot be ${JSON.stringify(wanted)}; it can be ${typings.join(", ")}`,
    didYouMean(String(wanted), typings) ?? undefined,
  );
}
