// Canonical JSON and deep copies.

/**
 * Returns canonical JSON, without white space and with keys in the order of RFC 8785:
 * equal values give equal text. Undefined properties are omitted, a bigint is written
 * as a number, and an object with `toJSON`, such as a `Date`, as what that returns.
 *
 * `stringify({ b: 1n, a: undefined })` → `{"b":1}`
 *
 * Throws a `TypeError` with the path of a value that JSON cannot express: `NaN`, a
 * function, a hole in an array, an instance of a class. Throws a `RangeError` for a
 * circular reference or more than 1000 levels.
 */
export function stringify(value: unknown): string {
  return write(value, []);
}

/**
 * Returns a deep copy of plain objects, arrays and dates. Throws like `stringify` for an
 * instance of a class, a circular reference or too many levels.
 */
export function clone<T>(value: T): T {
  return copy(value, []) as T; // a copy has the same type
}

type Path = (number | string)[];

const maxDepth = 1000;

function write(value: unknown, path: Path): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return JSON.stringify(value);
      throw wrong(value, path);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value)
        ? writeArray(value, path)
        : writeObject(value, path);
    default:
      throw wrong(value, path);
  }
}

function writeArray(items: readonly unknown[], path: Path): string {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    enter(path, index);
    text += `${index === 0 ? "" : ","}${write(items[index], path)}`;
    path.pop();
  }
  return `[${text}]`;
}

function writeObject(value: object, path: Path): string {
  const toJson = toJsonOf(value);
  if (toJson !== null) {
    const json = toJson();
    // A result with a `toJSON` of its own could recurse forever.
    if (typeof json === "object" && json !== null) {
      if (!isPlain(json) || toJsonOf(json) !== null) throw wrong(json, path);
    }
    return write(json, path);
  }
  if (!isPlain(value)) throw wrong(value, path);
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const one: unknown = Reflect.get(value, key);
    if (one === undefined) continue;
    enter(path, key);
    const comma = text === "" ? "" : ",";
    text += `${comma}${JSON.stringify(key)}:${write(one, path)}`;
    path.pop();
  }
  return `{${text}}`;
}

function toJsonOf(value: object): (() => unknown) | null {
  const toJson: unknown = Reflect.get(value, "toJSON");
  return typeof toJson === "function" ? () => toJson.call(value) : null;
}

function copy(value: unknown, path: Path): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      enter(path, index);
      items.push(copy(value[index], path));
      path.pop();
    }
    return items;
  }
  if (value instanceof Date) return new Date(value);
  if (!isPlain(value)) throw wrong(value, path);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    enter(path, key);
    const one = copy(Reflect.get(value, key), path);
    path.pop();
    if (key === "__proto__") define(result, key, one);
    else result[key] = one;
  }
  return result;
}

/** An assignment to `__proto__` would change the prototype instead. */
function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function enter(path: Path, key: number | string): void {
  if (path.push(key) <= maxDepth) return;
  throw new RangeError(
    `${describePath(path)}: more than ${maxDepth} levels, or a circular reference`,
  );
}

/** An instance of a class has a prototype that has a prototype itself. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function wrong(value: unknown, path: Path): TypeError {
  const what =
    typeof value === "object"
      ? "an object of a class"
      : typeof value === "number" || value === undefined
        ? String(value)
        : `a ${typeof value}`;
  return new TypeError(`${describePath(path)}: ${what} is not a JSON value`);
}

function describePath(path: Path): string {
  const shown = path.slice(0, 8).join(".");
  return path.length > 8 ? `${shown}…` : shown || "value";
}
