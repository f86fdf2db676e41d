// The quick test of a document's text must never miss a reference that leads out; it may
// be wrong in the other direction.

import { expect, test } from "vitest";
import { mayReferOut } from "../../../src/document/may-refer-out.js";

test.each([
  '{"$ref":"other.json"}',
  '{"$ref" : "other.json"}',
  '{"\\u0024ref": "other.json"}',
  '{"$\\u0072ef": "other.json"}',
  "$ref: other.yaml",
  "$ref: 'other.yaml#/a'",
  "$ref: # a comment\n  other.yaml",
  "$ref: >-\n  other.yaml",
  "? $ref\n: other.yaml",
  '"\\x24ref": other.yaml',
  "example: {$ref: '#/a'}",
])("%j may refer to another file", (text) => {
  expect(mayReferOut(text)).toBe(true);
});

test.each([
  '{"$ref":"#/a"}',
  '{"$ref": "#/a"}',
  '{"$ref" :\n "#/a"}',
  "$ref: '#/a'",
  '$ref:   "#/a"',
  "title: a line\n",
])("%j does not", (text) => {
  expect(mayReferOut(text)).toBe(false);
});
