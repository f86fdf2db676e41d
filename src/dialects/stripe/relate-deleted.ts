// `deleted_customer` and `customer` have the same `object`: only `deleted` tells
// them apart, and the live one does not have it. That it never has it is said of
// the live one, so that `if (!customer.deleted)` narrows.

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

/** `apps.secret` has a `deleted` of its own, and means something else by it. */
function hasDeleted({ fields }: ObjectModel): boolean {
  return fields.some(({ name }) => name === "deleted");
}
