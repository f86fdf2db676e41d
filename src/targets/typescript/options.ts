// What `--set` and the config may say to this target.

import type { Location } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import type { RawOptions } from "../target.js";

/** What may be emitted: types of models. */
const artifacts = ["models"] as const;
export type Artifact = (typeof artifacts)[number];

const enumForms = ["observed", "open", "closed"] as const;

const presences = ["observed", "document"] as const;

const orders = ["name", "document"] as const;

export interface TypescriptOptions {
  readonly emit: readonly Artifact[];
  /** Of properties: in byte order of their names, or as the document has them. */
  readonly order: (typeof orders)[number];
  /**
   * Whether an enum of strings takes values that the document does not list: as
   * the publisher is known to add some, always, or never.
   */
  readonly enums: (typeof enumForms)[number];
  /** Which properties may be absent: as real objects show, or as the document's `required` says. */
  readonly presence: (typeof presences)[number];
}

const keys = ["emit", "enums", "order", "presence"];

export function readTypescriptOptions(
  raw: RawOptions,
  at: Location | null,
): TypescriptOptions {
  for (const key of Object.keys(raw)) {
    if (keys.includes(key)) continue;
    throw inputError(
      "option/unknown",
      at,
      `the target typescript has no option ${JSON.stringify(key)}; it has ${keys.join(", ")}`,
      didYouMean(key, keys) ?? undefined,
    );
  }
  const emit = raw.emit ?? ["models"];
  const listed = typeof emit === "string" ? emit.split(",") : emit;
  return {
    emit: (Array.isArray(listed) ? listed : [listed]).map((one) =>
      choose("emit", one, artifacts, at),
    ),
    enums: choose("enums", raw.enums ?? "observed", enumForms, at),
    order: choose("order", raw.order ?? "name", orders, at),
    presence: choose("presence", raw.presence ?? "observed", presences, at),
  };
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
