// How much a message may quote from a file that is not the user's own.

import { expect, test } from "vitest";
import { createDiagnostic } from "../../../../src/diagnostics/diagnostic.js";
import {
  shortenForeignQuotes,
  shortenQuotes,
} from "../../../../src/document/bundle/shorten-quotes.js";

const of = (message: string) =>
  createDiagnostic("ref/not-found", { file: "a", pointer: "#/b" }, message);
const forty = "0123456789".repeat(4);

test.each([
  ["short", '"a" is not a type', '"a" is not a type'],
  ["forty characters", `"${forty}" is`, `"${forty}" is`],
  ["more", `"${forty}!" is`, `"${forty}…" is`],
  ["several that come to more", `"${forty}", "abc"`, `"${forty}", "…"`],
  ["a list as JSON", `["${forty}","abc"]`, `["${forty}","…"]`],
  [
    "an escaped quotation mark",
    `"\\"${forty}" is`,
    `"\\"${forty.slice(0, 38)}…" is`,
  ],
  ["a word without quotes", `alias: ${forty}!`, `alias: ${forty}…`],
])("%s", (_name, message, expected) => {
  expect(shortenQuotes(of(message)).message).toBe(expected);
});

test("a key in the place is cut as well", () => {
  const at = { file: "a", pointer: `#/a/${forty}!/b` };
  const diagnostic = createDiagnostic("ref/not-found", at, "");
  expect(shortenQuotes(diagnostic).at?.pointer).toBe(`#/a/${forty}…/b`);
});

test("of the user's own text all is quoted", () => {
  const message = `"${forty}own" and "${forty}other"`;
  const own = shortenForeignQuotes(of(message), [`x: ${forty}own`]);
  expect(own.message).toBe(`"${forty}own" and "${forty}…"`);
});
