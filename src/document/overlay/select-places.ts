// A JSONPath → the places of a document that it selects, each with what holds it, so that
// it can be changed. Paths and their regular expressions may be anybody's: each value that
// is visited counts, and expressions are matched in linear time.

import { countVisits } from "./count-visits.js";

export interface SelectedPlace {
  /** The object or list that the value stands in; null for the document itself. */
  readonly holder: Record<string, unknown> | unknown[] | null;
  readonly key: string | number;
  readonly value: unknown;
  /** The number of objects and lists that the value stands in. */
  readonly depth: number;
}

/** A path, or a regular expression in it, that is wrong. */
export class PathError extends Error {
  override readonly name = "PathError";
}

/** `count` is called with the number of steps taken, and may throw. */
export type SelectPlaces = (
  root: unknown,
  path: string,
  count: (steps: number) => void,
) => SelectedPlace[];

/** Loads the libraries, which only documents with overlays need. */
export async function createSelect(depth: number): Promise<SelectPlaces> {
  const { JSONPathEnvironment, JSONPathError, FunctionExpressionType } =
    await import("json-p3");
  const { RE2JS, RE2JSException } = await import("re2js");
  const { ValueType, LogicalType } = FunctionExpressionType;

  return (root, path, count) => {
    // A long path does more to each value.
    const weight = Math.ceil(path.length / 100);
    const countAll = (steps: number) => count(steps * weight);
    const environment = new JSONPathEnvironment({
      maxRecursionDepth: depth + 2, // the document counts, and so does the level that stops
    });
    const compiled = new Map<string, InstanceType<typeof RE2JS>>();
    const test = (text: unknown, pattern: unknown, isWhole: boolean) => {
      if (typeof text !== "string" || typeof pattern !== "string") return false;
      const expression = compiled.get(pattern) ?? RE2JS.compile(pattern);
      compiled.set(pattern, expression);
      // Linear: each character is held against each instruction at most once.
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

/** Each place once, however often a path leads to it. */
function collectPlaces(
  root: unknown,
  nodes: Iterable<{ readonly location: readonly (string | number)[] }>,
): SelectedPlace[] {
  const selected: SelectedPlace[] = [];
  const seen = new Map<unknown, Set<string | number>>();
  for (const { location } of nodes) {
    const place = followKeys(root, location);
    const known = seen.get(place.holder) ?? new Set();
    seen.set(place.holder, known);
    if (!known.has(place.key)) selected.push(place);
    known.add(place.key);
  }
  return selected;
}

function followKeys(
  root: unknown,
  keys: readonly (string | number)[],
): SelectedPlace {
  let place: SelectedPlace = { holder: null, key: "", value: root, depth: 0 };
  for (const key of keys) {
    const holder = place.value as Record<string, unknown>; // the library went this way
    place = { holder, key, value: holder[key], depth: place.depth + 1 };
  }
  return place;
}
