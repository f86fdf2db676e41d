// refused.yaml → the expected failures, and the problems of the list itself.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** @typedef {{ name: string, failures: readonly { kind: string, message: string }[] }} Result */
/** @typedef {{ code: string, reason: string, only?: readonly string[] }} Entry */

/** @returns {Readonly<Record<string, Entry>>} */
export function readRefused() {
  return parse(readFileSync(new URL("refused.yaml", import.meta.url), "utf8"));
}

/**
 * True if a document is rejected exactly for the reason in the list.
 * @param {ReturnType<typeof readRefused>} refused
 * @param {Result} result
 */
export function isRightlyRefused(refused, { name, failures }) {
  const entry = refused[name];
  if (entry === undefined || failures.length === 0) return false;
  const { code, only } = entry;
  return failures.every(
    ({ kind, message }) =>
      kind === code &&
      (only?.some((one) => message.startsWith(`${one}: `)) ?? true),
  );
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
