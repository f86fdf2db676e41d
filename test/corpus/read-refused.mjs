// refused.yaml → the failures that are meant to be, and what is wrong with the
// list itself.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** @typedef {{ name: string, failures: readonly { kind: string }[] }} Result */

/** @returns {Readonly<Record<string, { code: string, reason: string }>>} */
export function readRefused() {
  return parse(readFileSync(new URL("refused.yaml", import.meta.url), "utf8"));
}

/**
 * Whether a document is refused for the one reason that the list gives.
 * @param {ReturnType<typeof readRefused>} refused
 * @param {Result} result
 */
export function isRightlyRefused(refused, { name, failures }) {
  const code = refused[name]?.code;
  return failures.length > 0 && failures.every(({ kind }) => kind === code);
}

/**
 * @param {ReturnType<typeof readRefused>} refused
 * @param {readonly Result[]} results
 * @param {boolean} all whether the results are those of every document
 * @returns {string[]} the entries that do not apply
 */
export function findStale(refused, results, all) {
  return Object.keys(refused).filter((entry) => {
    const result = results.find(({ name }) => name === entry);
    return result === undefined ? all : !isRightlyRefused(refused, result);
  });
}
