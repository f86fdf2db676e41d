import { expect, test } from "vitest";
import {
  type EnumWishes,
  resolveEnums,
} from "../../../src/passes/resolve-enums.js";
import {
  arrayOf,
  content,
  createReports,
  enumOf,
  field,
  inlineObject,
  modelSet,
  objectModel,
  operation,
  typesOf,
} from "../ir/models.js";

const open = enumOf(["a", "b"], { open: true });
const closed = enumOf(["a", "b"]);
const numbers = enumOf([1, 2]);

function resolve(wishes: Partial<EnumWishes>) {
  const { reports, report } = createReports();
  const set = modelSet({
    models: [
      objectModel("pet", [
        field("size", open),
        field("kinds", arrayOf(closed)),
        field("count", numbers),
      ]),
    ],
    operations: [
      operation("add", {
        body: content(inlineObject([field("size", closed)])),
      }),
    ],
  });
  const all: EnumWishes = {
    ...{ response: "observed", request: "observed", overrides: [] },
    ...wishes,
  };
  const result = resolveEnums(set, all, report);
  const body = result.operations[0]?.body?.type;
  const sent = body?.kind === "object" ? body.fields[0]?.type : null;
  return { pet: typesOf(result, "pet"), sent, reports };
}

test("as the publisher does, where nothing is wished", () => {
  expect(resolve({})).toEqual({
    pet: { size: open, kinds: arrayOf(closed), count: numbers },
    sent: closed,
    reports: [],
  });
});

test("responses and requests are decided apart; enums of numbers are never open", () => {
  expect(resolve({ response: "open" })).toMatchObject({
    pet: { size: open, kinds: arrayOf(open), count: numbers },
    sent: closed,
  });
  expect(resolve({ response: "closed", request: "open" })).toMatchObject({
    pet: { size: closed, kinds: arrayOf(closed) },
    sent: open,
  });
});

test("a wish for one property is stronger", () => {
  const override = {
    property: "pet.size",
    openness: "closed",
    at: null,
  } as const;
  expect(
    resolve({ response: "open", overrides: [override] }).pet,
  ).toMatchObject({
    size: closed,
    kinds: arrayOf(open),
  });
});

test.each(["pet.count", "pet.siez", "none.size"])(
  "a wish for %s, which has no enum of strings, is reported",
  (property) => {
    const override = { property, openness: "open", at: null } as const;
    expect(resolve({ overrides: [override] }).reports).toEqual([
      "option/stale",
    ]);
  },
);
