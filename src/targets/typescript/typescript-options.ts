// What `--set` and the config may say to this target.

import type { Location } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import type { EnumOverride, EnumWishes } from "../../passes/resolve-enums.js";
import { type PlaceOfOption, placeOfPart } from "../place-of-option.js";
import type { RawOptions } from "../target.js";
import { type Formats, readFormats } from "./formats.js";

/**
 * What may be emitted: types of models, the values of their enums at run time,
 * the types of requests with a map of all operations, the types of events, what
 * checks values at run time, what makes objects for tests.
 */
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

const presences = ["observed", "document"] as const;

const orders = ["name", "document"] as const;

export interface TypescriptOptions {
  readonly emit: ReadonlySet<Artifact>;
  /** Of properties: in byte order of their names, or as the document has them. */
  readonly order: (typeof orders)[number];
  /** Whether an enum of strings takes values that the document does not list. */
  readonly enums: EnumWishes;
  /** Which properties may be absent: as real objects show, or as the document's `required` says. */
  readonly presence: (typeof presences)[number];
  /** What some formats are typed as, in place of the usual type. */
  readonly formats: Formats;
  /** Whether what is written out several times, to the same letter, is declared once. */
  readonly dedupe: boolean;
  readonly placeOf: PlaceOfOption;
}

const tsOptionKeys = [
  "dedupe",
  "emit",
  "enums",
  "formats",
  "order",
  "presence",
];

const yesOrNo = ["true", "false"] as const;

export function readTypescriptOptions(
  raw: RawOptions,
  placeOf: PlaceOfOption,
): TypescriptOptions {
  refuseUnknown(raw, tsOptionKeys, "the target typescript", placeOf);
  const emit = raw.emit ?? ["models"];
  const listed = typeof emit === "string" ? emit.split(",") : emit;
  return {
    emit: new Set(
      (Array.isArray(listed) ? listed : [listed]).map((one) =>
        choose("emit", one, artifacts, placeOf("emit")),
      ),
    ),
    enums: readEnums(raw.enums ?? {}, placeOf("enums")),
    order: choose("order", raw.order ?? "name", orders, placeOf("order")),
    presence: choose(
      "presence",
      raw.presence ?? "observed",
      presences,
      placeOf("presence"),
    ),
    formats: readFormats(raw.formats ?? {}, placeOf("formats")),
    dedupe:
      choose(
        "dedupe",
        String(raw.dedupe ?? false),
        yesOrNo,
        placeOf("dedupe"),
      ) === "true",
    placeOf,
  };
}

/** One word speaks of responses: what is sent is known when the code is written. */
function readEnums(raw: unknown, at: Location | null): EnumWishes {
  if (!isOptionMap(raw)) {
    const response = choose("enums", raw, opennesses, at);
    return { response, request: "observed", overrides: [] };
  }
  refuseUnknown(raw, ["response", "request", "overrides"], "enums", (key) =>
    placeOfPart(at, key),
  );
  const side = (key: "request" | "response") =>
    choose(
      `enums.${key}`,
      raw[key] ?? "observed",
      opennesses,
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
          openness: choose(property, value, ["open", "closed"], place),
          at: place,
        };
      },
    ),
  };
}

function refuseUnknown(
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

function choose<Choice extends string>(
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

function isOptionMap(value: unknown): value is RawOptions {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
