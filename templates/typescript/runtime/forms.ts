// The parameters of a request as a form, `application/x-www-form-urlencoded` with
// brackets: `items[0][price]=p&metadata[order]=6735`.

/** What a form says: text, in objects and arrays. */
export type FormValue = string | FormValue[] | FormObject;

export interface FormObject {
  [name: string]: FormValue;
}

/**
 * What is undefined is left out, as are empty objects and arrays, for which a form has
 * no words; null is written as `""`, which clears a field. A `Date` is in seconds.
 *
 * Throws a `TypeError` for what no form can say: `NaN`, a function, bytes (a file is
 * sent as `multipart/form-data`), a circle or more than 100 levels.
 */
export function encodeForm(params: object): string {
  if (Array.isArray(params) || !isData(params)) {
    throw new TypeError("parameters of another kind than an object");
  }
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    // A name that has brackets already is taken for a path: `metadata[order]`.
    append(pairs, keepBrackets(escapeText(name)), value, 1);
  }
  return pairs.join("&");
}

/**
 * Takes what `encodeForm` writes and what other clients send: brackets that are escaped,
 * `+` for a space, `expand[]=customer`. All that it finds is text, an object, or an
 * array where the keys are 0, 1, 2 and so on. `metadata` is an object in any case. Of
 * what is said twice the later holds.
 *
 * Throws a `RangeError` where there are more than 100 levels.
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

/** Not a `Map`, bytes, or what else keeps its values elsewhere than in properties. */
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

/** All but letters, digits and `-._~`, as RFC 3986 has it. */
function escapeText(text: string): string {
  // Half of a pair of surrogates is no character, and has no bytes.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Where they cannot be taken for others, brackets are easier to read as they are. */
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

/** `items[0][price] → items, 0, price` */
function readPath(name: string): readonly string[] {
  // Brackets as they are are those of the form, and the escaped ones are of a key;
  // where all are escaped, a client has escaped those of the form.
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

/** An object or an array: which of them is known when all of it is read. */
interface FormNode {
  readonly isObject: boolean;
  readonly entries: Map<string, FormNode | string>;
  /** Behind the highest index so far. */
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

/** `items[][price]=…&items[][quantity]=…` is one item, until it would have one of them twice. */
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
  // As many keys as indices up to the highest, and each of them one: there is no gap.
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

/** Assigned to, it would become what the object inherits from. */
function define(object: object, key: string, value: FormValue): void {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
