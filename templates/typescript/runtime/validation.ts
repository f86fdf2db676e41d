// Shared code of all validators. They check values in place and copy nothing.

export interface ParseOptions {
  /**
   * `"lenient"`, the default, accepts what a later API version may send: unknown
   * properties and enum values, which are listed as drift, and missing nullable
   * properties. `"strict"` accepts only what the document allows.
   */
  readonly mode?: "lenient" | "strict";
}

/** A location within a value: `["items", "data", 0, "price"]`. */
export type Path = readonly (number | string)[];

/** A reason why the value does not have its type. */
export interface Issue {
  readonly path: Path;
  readonly expected: string;
  readonly received: string;
  /** `last_error.code: expected string, received 5` */
  toString(): string;
}

/** An accepted property or enum value that a later API version may have added. */
export interface Drift {
  readonly path: Path;
  /** `"property"`: the property is unknown. `"value"`: its enum lacks the value. */
  readonly kind: "property" | "value";
  readonly received: string;
  /** `status: unknown value "paused"` */
  toString(): string;
}

/** The result of a `safeParse…` function: `ok` decides whether there is a value. */
export type Parsed<T> =
  | {
      readonly ok: true;
      /** The value that was passed in, not a copy. */
      readonly value: T;
      readonly drift: readonly Drift[];
    }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      readonly drift: readonly Drift[];
    };

/** Thrown by the `parse…` functions; its message lists one issue per line. */
export class ParseError extends Error {
  readonly issues: readonly Issue[];
  readonly drift: readonly Drift[];

  constructor(issues: readonly Issue[], drift: readonly Drift[]) {
    super(issues.join("\n"));
    this.name = "ParseError";
    this.issues = issues;
    this.drift = drift;
  }
}

/**
 * The common interface of validators, accepted by many libraries.
 * @see https://standardschema.dev
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "codegen";
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: unknown; readonly output: T };
  };
}

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: Path;
}

/** Throws a `ParseError`. */
export function parse<T>(
  check: Checker,
  value: unknown,
  options?: ParseOptions,
): T {
  const parsed = safeParse<T>(check, value, options);
  if (parsed.ok) return parsed.value;
  throw new ParseError(parsed.issues, parsed.drift);
}

export function safeParse<T>(
  check: Checker,
  value: unknown,
  options?: ParseOptions,
): Parsed<T> {
  const { found, issues } = run(check, value, options);
  return issues === 0
    ? { ok: true, value: value as T, drift: found } // as was just checked
    : {
        ok: false,
        issues: found.filter(isIssue),
        drift: found.filter(isDrift),
      };
}

export function accepts(
  check: Checker,
  value: unknown,
  options?: ParseOptions,
): boolean {
  return run(check, value, options).issues === 0;
}

export function standardSchema<T>(check: Checker): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "codegen",
      validate(value) {
        const parsed = safeParse<T>(check, value);
        if (parsed.ok) return { value: parsed.value };
        return {
          issues: parsed.issues.map(({ path, expected, received }) => ({
            path,
            message: `expected ${expected}, received ${received}`,
          })),
        };
      },
    },
  };
}

/** The state of one validation run. */
export interface Check {
  readonly strict: boolean;
  /** Issues and drift. Paths are reversed: each level appends its key on return. */
  readonly found: Finding[];
  /** The number of issues in `found`. */
  issues: number;
  /** The number of listed properties that the current object lacks. */
  absent: number;
  depth: number;
  /** The number of union branches that were tried without a clean match. */
  misses: number;
  /** Ends the run: the value is too deep, circular or too costly to check. */
  stopped: boolean;
  /** Property names that the parts of an intersection list; null outside of one. */
  known: Set<string> | null;
  /** The same for each nested object; null outside of an intersection. */
  listed: Listed | null;
}

/** Object or array → the names that are listed for it; null means all names. */
type Listed = Map<object, Set<string> | null>;

