// Selects values of a document with a JSONPath, and returns each with its parent, so
// that it can be changed. Paths and their regular expressions may come from strangers:
// visited values count towards a limit, and expressions match in linear time.

import { countVisits } from "./count-visits.js";

/** A selected value and where to change it. */
export interface SelectedPlace {
  /** The object or array that contains the value; null for the document itself. */
  readonly holder: Record<string, unknown> | unknown[] | null;
  readonly key: string | number;
  readonly value: unknown;
  /** The number of objects and arrays around the value. */
  readonly depth: number;
}

/** The path, or a regular expression in it, is wrong. */
export class PathError extends Error {
  override readonly name = "PathError";
}

/** `count` receives the number of steps taken, and may throw. */
export type SelectPlaces = (
  root: unknown,
  path: string,
  count: (steps: number) => void,
) => SelectedPlace[];

/** Imports the libraries on demand, since few documents have overlays. */
export async function createSelect(depth: number): Promise<SelectPlaces> {
  const { JSONPathEnvironment, JSONPathError, FunctionExpressionType } =
    await import("json-p3");
  const { RE2JS, RE2JSException } = await import("re2js");
  const { ValueType, LogicalType } = FunctionExpressionType;

  return (root, path, count) => {
    // A longer path does more work for each value.
    const weight = Math.ceil(path.length / 100);
    const countAll = (steps: number) => count(steps * weight);
    const environment = new JSONPathEnvironment({
      maxRecursionDepth: depth + 2, // counts the root, and the level at which the library stops
    });
    const compiled = new Map<string, InstanceType<typeof RE2JS>>();
    const test = (text: unknown, pattern: unknown, isWhole: boolean) => {
      if (typeof text !== "string" || typeof pattern !== "string") return false;
      const expression = compiled.get(pattern) ?? RE2JS.compile(pattern);
      compiled.set(pattern, expression);
      // Matching compares each character with each instruction at most once.
      countAll(Math.ceil((text.length * expression.programSize()) / 100));
      return isWhole ? expression.testExact(text) : expression.test(text);
    };
    const register = (name: string, isWhole: boolean) =>
      environment.functionRegister.set(name, {
        argTypes: [ValueType, ValueType],
        returnType: LogicalType,
        call: (text, pattern) => test(text, pattern, isWhole),
      });
    register("match", true);
    register("search", false);
    try {
      const query = environment.compile(path);
      return collectPlaces(root, query.lazyQuery(countVisits(root, countAll)));
    } catch (error) {
      if (error instanceof JSONPathError || error instanceof RE2JSException) {
        throw new PathError(error.message);
      }
      if (error instanceof RangeError)
        throw new PathError("it is nested too deep");
      throw error;
    }
  };
}

/** Returns each value once, even if the path selects it several times. */
function collectPlaces(
  root: unknown,
  nodes: Iterable<{ readonly location: readonly (string | number)[] }>,
): SelectedPlace[] {
  const selected: SelectedPlace[] = [];
  const seen = new Map<unknown, Set<string | number>>();
  for (const { location } of nodes) {
    const place = followKeys(root, location);
    const keys = seen.get(place.holder) ?? new Set();
    seen.set(place.holder, keys);
    if (!keys.has(place.key)) selected.push(place);
    keys.add(place.key);
  }
  return selected;
}

function followKeys(
  root: unknown,
  keys: readonly (string | number)[],
): SelectedPlace {
  let place: SelectedPlace = { holder: null, key: "", value: root, depth: 0 };
  for (const key of keys) {
    const holder = place.value as Record<string, unknown>; // the library followed this path
    place = { holder, key, value: holder[key], depth: place.depth + 1 };
  }
  return place;
}
