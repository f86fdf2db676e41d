// A value → copies with a change in one place, which may or may not be invalid. A copy
// shares all other parts with the original.

import fc from "fast-check";
import type { Draw } from "./drawn.js";

type Path = readonly (number | string)[];

/** Replacements for any value. */
const others: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  "",
  "list",
  "x".repeat(5001),
  "😀".repeat(5000),
  "é".repeat(501),
  "/v1/file_links",
  [],
  [null],
  [{}],
  ["text"],
  {},
  { object: "charge" },
  { id: "a", object: "customer", deleted: true },
  { data: [], has_more: false, object: "list", url: "/" },
  { "": null },
];

/** Values of `object` and of other tags. */
const tags: readonly unknown[] = [
  "account",
  "bank_account",
  "card",
  "charge",
  "customer",
  "discount",
  "list",
  "price",
  "product",
  "source",
  "search_result",
  "",
  null,
  undefined,
];

/** Of any kind. */
const anything = fc.jsonValue({ maxDepth: 1 });

export function mutateValue(value: unknown, draw: Draw): unknown {
  const paths = pathsOf(value);
  const path = paths[draw.below(paths.length)] ?? [];
  return replaceAt(value, path, (before) => mutateHere(before, draw));
}

/** All paths within a value, including its own, so that deep parts are changed as well. */
function pathsOf(value: unknown): readonly Path[] {
  const found: Path[] = [];
  const pending: [Path, unknown][] = [[[], value]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [path, one] = next;
    found.push(path);
    if (Array.isArray(one)) {
      one.forEach((item, index) => void pending.push([[...path, index], item]));
    } else if (typeof one === "object" && one !== null) {
      for (const [key, item] of Object.entries(one)) {
        pending.push([[...path, key], item]);
      }
    }
  }
  return found;
}

function mutateHere(value: unknown, draw: Draw): unknown {
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value)
      ? mutateArray(value, draw)
      : mutateObject(value, draw);
  }
  switch (draw.below(8)) {
    case 0:
    case 1:
    case 2:
      if (typeof value === "string") return mutateString(value, draw);
      if (typeof value === "number") return value + 0.5;
      if (typeof value === "boolean") return !value;
      return draw.of(anything);
    default:
      return others[draw.below(others.length)];
  }
}

function mutateString(value: string, draw: Draw): unknown {
  switch (draw.below(4)) {
    case 0:
      return `${value}_`;
    case 1:
      return value + "x".repeat(5000);
    case 2:
      return tags[draw.below(tags.length)];
    default:
      return value.slice(1);
  }
}

function mutateArray(value: readonly unknown[], draw: Draw): unknown {
  switch (draw.below(4)) {
    case 0:
      return value.slice(1);
    case 1:
      return [...value, ...value];
    case 2:
      return [...value, others[draw.below(others.length)]];
    default:
      return others[draw.below(others.length)];
  }
}

function mutateObject(value: object, draw: Draw): unknown {
  const keys = Object.keys(value);
  const key = keys[draw.below(keys.length)] ?? "id";
  const { [key]: own, ...rest } = value as Record<string, unknown>; // it is not an array
  switch (draw.below(8)) {
    case 0:
    case 1:
      return rest;
    case 2:
      return { ...value, unknown_property: own };
    case 3:
      return { ...rest, [key]: others[draw.below(others.length)] };
    case 4:
      return withoutUndefined({
        ...value,
        object: tags[draw.below(tags.length)],
      });
    case 5:
      return { ...value, deleted: [true, false, "true", null][draw.below(4)] };
    case 6:
      return { ...rest, [key]: value };
    default:
      return others[draw.below(others.length)];
  }
}

/** Removes undefined properties, which JSON cannot represent. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  );
}

function replaceAt(
  value: unknown,
  path: Path,
  change: (before: unknown) => unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    const changed = change(value);
    return changed === undefined ? null : changed;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      index === key ? replaceAt(item, rest, change) : item,
    );
  }
  const own = value as Readonly<Record<string, unknown>>; // it has the key
  return { ...own, [key]: replaceAt(own[key], rest, change) };
}
