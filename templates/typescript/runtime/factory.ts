// Shared code of all factories. They use no random numbers and no clock: the same
// calls create the same objects.

/** The default of every timestamp, in seconds: 2023-11-14T22:13:20Z. */
export const factoryClock = 1_700_000_000;

let count = 0;

/** Restarts generated ids at 1. Call it before each test. */
export function resetFactories(): void {
  count = 0;
}

type Scalar = bigint | boolean | number | string | null | undefined;

/**
 * Deep-partial overrides: objects are merged, arrays and maps replaced. `undefined`
 * omits an optional property.
 */
export type Overrides<T> = T extends Scalar | readonly unknown[]
  ? T
  : [ListedKey<T>] extends [never]
    ? T
    : { [Key in keyof T]?: Overrides<T[Key]> | Omitted<T, Key> };

/** The declared keys, without an index signature. */
type ListedKey<T> = keyof {
  [Key in keyof T as IsIndex<Key> extends true ? never : Key]: true;
};

type IsIndex<Key> = string extends Key
  ? true
  : number extends Key
    ? true
    : false;

type Omitted<T, Key extends keyof T> =
  {} extends Pick<T, Key> ? undefined : never;

/** Creates a value; `given` overrides all of it, or some properties of an object. */
export type Part = (given?: never) => unknown;

/** A branch of a union: its part, its discriminants and its typical property names. */
export type Branch = readonly [
  part: Part,
  marks?: Readonly<Record<string, unknown>>,
  names?: readonly string[],
];

export function make<T>(part: Part, overrides: unknown): T {
  return fill(part, overrides) as T; // the generated part creates a `T`
}

/** The type of the factory has checked `given`, so that the cast is safe. */
export function fill(part: Part, given: unknown): unknown {
  return part(given as never);
}

export function value(fallback: unknown): Part {
  return (given) => (given === undefined ? fallback : given);
}

/** Returns a new array or object each time, so that tests do not share one. */
export function copy(fallback: unknown): Part {
  return (given) => (given === undefined ? clone(fallback) : given);
}

/** Like `copy`, for values without a short literal. */
export function json(text: string): Part {
  return (given) => (given === undefined ? JSON.parse(text) : given);
}

export function timestamp(given?: unknown): unknown {
  return given === undefined ? factoryClock : given;
}

/** `id("ch")` → `ch_1`, `ch_2`, … */
export function id(prefix: string): Part {
  return (given) => (given === undefined ? `${prefix}_${++count}` : given);
}

export function uuid(given?: unknown): unknown {
  if (given !== undefined) return given;
  return `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
}

export function number(given?: unknown): unknown {
  return given === undefined ? ++count : given;
}

export function orNull(part: Part): Part {
  return (given) => (given === undefined ? null : fill(part, given));
}

export function orNothing(part: Part): Part {
  return (given) => (given === undefined ? undefined : fill(part, given));
}

/** `first` by default. If an object is given, the branch that matches it best. */
export function oneOf(first: Part, branches: readonly Branch[]): Part {
  return (given) => {
    if (!isRecord(given)) return fill(first, given);
    let best = first;
    let most = -1;
    for (const [part, marks = {}, names = []] of branches) {
      const score = scoreOf(given, marks, names);
      if (score <= most) continue;
      best = part;
      most = score;
    }
    return fill(best, given);
  };
}

/** Counts what matches; negative if a discriminant differs. */
function scoreOf(
  given: Given,
  marks: Readonly<Record<string, unknown>>,
  names: readonly string[],
): number {
  let score = names.filter((name) => own(given, name) !== undefined).length;
  for (const key of Object.keys(marks)) {
    const value = own(given, key);
    const mark = own(marks, key);
    if (Array.isArray(mark) ? mark.includes(value) : value === mark) score++;
    else if (value !== undefined) return -1;
  }
  return score;
}

type Parts = Readonly<Record<string, Part>>;

/**
 * An object whose parts are overridden one by one. Parts in `sometimes` are optional:
 * none is made up if `given` has every property in `always`, as a whole object does.
 */
export function object(always: Parts, sometimes: Parts = {}): Part {
  const needed = Object.entries(always);
  const others = Object.entries(sometimes);
  return (given) => {
    if (given !== undefined && !isRecord(given)) return given;
    const known = given ?? {};
    const entries = new Map<string, unknown>();
    const isWhole =
      needed.length > 0 &&
      needed.every(([key]) => own(known, key) !== undefined);
    for (const [key, part] of needed) {
      entries.set(key, fill(part, own(known, key)));
    }
    for (const [key, part] of others) {
      const given = own(known, key);
      const isGiven = Object.hasOwn(known, key);
      if (isGiven ? given === undefined : isWhole) continue;
      entries.set(key, fill(part, given));
    }
    for (const key of Object.keys(known)) {
      if (!entries.has(key)) entries.set(key, own(known, key));
    }
    return fromEntries(entries);
  };
}

/** An array; a given array replaces it. */
export function items(...parts: readonly Part[]): Part {
  return (given) => (given === undefined ? parts.map((part) => part()) : given);
}

/** An array of `count` items of the same part; a given array replaces it. */
export function repeat(count: number, part: Part): Part {
  return (given) =>
    given === undefined ? Array.from({ length: count }, () => part()) : given;
}

/** A map; a given map replaces it. */
export function entries(parts: Parts): Part {
  const whole = object(parts);
  return (given) => (given === undefined ? whole() : given);
}

type Given = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own<Value>(
  object: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Omits undefined values, and keeps `__proto__` as an ordinary property. */
function fromEntries(entries: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    [...entries].filter(([, value]) => value !== undefined),
  );
}

function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, clone(one)]),
  );
}