/** Presence flags: 1 allows null, 2 absence, 4 absence in lenient mode. */
export type Presence = number;
export const required: Presence = 0;
/** May be null. Optional in lenient mode. */
export const nullable: Presence = 5;
export const optional: Presence = 2;
export const nullish: Presence = 3;
/** Required by the document. Optional in lenient mode. */
export const omissible: Presence = 4;
/** The flag to add where an alias stands for a nullable type. */
export const orNull = 1;

export type Checker = (
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
) => void;

/** A `T` whose properties are not checked yet. */
export type Loose<T> = { readonly [Key in keyof T]?: unknown };

/** Deeper values are rejected, so that none exhausts the stack. */
const maxDepth = 500;
/** Limits nested unions, whose cost can double with each level. */
const maxMisses = 100_000;

export class Finding implements Issue, Drift {
  readonly path: (number | string)[];
  readonly expected: string;
  readonly received: string;
  readonly kind: "property" | "value";

  constructor(
    key: number | string,
    expected: string,
    received: string,
    kind: "property" | "value" = "value",
  ) {
    this.path = [key];
    this.expected = expected;
    this.received = received;
    this.kind = kind;
  }

  toString(): string {
    const { path, expected, received, kind } = this;
    const where = path.join(".") || "value";
    if (expected !== "") {
      return `${where}: expected ${expected}, received ${received}`;
    }
    return kind === "property"
      ? `${where}: unknown property`
      : `${where}: unknown value ${received}`;
  }
}

function isIssue({ expected }: Finding): boolean {
  return expected !== "";
}

function isDrift({ expected }: Finding): boolean {
  return expected === "";
}

function run(
  check: Checker,
  value: unknown,
  options: ParseOptions | undefined,
): Check {
  const c: Check = {
    strict: options?.mode === "strict",
    found: [],
    issues: 0,
    absent: 0,
    depth: 0,
    misses: 0,
    stopped: false,
    known: null,
    listed: null,
  };
  check(c, "", value, required);
  for (const { path } of c.found) {
    path.pop();
    path.reverse();
  }
  return c;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : typeof value;
}

export function quote(value: unknown): string {
  if (typeof value !== "string") return describe(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

export function issue(
  c: Check,
  key: number | string,
  expected: string,
  received: string,
): void {
  c.issues++;
  c.found.push(new Finding(key, expected, received));
}

/** Reports a value of another type as an issue, unless it may be null or absent. */
export function other(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  expected: string,
): void {
  if (mayBe(c, value, presence)) return;
  otherwise(c, key, presence, expected, describe(value));
}

/** True for null or undefined where allowed. Counts undefined as absent. */
function mayBe(c: Check, value: unknown, presence: Presence): boolean {
  if (value === null) return (presence & 1) !== 0;
  if (value !== undefined) return false;
  c.absent++;
  return (presence & (c.strict ? 2 : 6)) !== 0;
}

function otherwise(
  c: Check,
  key: number | string,
  presence: Presence,
  expected: string,
  received: string,
): void {
  issue(c, key, presence & 1 ? `${expected} or null` : expected, received);
}

/** `max` and `min` count code points, as in JSON Schema. */
export function string(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  max?: number,
  min?: number,
  pattern?: RegExp,
): void {
  if (typeof value !== "string") {
    other(c, key, value, presence, "string");
  } else if (max !== undefined && c.strict) {
    fits(c, key, value, max, min, pattern);
  }
}

function fits(
  c: Check,
  key: number | string,
  value: string,
  max: number,
  min: number = 0,
  pattern?: RegExp,
): void {
  if (value.length > max || value.length < min * 2) {
    const length = [...value].length;
    if (length > max || length < min) {
      const bound = length > max ? `at most ${max}` : `at least ${min}`;
      issue(c, key, `${bound} characters`, String(length));
    }
  }
  if (pattern !== undefined && !pattern.test(value)) {
    issue(c, key, `a match of ${pattern}`, quote(value));
  }
}

export function number(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  bounds?: NumberBounds,
): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    other(c, key, value, presence, "number");
  } else if (bounds !== undefined && c.strict) {
    within(c, key, value, bounds);
  }
}

