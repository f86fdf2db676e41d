// The components that share a name but for a number: `Pet`, `Pet-2`, `Pet-3`. Parts that
// differ at first sight are not compared, so that thousands of them take no longer.

import { isObject } from "../is-object.js";

export interface Namesakes {
  /** The numbers of the components that may equal `value`, or that are references. */
  alike(value: unknown): readonly number[];
  /** The next number without a component. */
  nextFree(): number;
}

/** `Pet`, 2 → `Pet-2`; the first has no number. */
export function numberedName(name: string, serial: number): string {
  return serial === 1 ? name : `${name}-${serial}`;
}

/** `parts` are the components of a section; components are only ever added to it. */
export function createNamesakes(
  name: string,
  parts: Readonly<Record<string, unknown>>,
): Namesakes {
  const byShape = new Map<string, number[]>();
  let known = 0;

  function readNew(): void {
    for (;;) {
      const next = numberedName(name, known + 1);
      if (!Object.hasOwn(parts, next)) return;
      known += 1;
      const shape = shapeOf(parts[next]);
      const serials = byShape.get(shape) ?? [];
      serials.push(known);
      byShape.set(shape, serials);
    }
  }

  return {
    alike(value) {
      readNew();
      const shape = shapeOf(value);
      const serials = byShape.get(shape) ?? [];
      const references = byShape.get(ofReferences) ?? [];
      if (shape === ofReferences) return serials;
      return [...serials, ...references].sort((a, b) => a - b);
    },
    nextFree() {
      readNew();
      return known + 1;
    },
  };
}

const ofReferences = "a reference";

/** Keys and scalars, which do not change while references are replaced. */
function shapeOf(value: unknown): string {
  if (!isObject(value)) return JSON.stringify([typeof value]);
  if ("$ref" in value) return ofReferences;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    typeof part === "object" ? null : String(part),
  ]);
  return JSON.stringify(entries.sort());
}
