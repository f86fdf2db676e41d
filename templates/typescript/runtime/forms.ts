// Encodes and decodes request parameters as `application/x-www-form-urlencoded` with
// brackets: `items[0][price]=p&metadata[order]=6735`.

/** A decoded value: text, or objects and arrays of text. */
export type FormValue = string | FormValue[] | FormObject;

export interface FormObject {
  [name: string]: FormValue;
}

/**
 * Encodes request parameters: `{ items: [{ price: "p" }] }` → `items[0][price]=p`.
 * Omits undefined values, empty objects and empty arrays. Null becomes `""`, which
 * clears a field; a `Date` becomes seconds since the Unix epoch.
 *
 * Throws a `TypeError` for values that a form cannot express: `NaN`, a function, bytes
 * (send files as `multipart/form-data`), a circular reference, more than 100 levels.
 */
export function encodeForm(params: object): string {
  if (Array.isArray(params) || !isData(params)) {
    throw new TypeError("parameters of another kind than an object");
  }
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    // A top-level name with brackets is used as a path: `metadata[order]`.
    append(pairs, keepBrackets(escapeText(name)), value, 1);
  }
  return pairs.join("&");
}

/**
 * Decodes a form: `items[0][price]=p` → `{ items: [{ price: "p" }] }`. Accepts forms of
 * other clients too: escaped brackets, `+` for a space, `expand[]=customer`. Values stay
 * text. Keys 0, 1, 2 … make an array, other keys an object; `metadata` is always an
 * object. If a name is repeated, its last value counts.
 *
 * Throws a `RangeError` for more than 100 levels.
 */
export function decodeForm(text: string): FormObject {
  const root = createNode(true);
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = at === -1 ? pair : pair.slice(0, at);
    const value = at === -1 ? "" : unescapeText(pair.slice(at + 1));
    insert(root, readPath(name), value);
  }
  return toObject(root);
}

const maxDepth = 100;

function append(
  pairs: string[],
  name: string,
  value: unknown,
  depth: number,
): void {
  if (value === undefined) return;
  if (typeof value !== "object" || value === null) {
    pairs.push(`${name}=${writeScalar(name, value)}`);
    return;
  }
  if (value instanceof Date) {
    const seconds = Math.floor(value.getTime() / 1000);
    pairs.push(`${name}=${writeScalar(name, seconds)}`);
    return;
  }
  if (!isData(value)) throw refusal(name, "this object");
  if (depth === maxDepth) {
    throw refusal(name, `a circle, or more than ${maxDepth} levels,`);
  }
  for (const [key, one] of Object.entries(value)) {
    append(pairs, `${name}[${escapeText(key)}]`, one, depth + 1);
  }
}

/** False for a `Map`, bytes and other objects whose values are not properties. */
function isData(value: object): boolean {
  return (
    Array.isArray(value) ||
    Object.prototype.toString.call(value) === "[object Object]"
  );
}

function writeScalar(name: string, value: unknown): string {
  switch (typeof value) {
    case "string":
      return keepBrackets(escapeText(value));
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return escapeText(String(value));
      throw refusal(name, String(value));
    case "object":
      return "";
    default:
      throw refusal(name, `a ${typeof value}`);
  }
}

function refusal(name: string, what: string): TypeError {
  const shown = name.length > 80 ? `${name.slice(0, 79)}…` : name;
  return new TypeError(`${shown}: ${what} cannot be sent in a form`);
}

/** Escapes all but the unreserved characters of RFC 3986. */
function escapeText(text: string): string {
  // A lone surrogate is not a character and cannot be encoded.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Unescapes brackets where they are not ambiguous, as the `stripe` package does. */
function keepBrackets(text: string): string {
  return text.replace(/%5B/g, "[").replace(/%5D/g, "]");
}

function unescapeText(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced; // a percent sign that escapes nothing
  }
}

/** `items[0][price]` → `["items", "0", "price"]` */
function readPath(name: string): readonly string[] {
  // Literal brackets separate keys, and escaped ones belong to a key. If all brackets
  // are escaped, the client has escaped the separators.
  const isLiteral = name.includes("[");
  const text = isLiteral ? name : unescapeText(name);
  const open = text.indexOf("[");
  const path =
    open > 0 && text.endsWith("]")
      ? [text.slice(0, open), ...text.slice(open + 1, -1).split("][")]
      : [text];
  if (path.length > maxDepth) {
    throw new RangeError(`a form has at most ${maxDepth} levels`);
  }
  return isLiteral ? path.map(unescapeText) : path;
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(key);
}

/** An object or an array: only all of its keys together show which. */
interface FormNode {
  readonly isObject: boolean;
  readonly entries: Map<string, FormNode | string>;
  /** The highest index so far, plus one. */
  next: number;
}

function createNode(isObject: boolean): FormNode {
  return { isObject, entries: new Map(), next: 0 };
}

function insert(root: FormNode, path: readonly string[], value: string): void {
  let node = root;
  for (const [depth, part] of path.entries()) {
    const rest = path.slice(depth + 1);
    const key = part === "" && !node.isObject ? nextKey(node, rest) : part;
    if (isIndex(key)) node.next = Math.max(node.next, Number(key) + 1);
    const found = node.entries.get(key);
    if (rest.length === 0) {
      node.entries.set(key, value);
    } else if (typeof found === "object") {
      node = found;
    } else {
      const created = createNode(part === "metadata");
      node.entries.set(key, created);
      node = created;
    }
  }
}

/** `items[][price]=…&items[][quantity]=…` is one item; a repeated name begins the next. */
function nextKey({ entries, next }: FormNode, rest: readonly string[]): string {
  const last = String(next - 1);
  const item = entries.get(last);
  return typeof item === "object" && rest.length > 0 && !has(item, rest)
    ? last
    : String(next);
}

function has(node: FormNode, path: readonly string[]): boolean {
  let found: FormNode | string | undefined = node;
  for (const key of path) {
    if (typeof found !== "object") return true;
    found = found.entries.get(key);
    if (found === undefined) return false;
  }
  return true;
}

function toValue(node: FormNode | string): FormValue {
  if (typeof node === "string") return node;
  const { entries, isObject, next } = node;
  // All keys are indices, and as many as the highest one needs: there is no gap.
  const isFull = entries.size === next && [...entries.keys()].every(isIndex);
  if (isObject || !isFull) return toObject(node);
  const items: FormValue[] = [];
  for (let index = 0; index < next; index++) {
    items.push(toValue(entries.get(String(index)) ?? ""));
  }
  return items;
}

function toObject({ entries }: FormNode): FormObject {
  const result: FormObject = {};
  for (const [key, node] of entries) {
    const value = toValue(node);
    if (key === "__proto__") define(result, key, value);
    else result[key] = value;
  }
  return result;
}

/** An assignment to `__proto__` would change the prototype instead. */
function define(object: object, key: string, value: FormValue): void {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
