// A number as a document writes it → what a double makes of it, and whether that is
// still the same number.

export type ReadNumber =
  /** A double says it. */
  | { readonly kind: "same" }
  /** Beyond 2^53, where doubles are more than 1 apart: `exact` is what is written. */
  | {
      readonly kind: "integer";
      readonly exact: bigint;
      /** Whether the double prints as another number: `9223372036854776000`. */
      readonly lost: boolean;
    }
  | { readonly kind: "infinite" }
  /** Not 0, and so small that the double is 0. */
  | { readonly kind: "zero" }
  /** `.inf` and `.nan` of YAML. */
  | { readonly kind: "notJson" };

/** Stands in a tree for a number that a double does not say, until its place is known. */
export class WrittenNumber {
  readonly source: string;
  readonly read: ReadNumber;
  /** What a parser makes of it. */
  readonly double: number;

  constructor(source: string, read: ReadNumber, double: number) {
    this.source = source;
    this.read = read;
    this.double = double;
  }
}

/** Whether a text of JSON or YAML may have a number that is more than a double says: nearly none has. */
export function mayLoseDigits(text: string): boolean {
  return /(?:^|[-\s:,[+])(?:[\d.]{16}|[\d.]+[eE][+-]?\d{2}|0[xo]\w{13}|\.(?:inf|nan)\b)/i.test(
    text,
  );
}

/**
 * Digits of a fraction that a double does not keep are not counted as lost: `0.1` is
 * none either, and prints as it was written. So do `1e23` and `1e300`.
 */
export function readNumber(source: string): ReadNumber {
  if (/^[+-]?\.(inf|nan)$/i.test(source)) return { kind: "notJson" };
  const double = Number(source);
  if (Number.isNaN(double)) return { kind: "same" };
  if (!Number.isFinite(double)) return { kind: "infinite" };
  const exact = integerOf(source);
  if (exact === null) {
    return { kind: double === 0 ? "zero" : "same" };
  }
  if (Number.isSafeInteger(double) && BigInt(double) === exact) {
    return { kind: "same" };
  }
  return { kind: "integer", exact, lost: integerOf(String(double)) !== exact };
}

/** `1.5e3 → 1500n`; null for what is no integer, or no number in digits. */
function integerOf(source: string): bigint | null {
  if (/^0[xo]/.test(source)) return BigInt(source);
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(source);
  if (parts === null) return null;
  const [, sign, whole = "", fraction = "", power = "0"] = parts;
  const digits = (whole + fraction).replace(/0+$/, "");
  if (digits === "") return 0n;
  const zeros = Number(power) + whole.length - digits.length;
  if (zeros < 0) return null;
  const value = BigInt(digits + "0".repeat(zeros));
  return sign === "-" ? -value : value;
}
