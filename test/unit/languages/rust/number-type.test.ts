import { expect, test } from "vitest";
import { numberType } from "../../../../src/languages/rust/number-type.js";

// The ranges of https://spec.openapis.org/registry/format/
test.each([
  ["int8", "i8"],
  ["int16", "i16"],
  ["int32", "i32"],
  ["int64", "i64"],
  ["uint8", "u8"],
  ["uint16", "u16"],
  ["uint32", "u32"],
  ["uint64", "u64"],
  [null, "i64"],
  ["unknown", "i64"],
])("an integer of the format %s is %s", (format, type) => {
  expect(numberType({ integer: true, format })).toBe(type);
});

test.each([null, "float", "double", "int32"])(
  "a number of the format %s may have a fraction",
  (format) => {
    expect(numberType({ integer: false, format })).toBe("f64");
  },
);
