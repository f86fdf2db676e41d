// The invariants of validators that hold for every value → those that are violated for
// one value.

import type { Issue, Validator } from "./load-validators.js";

export function findBrokenPromises(
  validator: Validator,
  value: unknown,
): readonly string[] {
  deepFreeze(value); // so that a change of it throws
  const broken: string[] = [];
  const strict = validator.safeParse(value, { mode: "strict" });
  const lenient = validator.safeParse(value);
  if (strict.ok && !lenient.ok) {
    broken.push(`only strict accepts (${lenient.issues.join("; ")})`);
  }
  for (const parsed of [strict, lenient]) {
    const issues = parsed.ok ? [] : parsed.issues;
    if (!parsed.ok && issues.length === 0) broken.push("no issue");
    if (parsed.ok && parsed.value !== value) broken.push("another value");
    for (const issue of issues) {
      if (!leadsToPlace(value, issue)) broken.push(`no such place: ${issue}`);
    }
    for (const { path, kind, received } of parsed.drift) {
      if (!leadsToPlace(value, { path, expected: kind, received })) {
        broken.push(`no such place of drift: ${path.join(".")}`);
      }
    }
  }
  if (validator.is(value) !== lenient.ok) broken.push("is, and is not");
  return broken;
}

/** A missing property has the location of the object that lacks it. */
function leadsToPlace(value: unknown, { path, received }: Issue): boolean {
  let place: unknown = value;
  for (const [index, key] of path.entries()) {
    if (typeof place !== "object" || place === null) return false;
    if (!Object.hasOwn(place, key)) {
      return index === path.length - 1 && received === "nothing";
    }
    place = (place as Readonly<Record<number | string, unknown>>)[key]; // just seen to be its own
  }
  return true;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const one of Object.values(value)) deepFreeze(one);
}
