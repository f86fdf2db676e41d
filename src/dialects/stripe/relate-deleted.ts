// `customer` and `deleted_customer` have the same value of `object`; only the
// property `deleted` of the latter discriminates them. The live model gets
// `deleted` as a property that is always undefined, so that
// `if (!customer.deleted)` narrows in TypeScript.

import type { Model, ObjectModel } from "../../ir/model.js";

const deletedPrefix = "deleted_";

export function relateDeleted(models: readonly Model[]): readonly Model[] {
  const live = new Set(
    models
      .filter(isDeleted)
      .map(({ name }) => name.slice(deletedPrefix.length)),
  );
  return models.map((model) =>
    live.has(model.name) && model.kind === "object" && !hasDeleted(model)
      ? { ...model, absent: [...model.absent, "deleted"] }
      : model,
  );
}

function isDeleted(model: Model): boolean {
  return (
    model.name.startsWith(deletedPrefix) &&
    model.kind === "object" &&
    model.fields.some(
      ({ name, type }) =>
        name === "deleted" && type.kind === "literal" && type.value === true,
    )
  );
}

/** `apps.secret` declares `deleted` itself, with another meaning. */
function hasDeleted({ fields }: ObjectModel): boolean {
  return fields.some(({ name }) => name === "deleted");
}