export function integer(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  bounds?: NumberBounds,
): void {
  if (!Number.isInteger(value)) {
    other(c, key, value, presence, "integer");
  } else if (bounds !== undefined && c.strict) {
    within(c, key, Number(value), bounds);
  }
}

export interface NumberBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

function within(
  c: Check,
  key: number | string,
  value: number,
  bounds: NumberBounds,
): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    bounds;
  const wrong =
    minimum !== undefined && value < minimum
      ? `at least ${minimum}`
      : maximum !== undefined && value > maximum
        ? `at most ${maximum}`
        : exclusiveMinimum !== undefined && value <= exclusiveMinimum
          ? `more than ${exclusiveMinimum}`
          : exclusiveMaximum !== undefined && value >= exclusiveMaximum
            ? `less than ${exclusiveMaximum}`
            : multipleOf !== undefined && !Number.isInteger(value / multipleOf)
              ? `a multiple of ${multipleOf}`
              : null;
  if (wrong !== null) issue(c, key, wrong, String(value));
}

export function boolean(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
): void {
  if (typeof value !== "boolean") other(c, key, value, presence, "boolean");
}

/** Accepts any value; a required property has to be present. */
export function anything(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
): void {
  if (value === undefined) other(c, key, value, presence, "a value");
}

export function nothing(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
): void {
  if (value !== undefined || presence === required) {
    other(c, key, value, presence, "nothing");
  } else {
    c.absent++;
  }
}

export function onlyNull(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
): void {
  if (value !== null) other(c, key, value, presence, "null");
}

export type Literal = boolean | number | string;

export function literal(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  expected: Literal,
): void {
  if (value === expected || mayBe(c, value, presence)) return;
  otherwise(c, key, presence, quote(expected), quote(value));
}

export function oneOf(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  values: readonly Literal[],
): void {
  if (values.includes(value as Literal)) return; // only compared, so that the cast is safe
  if (!c.strict && typeof value === "string" && typeof values[0] === "string") {
    c.found.push(new Finding(key, "", quote(value)));
  } else if (!mayBe(c, value, presence)) {
    const expected = values.map(quote).join(" | ");
    otherwise(c, key, presence, expected, quote(value));
  }
}

/** An object with unknown properties. */
export function record(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
): void {
  if (!isObject(value)) other(c, key, value, presence, "object");
  else if (c.known !== null) addKeys(c.known, value);
  else addListed(c.listed, value, null);
}

