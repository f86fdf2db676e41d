// A parsed document → a view of it that counts what is read of it, so that a library which
// has no limit of its own can be stopped after a number of steps, on every machine alike.

import type { JSONValue } from "json-p3";

/** A long text counts as several values, since it takes longer to compare. */
const charactersOfStep = 100;

/** `count` is called for each key that is looked up or listed, and may throw. */
export function countVisits(
  root: unknown,
  count: (steps: number) => void,
): JSONValue {
  const views = new WeakMap<object, object>();
  const viewOf = (value: unknown): unknown => {
    if (typeof value === "string") {
      count(Math.floor(value.length / charactersOfStep));
    }
    if (typeof value !== "object" || value === null) return value;
    const known = views.get(value);
    if (known !== undefined) return known;
    const view = new Proxy(value, handler);
    views.set(value, view);
    return view;
  };
  const handler: ProxyHandler<object> = {
    get(target, key) {
      count(1);
      return viewOf(Reflect.get(target, key));
    },
    getOwnPropertyDescriptor(target, key) {
      count(1);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      count(keys.length);
      return keys;
    },
  };
  return viewOf(root) as JSONValue; // parsed: it has JSON's values
}
