// Compares a number in a document with the double that a parser makes of it.

/** How a double represents the number. */
export type ReadNumber =
  /** The double represents it. */
  | { readonly kind: "same" }
  /**
   * An integer beyond 2^53, where not every integer is a double; `exact` is its value
   * as written.
   */
  | {
      readonly kind: "integer";
      readonly exact: bigint;
      /** True if the double prints as another number, e.g. `9223372036854776000`. */
      readonly lost: boolean;
    }
  | { readonly kind: "infinite" }
  /** Not 0, but so small that the double is 0. */
  | { readonly kind: "zero" }
  /** `.inf` and `.nan` of YAML. */
  | { readonly kind: "notJson" };

/**
 * Stands in a parsed tree for a number that a double does not represent. It is replaced
 * when its location is known, and can be reported.
 */
export class WrittenNumber {
  readonly source: string;
  readonly read: ReadNumber;
  /** The value that a parser returns. */
  readonly double: number;

  constructor(source: string, read: ReadNumber, double: number) {
    this.source = source;
    this.read = read;
    this.double = double;
  }
}

/**
 * Cheap test for text of JSON or YAML: false for nearly all documents, which need no
 * closer look.
 */
export function mayLoseDigits(text: string): boolean {
  return /(?:^|[-\s:,[+])(?:[\d.]{16}|[\d.]+[eE][+-]?\d{2}|0[xo]\w{13}|\.(?:inf|nan)\b)/i.test(
    text,
  );
}

/**
 * Classifies a number as written. Fractions that a double rounds are not losses: `0.1`
 * is rounded too, and prints as written. So do `1e23` and `1e300`.
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

/**
 * `1.5e3 → 1500n`; null if it is not an integer, or not in decimal, hexadecimal or
 * octal digits.
 */
function integerOf(source: string): bigint | null {
  if (/^0[xo]/.test(source)) return BigInt(source);
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(source);
  if (parts === null) return null;
  const [, sign, whole = "", fraction = "", power = "0"] = parts;
  const digits = (whole + fraction).replace(/(?<!0)0+$/, "");
  if (digits === "") return 0n;
  const zeros = Number(power) + whole.length - digits.length;
  if (zeros < 0) return null;
  const value = BigInt(digits + "0".repeat(zeros));
  return sign === "-" ? -value : value;
}