export interface ObjectBounds {
  /** The check of unlisted properties. Null forbids them; lenient: they are drift. */
  readonly others?: Checker | null;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** For an object without listed properties. */
export function noProperties(): void {}

/** `properties` checks the listed properties, whose names are `names`. */
export function object(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  properties: (c: Check, v: never) => void,
  names: readonly string[],
  bounds?: ObjectBounds,
): void {
  if (!isObject(value)) {
    other(c, key, value, presence, "object");
    return;
  }
  if (!enter(c, key)) return;
  const { absent, known, listed } = c;
  const { length } = c.found;
  c.absent = 0;
  c.known = null;
  properties(c, value as never); // accepts any object: what it reads may be absent
  let count = c.absent;
  for (const _ in value) count++;
  if (known !== null) names.forEach(known.add, known);
  else if (listed !== null) addListed(listed, value, names);
  if (bounds !== undefined) {
    others(c, value, names, bounds, known);
  } else if (count !== names.length && known === null && listed === null) {
    unknownProperties(c, value, names);
  }
  c.absent = absent;
  c.known = known;
  leave(c, key, length);
  if (bounds !== undefined && c.strict) sized(c, key, value, bounds);
}

function others(
  c: Check,
  value: Properties,
  names: readonly string[],
  { others: check }: ObjectBounds,
  known: Set<string> | null,
): void {
  if (check === undefined || (check === null && !c.strict)) {
    if (known === null && c.listed === null) {
      unknownProperties(c, value, names);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    if (names.includes(key)) continue;
    const one = value[key];
    if (check === null) issue(c, key, "no such property", describe(one));
    else check(c, key, one, required);
    known?.add(key);
  }
  if (known === null) addListed(c.listed, value, null);
}

function sized(
  c: Check,
  key: number | string,
  value: object,
  { minProperties = 0, maxProperties = Infinity }: ObjectBounds,
): void {
  const { length } = Object.keys(value);
  if (length < minProperties || length > maxProperties) {
    const bound =
      length < minProperties
        ? `at least ${minProperties}`
        : `at most ${maxProperties}`;
    issue(c, key, `${bound} properties`, String(length));
  }
}

function unknownProperties(
  c: Check,
  value: Properties,
  names: readonly string[],
): void {
  const { length } = names;
  let next = 0;
  let inOrder = true;
  for (const key in value) {
    // Most senders keep one order: search only after a name out of order.
    if (next < length && names[next] === key) {
      next++;
      continue;
    }
    const index = names.indexOf(key, inOrder ? next : 0);
    if (index !== -1) {
      inOrder = false;
      next = index + 1;
    } else if (Object.hasOwn(value, key)) {
      c.found.push(new Finding(key, "", describe(value[key]), "property"));
    }
  }
}

/** For a name that all objects inherit, such as `toString`: only an own property counts. */
export function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

export function array(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  item: Checker,
  bounds?: ArrayBounds,
): void {
  if (!Array.isArray(value)) {
    other(c, key, value, presence, "array");
    return;
  }
  if (!enter(c, key)) return;
  if (c.listed !== null) addListed(c.listed, value, null);
  const { length } = c.found;
  for (let index = 0; index < value.length; index++) {
    item(c, index, value[index], required);
  }
  leave(c, key, length);
  if (bounds !== undefined && c.strict) counted(c, key, value, bounds);
}

export interface ArrayBounds {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

function counted(
  c: Check,
  key: number | string,
  value: readonly unknown[],
  { minItems = 0, maxItems = Infinity, uniqueItems = false }: ArrayBounds,
): void {
  const { length } = value;
  if (length < minItems || length > maxItems) {
    const bound =
      length < minItems ? `at least ${minItems}` : `at most ${maxItems}`;
    issue(c, key, `${bound} items`, String(length));
  }
  if (!uniqueItems || c.stopped) return;
  try {
    if (new Set(value.map(sortedText)).size === length) return;
    issue(c, key, "items that differ", "one of them twice");
  } catch {
    issue(c, key, "items that can be compared", "a circle, or too many levels");
  }
}

/** JSON text that does not depend on the order of keys. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one === "bigint") return `${one}n`;
    return isObject(one) ? Object.fromEntries(Object.entries(one).sort()) : one;
  });
}

/** One check per item; `rest` checks further items, and null forbids them. */
export function tuple(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  items: readonly Checker[],
  rest: Checker | null,
  bounds?: ArrayBounds,
): void {
  const { length } = items;
  const any: Checker = (...item) => {
    const [, index] = item;
    const check = items[Number(index)] ?? rest;
    if (check === null) issue(c, index, `${length} items`, "more");
    else check(...item);
  };
  array(c, key, value, presence, any, bounds);
  if (Array.isArray(value) && value.length < length) {
    issue(c, key, `${length} items`, String(value.length));
  }
}

/** An object whose values all have one type; `keys` checks the names. */
export function map(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  values: Checker,
  keys?: Checker,
): void {
  if (!isObject(value)) {
    other(c, key, value, presence, "object");
    return;
  }
  if (!enter(c, key)) return;
  const { known } = c;
  const { length } = c.found;
  c.known = null;
  if (known !== null) addKeys(known, value);
  else addListed(c.listed, value, null);
  for (const name of Object.keys(value)) {
    keys?.(c, name, name, required);
    values(c, name, value[name], required);
  }
  c.known = known;
  leave(c, key, length);
}

/** A check, and its discriminants: property → the value, or values, of this branch. */
export type Branch = readonly [check: Checker, marks?: Marks];

type Marks = Readonly<Record<string, Literal | readonly Literal[]>>;

/** Specific branches come first: `deleted: true` before the same object without it. */
export function union(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  branches: readonly Branch[],
): void {
  // Within an intersection, the names of every branch that fits are listed.
  fitting(c, key, value, presence, branches, c.known !== null);
}

/** Counts the branches that fit: all of them, or the best one. Reports issues if none does. */
function fitting(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  branches: readonly Branch[],
  all: boolean,
): number {
  if (value === undefined || (value === null && presence & 1)) {
    other(c, key, value, presence, "a value");
    return 0;
  }
  const { issues, known, listed } = c;
  const tried: string[] = [];
  let fits = 0;
  let fit: Fit | null = null;
  let best: readonly Finding[] | null = null;
  for (const [check, marks] of branches) {
    if (c.stopped) return 0;
    if (marks !== undefined && !hasMarks(value, marks)) continue;
    const { length } = c.found;
    const own = known === null ? null : new Set<string>();
    const within: Listed | null = listed === null ? null : new Map();
    c.known = own;
    c.listed = within;
    check(c, key, value, required);
    c.known = known;
    c.listed = listed;
    if (c.issues === issues) {
      fits++;
      if (!all && c.found.length === length) {
        fit = { drift: [], within };
        break;
      }
      if (all) within?.forEach((names, one) => addListed(listed, one, names));
      if (known !== null) own?.forEach(known.add, known);
      // The branch with the least drift is the best one.
      const drift = c.found.splice(length);
      if (fit === null || drift.length < fit.drift.length) {
        fit = { drift, within };
      }
      if (!all && ++c.misses > maxMisses / 2) break;
      continue;
    }
    if (own !== null) tried.push(...own);
    const found = c.found.splice(length);
    if (c.stopped || ++c.misses > maxMisses) {
      c.stopped = true;
      fit = null;
      best = found;
      break;
    }
    c.issues = issues;
    best = best === null ? found : better(best, found);
  }
  if (fit !== null) {
    if (!all)
      fit.within?.forEach((names, one) => addListed(listed, one, names));
    c.found.push(...fit.drift);
    return all ? fits : 1;
  }
  if (known !== null) tried.forEach(known.add, known);
  if (best === null) {
    unmarked(c, key, value, presence, branches);
    return 0;
  }
  c.issues = issues + best.filter(isIssue).length;
  const [first] = best;
  if (presence & 1 && first?.path.length === 1 && best.length === 1) {
    const expected = `${first.expected} or null`;
    c.found.push(new Finding(key, expected, first.received));
  } else {
    c.found.push(...best);
  }
  return 0;
}

/** A branch that fits. */
interface Fit {
  readonly drift: readonly Finding[];
  readonly within: Listed | null;
}

/** What to report if two branches do not fit: the findings of the closer one, or both. */
function better(
  a: readonly Finding[],
  b: readonly Finding[],
): readonly Finding[] {
  const [one] = a;
  const [two] = b;
  if (one?.path.length === 1 && two?.path.length === 1) {
    if (one.received !== two.received || a.length + b.length > 2) {
      return a.length <= b.length ? a : b;
    }
    const [key = ""] = one.path;
    const kinds = [one, two].flatMap(({ expected }) => expected.split(" | "));
    const expected = [...new Set(kinds)].join(" | ");
    return [new Finding(key, expected, one.received)];
  }
  if (one?.path.length === 1) return b;
  if (two?.path.length === 1) return a;
  return a.length <= b.length ? a : b;
}

function hasMarks(value: unknown, marks: Marks): boolean {
  if (!isObject(value)) return false;
  for (const key in marks) {
    const mark = marks[key];
    const one = value[key];
    if (one === mark) continue;
    // Only compared, so that the cast is safe.
    if (typeof mark !== "object" || !mark.includes(one as Literal))
      return false;
  }
  return true;
}

function unmarked(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  branches: readonly Branch[],
): void {
  if (!isObject(value)) {
    other(c, key, value, presence, "object");
    return;
  }
  const [, marks = {}] = branches[0] ?? [];
  const [mark = ""] = Object.keys(marks);
  const values = branches.flatMap(([, others]) => others?.[mark] ?? []);
  const expected = [...new Set(values)].map(quote).join(" | ");
  const { length } = c.found;
  issue(c, mark, expected, quote(own(value, mark)));
  c.found[length]?.path.push(key);
}

/** Exactly one branch has to fit; in strict mode, two that fit are an issue. */
export function exactlyOne(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  branches: readonly Branch[],
): void {
  const all = c.strict || c.known !== null;
  const fits = fitting(c, key, value, presence, branches, all);
  if (c.strict && fits > 1) {
    issue(c, key, "one kind of value", `a value of ${fits} kinds`);
  }
}

/** All checks have to pass. In strict mode, `closed` forbids names that none lists. */
export function every(
  c: Check,
  key: number | string,
  value: unknown,
  presence: Presence,
  checks: readonly Checker[],
  closed: boolean = false,
): void {
  if (value === undefined || (value === null && presence & 1)) {
    other(c, key, value, presence, "a value");
    return;
  }
  const { known, listed } = c;
  const names = known ?? new Set<string>();
  const within: Listed = listed ?? new Map();
  c.listed = within;
  for (const check of checks) {
    c.known = names;
    check(c, key, value, required);
  }
  c.known = known;
  c.listed = listed;
  if (known !== null || !isObject(value)) return;
  const { length } = c.found;
  for (const name of Object.keys(value)) {
    if (names.has(name)) continue;
    const received = describe(value[name]);
    if (closed && c.strict) issue(c, name, "no such property", received);
    else if (listed === null) {
      c.found.push(new Finding(name, "", received, "property"));
    }
  }
  for (const { path } of c.found.slice(length)) path.push(key);
  addListed(listed, value, names);
  if (listed !== null) return;
  within.set(value, null); // reported above
  unlisted(c, key, value, within);
}

function addListed(
  listed: Listed | null,
  value: object,
  names: Iterable<string> | null,
): void {
  if (listed === null) return;
  const known = listed.get(value);
  if (names === null || known === null) listed.set(value, null);
  else listed.set(value, new Set([...(known ?? []), ...names]));
}

/** Reports unlisted properties of nested objects, each object once. */
function unlisted(
  c: Check,
  key: number | string,
  value: unknown,
  listed: Listed,
): void {
  if (typeof value !== "object" || value === null) return;
  const names = listed.get(value);
  if (names === undefined) return;
  listed.delete(value);
  const { length } = c.found;
  for (const [name, one] of Object.entries(value)) {
    const at = Array.isArray(value) ? Number(name) : name;
    if (names === null || names.has(name)) unlisted(c, at, one, listed);
    else c.found.push(new Finding(at, "", describe(one), "property"));
  }
  for (const { path } of c.found.slice(length)) path.push(key);
}

/**
 * Requires properties whose own check lets them be absent. Those in `sparse` are
 * nullable, and required in strict mode only.
 */
export function has(
  c: Check,
  key: number | string,
  value: unknown,
  _presence: Presence,
  names: readonly string[],
  sparse: readonly string[] = [],
): void {
  if (!isObject(value)) return;
  for (const name of c.strict ? [...names, ...sparse] : names) {
    if (own(value, name) !== undefined) continue;
    const { length } = c.found;
    issue(c, name, "a value", "nothing");
    c.found[length]?.path.push(key);
  }
}

type Properties = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function addKeys(known: Set<string>, value: object): void {
  for (const key of Object.keys(value)) known.add(key);
}

function enter(c: Check, key: number | string): boolean {
  if (c.stopped) return false;
  if (++c.depth <= maxDepth) return true;
  c.depth--;
  c.stopped = true;
  issue(c, key, `at most ${maxDepth} levels`, "more");
  return false;
}

function leave(c: Check, key: number | string, length: number): void {
  c.depth--;
  const { found } = c;
  for (let index = length; index < found.length; index++) {
    found[index]?.path.push(key);
  }
}
