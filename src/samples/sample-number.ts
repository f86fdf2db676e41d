// Constraints on a number → a number that satisfies them, preferably 0.

import type { NumberType } from "../ir/type-expr.js";

/** Null if none of the candidates satisfies them. */
export function sampleNumber(type: NumberType): number | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    type.constraints ?? {};
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const step = multipleOf ?? 1;
  const first = Math.ceil(low / step) * step;
  const last = Math.floor(high / step) * step;
  const candidates = [
    ...[0, 1, first, first + step, last, last - step],
    ...[low, high, (low + high) / 2],
  ];
  return candidates.find((one) => fitsNumber(one, type)) ?? null;
}

/** True if the number satisfies the type and its constraints. */
export function fitsNumber(
  value: number,
  { integer, constraints = {} }: NumberType,
): boolean {
  const { multipleOf } = constraints;
  return (
    Number.isFinite(value) &&
    (!integer || Number.isInteger(value)) &&
    value >= (constraints.minimum ?? -Infinity) &&
    value <= (constraints.maximum ?? Infinity) &&
    value > (constraints.exclusiveMinimum ?? -Infinity) &&
    value < (constraints.exclusiveMaximum ?? Infinity) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}
