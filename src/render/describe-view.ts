// A view with the type of each field, for `codegen inspect --view`.

import type { ViewShape } from "../targets/target.js";
import { resolveShape } from "./resolve-shape.js";

/** `"Pet"` of the shape `code` → `{is: "code", value: "Pet"}`; lists and objects keep their form. */
export function describeView(value: unknown, shape: ViewShape): unknown {
  const known = resolveShape(shape);
  if (typeof known === "string") return { is: known, value };
  if (value === null || value === undefined) {
    return { is: "list" in known ? "list" : "view", value: null };
  }
  if ("list" in known) {
    const { list } = known;
    return Array.isArray(value)
      ? value.map((item: unknown) => describeView(item, list))
      : [];
  }
  const fields = Object(value) as Readonly<Record<string, unknown>>; // an object
  return Object.fromEntries(
    Object.entries(known.fields).map(([name, field]) => [
      name,
      describeView(fields[name], field),
    ]),
  );
}
