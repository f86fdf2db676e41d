import { expect, test } from "vitest";
import {
  createNamesakes,
  numberedName,
} from "../../../../src/document/bundle/namesakes.js";

test("a number is part of the name from the second on", () => {
  expect([1, 2, 3].map((serial) => numberedName("Pet", serial))).toEqual([
    ...["Pet", "Pet-2", "Pet-3"],
  ]);
});

test("only parts that may be equal are compared, and references", () => {
  const parts: Record<string, unknown> = {
    Pet: { type: "object", description: "a" },
    "Pet-2": { $ref: "#/components/schemas/Cat" },
    "Pet-3": { description: "b", type: "object", properties: { id: {} } },
  };
  const pets = createNamesakes("Pet", parts);
  expect(pets.alike({ description: "a", type: "object" })).toEqual([1, 2]);
  // Nested values may change while references are replaced, so they do not count.
  const nested = { type: "object", description: "b", properties: {} };
  expect(pets.alike(nested)).toEqual([2, 3]);
  expect(pets.alike({ description: "c" })).toEqual([2]);
  expect(pets.nextFree()).toBe(4);
  parts["Pet-4"] = { description: "c" };
  expect(pets.alike({ description: "c" })).toEqual([2, 4]);
  expect(pets.nextFree()).toBe(5);
});

test("of thousands of different parts none is compared with another", () => {
  const parts: Record<string, unknown> = {};
  const pets = createNamesakes("Pet", parts);
  for (let index = 1; index <= 3000; index++) {
    const part = { description: `number ${index}` };
    expect(pets.alike(part)).toEqual([]);
    parts[numberedName("Pet", pets.nextFree())] = part;
  }
  expect(pets.nextFree()).toBe(3001);
});
