// The composition root: only this file imports the dialects and the targets.

import { fileURLToPath } from "node:url";
import type { ConfigContext } from "../config/config-schema.js";
import type { Location } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import type { Dialect } from "../dialects/dialect.js";
import { plainDialect } from "../dialects/plain-dialect.js";
import { stripeDialect } from "../dialects/stripe/stripe-dialect.js";
import type { RawDocument } from "../document/parse-spec.js";
import { modelTarget } from "../targets/model/model-target.js";
import { rustTarget } from "../targets/rust/rust-target.js";
import type { FileTraces, Target } from "../targets/target.js";
import { typescriptTarget } from "../targets/typescript/typescript-target.js";

/** Tried in this order; the last one accepts any document. */
const dialects: readonly Dialect[] = [stripeDialect, plainDialect];

const targets: readonly Target<unknown>[] = [
  // A target receives only the options that its own `readOptions` returned.
  typescriptTarget as Target<unknown>,
  rustTarget as Target<unknown>,
  modelTarget as Target<unknown>,
];

/** How to recognise generated files, for all languages. */
export const allTraces: readonly FileTraces[] = targets.map(
  ({ traces }) => traces,
);

/** The folder of the built-in template packs, beside `dist`. */
export const builtinPacks = fileURLToPath(
  new URL("../../templates", import.meta.url),
);

/** The names of the built-in template packs. */
export const builtinPackNames: readonly string[] = [
  "markdown",
  "python",
  "rust",
  "typescript",
];

/** The folder of the pages that describe the views of each target. */
export const viewPages = fileURLToPath(
  new URL("../../docs/views", import.meta.url),
);

const dialectNames: readonly string[] = dialects.map(({ name }) => name);

/** The dialects and targets that the config's JSON Schema and documentation list. */
export const configContext: ConfigContext = { dialects: dialectNames, targets };

/**
 * Returns the dialect of this name; without a name, the first that recognises the
 * document.
 * @throws InputError for an unknown name
 */
export function findDialect(
  name: string | null,
  root: RawDocument,
  at: Location | null,
): Dialect {
  const dialect =
    name === null
      ? dialects.find((candidate) => candidate.recognises(root))
      : dialects.find((candidate) => candidate.name === name);
  if (dialect !== undefined) return dialect;
  throw inputError(
    "option/wrong-value",
    at,
    `unknown dialect ${JSON.stringify(name)}; expected one of ${dialectNames.join(", ")}`,
    didYouMean(name ?? "", dialectNames) ?? undefined,
  );
}

/** @throws InputError for an unknown name */
export function findTarget(name: string, at: Location | null): Target<unknown> {
  const target = targets.find((candidate) => candidate.name === name);
  if (target !== undefined) return target;
  const names = targets.map((candidate) => candidate.name);
  throw inputError(
    "pack/invalid",
    at,
    `unknown target ${JSON.stringify(name)}; expected one of ${names.join(", ")}`,
    didYouMean(name, names) ?? undefined,
  );
}
