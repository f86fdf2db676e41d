// The examples of RFC 6901, and what documents from strangers do with pointers.

import { expect, test } from "vitest";
import {
  appendPointer,
  parsePointer,
  resolvePointer,
} from "../../../src/document/pointer.js";

/** @see https://www.rfc-editor.org/rfc/rfc6901#section-6 */
const document = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

test.each([
  ["#", document],
  ["#/foo", ["bar", "baz"]],
  ["#/foo/0", "bar"],
  ["#/", 0],
  ["#/a~1b", 1],
  ["#/c%25d", 2],
  ["#/e%5Ef", 3],
  ["#/g%7Ch", 4],
  ["#/i%5Cj", 5],
  ["#/k%22l", 6],
  ["#/%20", 7],
  ["#/m~0n", 8],
])("%s points at what the RFC says", (pointer, value) => {
  expect(resolvePointer(document, pointer)).toEqual(value);
});

test.each([
  "#/nothing",
  "#/foo/2",
  "#/constructor",
  "#/foo/length/x",
  "other.json#/foo",
])("%s points at nothing", (pointer) => {
  expect(resolvePointer(document, pointer)).toBeUndefined();
});

test("a pointer that was put together comes apart into the same tokens", () => {
  const tokens = ["a/b", "m~n", "", " ", "~1", "é"];
  expect(parsePointer(appendPointer("#", ...tokens))).toEqual(tokens);
});

test("a reference to another document is not a pointer", () => {
  expect(parsePointer("other.json#/foo")).toBeNull();
  expect(parsePointer("#foo")).toBeNull();
});
