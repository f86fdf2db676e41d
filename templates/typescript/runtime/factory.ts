// What all factories share. Nothing is random, and nothing asks for the time: the
// same calls make the same objects.

/** Of all timestamps that nobody overrides: 2023-11-14T22:13:20Z, in seconds. */
export const factoryClock = 1_700_000_000;

let count = 0;

/** Ids begin at 1 again: to be called before each test. */
export function resetFactories(): void {
  count = 0;
}

type Scalar = bigint | boolean | number | string | null | undefined;

/**
 * What may be said of a `T` that is made: of an object some properties, and of
 * objects within it the same; of arrays and maps all. `undefined` leaves out what
 * may be absent.
 */
export type Overrides<T> = T extends Scalar | readonly unknown[]
  ? T
  : [ListedKey<T>] extends [never]
    ? T
    : { [Key in keyof T]?: Overrides<T[Key]> | Omitted<T, Key> };

/** The keys that are listed, and not taken in by an index signature. */
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

/** Makes a value of what is given of it, and makes up the rest. */
export type Part = (given?: never) => unknown;

/** A part, the values that tell that an object is of it, and the names that do. */
export type Branch = readonly [
  part: Part,
  marks?: Readonly<Record<string, unknown>>,
  names?: readonly string[],
];

export function make<T>(part: Part, overrides: unknown): T {
  return fill(part, overrides) as T; // each part makes what its type says
}

/** The caller of a factory has been told by its type what to give to each part. */
function fill(part: Part, given: unknown): unknown {
  return part(given as never);
}

export function value(fallback: unknown): Part {
  return (given) => (given === undefined ? fallback : given);
}

/** Another array or object each time, so that no test changes that of another. */
export function copy(fallback: unknown): Part {
  return (given) => (given === undefined ? clone(fallback) : given);
}

/** The same of what has no short literal. */
export function json(text: string): Part {
  return (given) => (given === undefined ? JSON.parse(text) : given);
}

export function timestamp(given?: unknown): unknown {
  return given === undefined ? factoryClock : given;
}

/** `ch_1` */
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

/** An id, unless an object is given, or some of one: `{}` asks for all of it. */
export function expandable(id: Part, object: Part): Part {
  return (given) => fill(isRecord(given) ? object : id, given);
}

/** `first`, unless an object is given: then what is most like it. */
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

/** Negative where something given is said to be otherwise. */
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
 * What is given comes first. Of what an object need not have only that is made up
 * which goes with the rest: not where all is given that it always has.
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

/** An array: what is given takes its place. */
export function items(...parts: readonly Part[]): Part {
  return (given) => (given === undefined ? parts.map((part) => part()) : given);
}

/** An array of `count` items that are made alike: what is given takes its place. */
export function repeat(count: number, part: Part): Part {
  return (given) =>
    given === undefined ? Array.from({ length: count }, () => part()) : given;
}

/** A map: what is given takes its place. */
export function entries(parts: Parts): Part {
  const whole = object(parts);
  return (given) => (given === undefined ? whole() : given);
}

/** A page of a list. */
export function list(url: string, ...parts: readonly Part[]): Part {
  return object({
    data: items(...parts),
    has_more: value(false),
    object: value("list"),
    url: value(url),
  });
}

/** A page of what a search found. */
export function searchResult(url: string, ...parts: readonly Part[]): Part {
  return object({
    data: items(...parts),
    has_more: value(false),
    next_page: value(null),
    object: value("search_result"),
    url: value(url),
  });
}

type Given = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own<Value>(
  object: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Without what is undefined, and with `__proto__` as a property like others. */
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
