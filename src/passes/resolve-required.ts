// Checks `A & Required<Pick<A, x>>` against A: `x` is dropped if A does not
// declare it, or requires it already.

import type { Model, ModelSet } from "../ir/model.js";
import { foldDeclared } from "../ir/query/fold-declared.js";
import type { TypeExpr } from "../ir/type-expr.js";
import { mapModelSet } from "../ir/walk/map-model-set.js";

interface DeclaredProperty {
  readonly isDeclared: boolean;
  /** True if at least one declaration requires it. */
  readonly isRequired: boolean;
}

/** Replaces each `withRequired` by its model if no name remains. */
export function resolveRequired(modelSet: ModelSet): ModelSet {
  return mapModelSet(modelSet, createRequiredResolver(modelSet.models));
}

/** Returns a function that resolves one type. */
function createRequiredResolver(
  models: readonly Model[],
): (type: TypeExpr) => TypeExpr {
  const find = foldDeclared<DeclaredProperty>(
    new Map(models.map((model) => [model.name, model])),
    {
      none: { isDeclared: false, isRequired: false },
      read: ({ required }) => ({ isDeclared: true, isRequired: required }),
      join: (a, b) => ({
        isDeclared: a.isDeclared || b.isDeclared,
        isRequired: a.isRequired || b.isRequired,
      }),
      require: (found) => ({ ...found, isRequired: found.isDeclared }),
    },
  );
  return (type) => {
    if (type.kind !== "withRequired") return type;
    const names = type.names.filter((name) => {
      const { isDeclared, isRequired } = find(type.type, name);
      return isDeclared && !isRequired;
    });
    return names.length === 0 ? type.type : { ...type, names };
  };
}
