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
      "`precise` types everything that the document declares. `loose` keeps the form of earlier files: a type that needs more than one schema is any JSON value.",
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
  const { choices, default: usual } = keys.typing;
  const typing = raw.typing ?? usual;
  return {
    presence: readPresence(raw, placeOf),
    typing: chooseOption("typing", typing, choices, placeOf("typing")),
  };
}
