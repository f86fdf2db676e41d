// The table of this target's options, and their parser.

import type { Location } from "../../diagnostics/diagnostic.js";
import { inputError } from "../../diagnostics/input-error.js";
import type { PresenceWish } from "../../passes/passes.js";
import type { EnumOverride, EnumWishes } from "../../passes/resolve-enums.js";
import type { SettingTable } from "../../settings/setting.js";
import { type PlaceOfOption, placeOfPart } from "../place-of-option.js";
import { presenceOption, readPresence } from "../presence-option.js";
import {
  chooseOption,
  isOptionMap,
  rejectRepeatedEntries,
  rejectUnknownOptions,
} from "../read-option.js";
import type { RawOptions } from "../target.js";
import { type Formats, formatTypes, readFormats } from "./formats.js";

/** The values of the option `emit`. */
const artifacts = [
  "models",
  "values",
  "params",
  "events",
  "validators",
  "factories",
] as const;
export type Artifact = (typeof artifacts)[number];

const opennesses = ["observed", "open", "closed"] as const;

/** In alphabetical order, as messages list them. */
export const typescriptOptionKeys = {
  dedupe: {
    type: "boolean",
    default: false,
    description:
      "Declares identical enums and objects once, named after the first of them.",
  },
  emit: {
    type: "choices",
    choices: artifacts,
    default: ["models"],
    description:
      "What to generate: types of models, values of enums, requests and operations, events, validators, factories of test objects. After `--set`, separated by commas.",
  },
  enums: {
    type: "choice",
    choices: opennesses,
    default: "observed",
    description:
      "Whether enums of strings in responses accept values that the document does not list: `observed` follows the dialect. An object sets responses, requests and single properties separately.",
    keys: {
      response: {
        type: "choice",
        choices: opennesses,
        default: "observed",
        description: "Enums in responses.",
      },
      request: {
        type: "choice",
        choices: opennesses,
        default: "observed",
        description: "Enums in requests.",
      },
      overrides: {
        type: "map",
        default: {},
        description:
          "`SCHEMA.PROPERTY`, or `OPERATION.PARAMETER` in requests, to `open` or `closed`.",
      },
    },
  },
  formats: {
    type: "map",
    default: {},
    description: `The type of each \`format\`: ${formatTypes.join(", ")}. After \`--set\`: \`date-time:Date,int64:bigint\`.`,
  },
  order: {
    type: "choice",
    choices: ["name", "document"],
    default: "name",
    description:
      "The order of properties: by name in byte order, or as in the document.",
  },
  presence: presenceOption,
} as const satisfies SettingTable;

type OptionKeys = typeof typescriptOptionKeys;

export interface TypescriptOptions {
  readonly emit: ReadonlySet<Artifact>;
  readonly order: OptionKeys["order"]["choices"][number];
  readonly enums: EnumWishes;
  readonly presence: PresenceWish;
  /** The types of formats that the user chose. */
  readonly formats: Formats;
  readonly dedupe: boolean;
  readonly placeOf: PlaceOfOption;
}

const switchValues = ["true", "false"] as const;

export function readTypescriptOptions(
  raw: RawOptions,
  placeOf: PlaceOfOption,
): TypescriptOptions {
  const keys = typescriptOptionKeys;
  rejectUnknownOptions(
    raw,
    Object.keys(keys),
    "the target typescript",
    placeOf,
  );
  const dedupe = String(raw.dedupe ?? keys.dedupe.default);
  return {
    emit: readEmit(raw.emit ?? keys.emit.default, placeOf("emit")),
    enums: readEnums(raw.enums ?? {}, placeOf("enums")),
    order: chooseOption(
      "order",
      raw.order ?? keys.order.default,
      keys.order.choices,
      placeOf("order"),
    ),
    presence: readPresence(raw, placeOf),
    formats: readFormats(raw.formats ?? {}, placeOf("formats")),
    dedupe:
      chooseOption("dedupe", dedupe, switchValues, placeOf("dedupe")) ===
      "true",
    placeOf,
  };
}

/** A list in a config, a text with commas after `--set`. */
function readEmit(raw: unknown, at: Location | null): ReadonlySet<Artifact> {
  const listed = typeof raw === "string" ? raw.split(",") : [raw].flat();
  const chosen = listed.map((artifact) =>
    chooseOption("emit", artifact, artifacts, at),
  );
  rejectRepeatedEntries("emit", chosen, at);
  return new Set(chosen);
}

/**
 * A single word applies to responses only. Enums of requests can stay closed,
 * because callers know their values when they write code.
 */
function readEnums(raw: unknown, at: Location | null): EnumWishes {
  if (!isOptionMap(raw)) {
    const response = chooseOption("enums", raw, opennesses, at);
    return { response, request: "observed", overrides: [] };
  }
  const { keys } = typescriptOptionKeys.enums;
  rejectUnknownOptions(raw, Object.keys(keys), "enums", (key) =>
    placeOfPart(at, key),
  );
  const side = (key: "request" | "response") =>
    chooseOption(
      `enums.${key}`,
      raw[key] ?? keys[key].default,
      keys[key].choices,
      placeOfPart(at, key),
    );
  const overrides = raw.overrides ?? {};
  if (!isOptionMap(overrides)) {
    throw inputError(
      "option/wrong-value",
      placeOfPart(at, "overrides"),
      `enums.overrides cannot be ${JSON.stringify(overrides)}; it maps properties to open or closed`,
    );
  }
  return {
    response: side("response"),
    request: side("request"),
    overrides: Object.entries(overrides).map(
      ([property, value]): EnumOverride => {
        const place = placeOfPart(at, "overrides", property);
        return {
          property,
          openness: chooseOption(property, value, ["open", "closed"], place),
          at: place,
        };
      },
    ),
  };
}
