// The option `presence`, which the targets share: it decides about models, not about a
// language.

import type { PresenceWish } from "../passes/passes.js";
import type { PlaceOfOption } from "./place-of-option.js";
import { chooseOption } from "./read-option.js";
import type { RawOptions } from "./target.js";

export const presenceOption = {
  type: "choice",
  choices: ["facts", "observed", "document"],
  default: "facts",
  description:
    "Which properties are optional: with `facts`, those that neither `required` nor the `presence` file makes always present; with `observed`, the dialect's assumption counts where the file does not say; `document` follows `required` alone.",
} as const;

/** @throws InputError for a value that is not a choice */
export function readPresence(
  { presence = presenceOption.default }: RawOptions,
  placeOf: PlaceOfOption,
): PresenceWish {
  const { choices } = presenceOption;
  return chooseOption<PresenceWish>(
    "presence",
    presence,
    choices,
    placeOf("presence"),
  );
}
