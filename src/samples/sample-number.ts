// What is said of a number → one that keeps to it, 0 if that does.

import type { NumberType } from "../ir/type-expr.js";

/** Null where none is found. */
export function sampleNumber(type: NumberType): number | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    type.bounds ?? {};
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

export function fitsNumber(
  value: number,
  { integer, bounds = {} }: NumberType,
): boolean {
  const { multipleOf } = bounds;
  return (
    Number.isFinite(value) &&
    (!integer || Number.isInteger(value)) &&
    value >= (bounds.minimum ?? -Infinity) &&
    value <= (bounds.maximum ?? Infinity) &&
    value > (bounds.exclusiveMinimum ?? -Infinity) &&
    value < (bounds.exclusiveMaximum ?? Infinity) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}
