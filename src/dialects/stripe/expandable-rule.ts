// `anyOf [string, Charge]` with `x-expansionResources` → `Expandable<Charge>`: the
// id of a charge, or the charge. The keyword `x-expandableFields` is unsuitable:
// it also lists all properties that an expand path may pass through.

import type { TypeRule } from "../dialect.js";
import { expandable } from "./stripe-generics.js";

/** @see https://docs.stripe.com/api/expanding_objects */
export const expandableRule: TypeRule = {
  summary: "anyOf [string, A, B] with x-expansionResources → Expandable<A | B>",
  build(schema, pointer, context) {
    if (schema["x-expansionResources"] === undefined) return null;
    const branches = schema.anyOf;
    if (!Array.isArray(branches)) return null;
    const built = branches.map((branch: unknown, index) =>
      context.build(branch, `${pointer}/anyOf/${index}`),
    );
    const models = built.filter((type) => type.kind === "reference");
    const ids = built.filter((type) => type.kind === "string");
    const [model] = models;
    const [id] = ids;
    if (
      model === undefined ||
      id === undefined ||
      ids.length > 1 ||
      models.length + 1 !== built.length
    ) {
      return null;
    }
    return {
      kind: "generic",
      generic: expandable,
      args: [models.length === 1 ? model : { kind: "union", members: models }],
      ...(id.constraints !== undefined && { constraints: id.constraints }),
    };
  },
};
