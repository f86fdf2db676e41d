// The options that a pack declares, and the values that the user gives them.

import type { Location } from "../diagnostics/diagnostic.js";
import { inputError } from "../diagnostics/input-error.js";
import type { Word } from "../languages/printable.js";
import { chooseOption } from "../targets/read-option.js";
import type { RawOptions } from "../targets/target.js";
import type { PackReader } from "./pack-reader.js";

/** An option of a pack. */
export interface PackOption {
  readonly type: "boolean" | "choice" | "name";
  /** Empty unless the type is `choice`. */
  readonly choices: readonly string[];
  readonly default: PackOptionValue;
  readonly description: string;
}

/** A `Word`, so that templates can print it anywhere. */
export type PackOptionValue = boolean | Word;

/** A choice or a name: `my_models.v2`. */
const wordPattern = /^[A-Za-z_][\w.-]*$/;

/** @throws InputError */
export function readPackOptions(
  pack: PackReader,
): ReadonlyMap<string, PackOption> {
  const reader = pack.object("options");
  const names = Object.keys(reader?.values ?? {});
  return new Map(
    names.map((name) => {
      const entry = reader?.object(name) ?? pack;
      if (!wordPattern.test(name)) {
        throw pack.wrong("options", "an object whose keys are names");
      }
      return [name, readPackOption(entry)];
    }),
  );
}

function readPackOption(entry: PackReader): PackOption {
  entry.refuseUnknownKeys(["type", "choices", "default", "description"]);
  const needed = "boolean, choice or name";
  const type = entry.text("type", needed);
  if (type !== "boolean" && type !== "choice" && type !== "name") {
    throw entry.wrong("type", needed);
  }
  const choices = entry.texts("choices", "a list of names");
  if ((type === "choice") !== choices.length > 0) {
    throw entry.wrong("choices", "the values of a choice, and only there");
  }
  if (!choices.every((choice) => wordPattern.test(choice))) {
    throw entry.wrong("choices", "names of letters, digits, `_`, `-` and `.`");
  }
  const value = entry.values.default;
  const allowed = toOptionValue(value, { type, choices });
  if (allowed === null) throw entry.wrong("default", "a value of this type");
  return {
    ...{ type, choices, default: allowed },
    description: entry.text("description", "one line of text"),
  };
}

/**
 * The values of all options of the pack, by name: those of `raw`, else the defaults.
 * @throws InputError for a value of another type
 */
export function readPackValues(
  options: ReadonlyMap<string, PackOption>,
  raw: RawOptions,
  placeOf: (name: string) => Location,
): Readonly<Record<string, PackOptionValue>> {
  return Object.fromEntries(
    [...options].map(([name, option]) => {
      if (!Object.hasOwn(raw, name)) return [name, option.default];
      const value = toOptionValue(raw[name], option);
      if (value === null) refuseValue(name, raw[name], option, placeOf(name));
      return [name, value ?? option.default];
    }),
  );
}

/** Values on the command line are texts. Null for a value of another type. */
function toOptionValue(
  value: unknown,
  { type, choices }: Pick<PackOption, "choices" | "type">,
): PackOptionValue | null {
  if (type === "boolean") {
    if (typeof value === "boolean") return value;
    return value === "true" ? true : value === "false" ? false : null;
  }
  if (typeof value !== "string" || !wordPattern.test(value)) return null;
  if (type === "choice" && !choices.includes(value)) return null;
  return value as Word; // letters, digits, `_`, `-` and `.`
}

function refuseValue(
  name: string,
  value: unknown,
  { type, choices }: PackOption,
  at: Location,
): void {
  if (type === "choice") chooseOption(name, value, choices, at);
  throw inputError(
    "option/wrong-value",
    at,
    `${name} cannot be ${JSON.stringify(value)}`,
    type === "boolean"
      ? "use true or false"
      : "use letters, digits, `_`, `-` and `.`, with a letter or `_` first",
  );
}
