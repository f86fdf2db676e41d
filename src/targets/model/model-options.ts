// The table of this target's options, and their parser.

import type { PresenceWish } from "../../passes/passes.js";
import type { SettingTable } from "../../settings/setting.js";
import type { PlaceOfOption } from "../place-of-option.js";
import { presenceOption, readPresence } from "../presence-option.js";
import { chooseOption, rejectUnknownOptions } from "../read-option.js";
import type { RawOptions } from "../target.js";

export const modelOptionKeys = {
  enums: {
    type: "choice",
    choices: ["observed", "open", "closed"],
    default: "observed",
    description:
      "Whether enums of strings accept values that the document does not list: `observed` follows the dialect.",
  },
  intersections: {
    type: "choice",
    choices: ["kept", "merged"],
    default: "kept",
    description:
      "With `merged`, an `allOf` of objects is one object with the properties of all.",
  },
  patterns: {
    type: "choice",
    choices: ["kept", "runnable"],
    default: "kept",
    description:
      "With `runnable`, patterns that are not regular expressions of ECMAScript are removed, with a warning.",
  },
  presence: presenceOption,
  reserved: {
    type: "globs",
    default: [],
    description:
      "Names that the language reserves; a name that equals one gets a `_` at its end. After `--set`, separated by commas.",
  },
} as const satisfies SettingTable;

type ModelOptionKeys = typeof modelOptionKeys;

export interface ModelOptions {
  readonly enums: ModelOptionKeys["enums"]["choices"][number];
  readonly intersections: ModelOptionKeys["intersections"]["choices"][number];
  readonly patterns: ModelOptionKeys["patterns"]["choices"][number];
  readonly presence: PresenceWish;
  readonly reserved: ReadonlySet<string>;
}

export function readModelOptions(
  raw: RawOptions,
  placeOf: PlaceOfOption,
): ModelOptions {
  const keys = modelOptionKeys;
  rejectUnknownOptions(raw, Object.keys(keys), "the target model", placeOf);
  const { enums, intersections, patterns, reserved = [] } = raw;
  const names = Array.isArray(reserved)
    ? reserved
    : String(reserved).split(",");
  return {
    enums: chooseOption(
      "enums",
      enums ?? keys.enums.default,
      keys.enums.choices,
      placeOf("enums"),
    ),
    intersections: chooseOption(
      "intersections",
      intersections ?? keys.intersections.default,
      keys.intersections.choices,
      placeOf("intersections"),
    ),
    patterns: chooseOption(
      "patterns",
      patterns ?? keys.patterns.default,
      keys.patterns.choices,
      placeOf("patterns"),
    ),
    presence: readPresence(raw, placeOf),
    reserved: new Set(names.map((name) => String(name).trim())),
  };
}
