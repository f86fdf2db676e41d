// The composition root: the only place that names the dialects and the targets.

import { fileURLToPath } from "node:url";
import type { ConfigContext } from "../config/config-schema.js";
import type { Location } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import type { Dialect } from "../dialects/dialect.js";
import { plainDialect } from "../dialects/plain-dialect.js";
import { stripeDialect } from "../dialects/stripe/stripe-dialect.js";
import type { RawDocument } from "../document/parse-spec.js";
import { rustTarget } from "../targets/rust/rust-target.js";
import type { FileTraces, Target } from "../targets/target.js";
import { typescriptTarget } from "../targets/typescript/typescript-target.js";

/** In the order in which they are asked; the last one takes any document. */
const dialects: readonly Dialect[] = [stripeDialect, plainDialect];

const targets: readonly Target<unknown>[] = [
  // Each target reads its own options, so what it gets back is what it made.
  typescriptTarget as Target<unknown>,
  rustTarget as Target<unknown>,
];

/** What shows that a file was generated, in whichever language. */
export const allTraces: readonly FileTraces[] = targets.map(
  ({ traces }) => traces,
);

/** The folder of the built-in template packs, beside `dist`. */
export const builtinPacks = fileURLToPath(
  new URL("../../templates", import.meta.url),
);

const dialectNames: readonly string[] = dialects.map(({ name }) => name);

/** The names that the config's schema and documentation list. */
export const configContext: ConfigContext = { dialects: dialectNames, targets };

/** By name, or the first that recognises the document where none is named. */
export function findDialect(
  name: string | null,
  root: RawDocument,
  at: Location | null,
): Dialect {
  const found =
    name === null
      ? dialects.find((dialect) => dialect.recognises(root))
      : dialects.find((dialect) => dialect.name === name);
  if (found !== undefined) return found;
  throw inputError(
    "option/wrong-value",
    at,
    `there is no dialect ${JSON.stringify(name)}; there are ${dialectNames.join(", ")}`,
    didYouMean(name ?? "", dialectNames) ?? undefined,
  );
}

export function findTarget(name: string, at: Location | null): Target<unknown> {
  const found = targets.find((target) => target.name === name);
  if (found !== undefined) return found;
  const names = targets.map((target) => target.name);
  throw inputError(
    "pack/invalid",
    at,
    `there is no target ${JSON.stringify(name)}; there are ${names.join(", ")}`,
    didYouMean(name, names) ?? undefined,
  );
}
