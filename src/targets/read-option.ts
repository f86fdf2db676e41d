// Checks the options of a target, as the user wrote them.

import type { Location } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import type { PlaceOfOption } from "./place-of-option.js";
import type { RawOptions } from "./target.js";

/** Throws `InputError` for a key that `known` does not list. `owner` is the target or the outer option. */
export function rejectUnknownOptions(
  raw: RawOptions,
  known: readonly string[],
  owner: string,
  placeOf: PlaceOfOption,
): void {
  for (const key of Object.keys(raw)) {
    if (known.includes(key)) continue;
    throw inputError(
      "option/unknown",
      placeOf(key),
      `${owner} has no option ${JSON.stringify(key)}; it has ${known.join(", ")}`,
      didYouMean(key, known) ?? undefined,
    );
  }
}

/** Returns `value` if it is one of `choices`; throws `InputError` otherwise. */
export function chooseOption<Choice extends string>(
  option: string,
  value: unknown,
  choices: readonly Choice[],
  at: Location | null,
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw inputError(
    "option/wrong-value",
    at,
    `${option} cannot be ${JSON.stringify(value)}; it can be ${choices.join(", ")}`,
    didYouMean(String(value), choices) ?? undefined,
  );
}

/**
 * Throws for an entry that `entries` lists twice. A repeated key in a config is an error
 * of its syntax; text after `--set` has no parser that would report it.
 */
export function rejectRepeatedEntries(
  option: string,
  entries: readonly string[],
  at: Location | null,
): void {
  const repeated = entries.find((one, index) => entries.indexOf(one) < index);
  if (repeated === undefined) return;
  throw inputError(
    "option/wrong-value",
    at,
    `${option} lists ${JSON.stringify(repeated)} more than once`,
    "remove the entries that you do not need",
  );
}

export function isOptionMap(value: unknown): value is RawOptions {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
