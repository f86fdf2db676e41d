// The table of this target's options, and their parser.

import type { PresenceWish } from "../../passes/passes.js";
import type { SettingTable } from "../../settings/setting.js";
import type { PlaceOfOption } from "../place-of-option.js";
import { presenceOption, readPresence } from "../presence-option.js";
import { chooseOption, rejectUnknownOptions } from "../read-option.js";
import type { RawOptions } from "../target.js";

export const rustOptionKeys = {
  presence: presenceOption,
  typing: {
    type: "choice",
    choices: ["precise", "loose"],
    default: "precise",
    description:
      "`precise` generates a type for everything that the document declares. `loose` keeps the form that this project replaces: a type that needs more than one schema is any JSON value.",
  },
} as const satisfies SettingTable;

export interface RustOptions {
  /** Has no effect on `loose`. */
  readonly presence: PresenceWish;
  readonly typing: (typeof rustOptionKeys)["typing"]["choices"][number];
}

export function readRustOptions(
  raw: RawOptions,
  placeOf: PlaceOfOption,
): RustOptions {
  const keys = rustOptionKeys;
  rejectUnknownOptions(raw, Object.keys(keys), "the target rust", placeOf);
  const { choices, default: defaultTyping } = keys.typing;
  const typing = raw.typing ?? defaultTyping;
  return {
    presence: readPresence(raw, placeOf),
    typing: chooseOption("typing", typing, choices, placeOf("typing")),
  };
}
