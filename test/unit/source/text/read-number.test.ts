import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mayLoseDigits,
  readNumber,
} from "../../../../src/source/text/read-number.js";

/** Which double comes of each is IEEE 754's to say, and how it prints ECMAScript's. */
const kinds: Readonly<Record<string, string>> = {
  "0": "same",
  "-0": "same",
  "0e999": "same",
  "1.50": "same",
  "0.1000000000000000055": "same",
  "9007199254740991": "same",
  "9007199254740992": "integer",
  "9007199254740993": "lost",
  "-9007199254740993": "lost",
  "9007199254740993.0": "lost",
  "9007199254740993e0": "lost",
  "90071992547409930e-1": "lost",
  "9223372036854775807": "lost",
  "9223372036854775808": "lost", // a double, which prints as …776000
  "18446744073709551615": "lost",
  "1e15": "same",
  "1e23": "integer",
  "1e300": "integer",
  "1.7976931348623157e308": "integer",
  "1e309": "infinite",
  "-1e400": "infinite",
  "5e-324": "same",
  "1e-400": "zero",
  "-1e-400": "zero",
  "0x1F": "same",
  "0x20000000000001": "lost",
  "0o400000000000000001": "lost",
  "+9007199254740993": "lost",
  ".inf": "notJson",
  "-.INF": "notJson",
  ".nan": "notJson",
};

describe("readNumber", () => {
  test.each(Object.entries(kinds))("%s is %s", (source, kind) => {
    const read = readNumber(source);
    const own = read.kind === "integer" && read.lost ? "lost" : read.kind;
    expect(own).toBe(kind);
    if (kind !== "same") {
      for (const text of [`{"a":${source}}`, `a: ${source}`, `[1,${source}]`]) {
        expect(mayLoseDigits(text)).toBe(true);
      }
    }
  });

  test("an integer is exact, and lost where the double prints as another", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        (integer) => {
          const read = readNumber(String(integer));
          const double = Number(integer);
          if (Number.isSafeInteger(double)) {
            expect(read).toEqual({ kind: "same" });
            return;
          }
          const printed = double.toLocaleString("en-US", {
            useGrouping: false,
            maximumSignificantDigits: 17,
          });
          expect(read).toMatchObject({ kind: "integer", exact: integer });
          // What differs in 17 digits is another double, or between two of them.
          if (BigInt(printed) === integer) return;
          expect(read).toMatchObject({ lost: true });
        },
      ),
    );
  });
});
