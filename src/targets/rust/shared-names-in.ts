// Models → the shared types that printing them may use. This is known before
// printing, because these names are reserved and models must not get them.

import type { Model } from "../../ir/model.js";
import type {
  Field,
  GenericType,
  LiteralValue,
  TypeExpr,
} from "../../ir/type-expr.js";
import { visitType } from "../../ir/walk/children-of.js";
import { rustShared, type SharedName } from "./rust-shared-types.js";

/** May include unused names: not every union needs `Object`, nor every optional field `Maybe`. */
export function sharedNamesIn(
  models: readonly Model[],
): ReadonlySet<SharedName> {
  const found = new Set<SharedName>();
  for (const model of models) {
    if (model.kind === "alias") surveyRustType(model.type, found);
    else {
      surveyFields(model.fields, found);
      for (const { type } of model.fields) surveyRustType(type, found);
      if (model.additional !== null) surveyRustType(model.additional, found);
    }
  }
  return found;
}

function surveyRustType(type: TypeExpr, found: Set<SharedName>): void {
  visitType(type, (part) => {
    if (part.kind === "object") surveyFields(part.fields, found);
    for (const name of sharedNamesOf(part)) found.add(name);
    // A generic with a type of its own is printed as that, and its structure is not.
    if (part.kind === "generic" && ownTypeOf(part) === undefined) {
      surveyRustType(part.generic.type, found);
    }
  });
}

function surveyFields(fields: readonly Field[], found: Set<SharedName>): void {
  if (fields.some(({ present }) => !present)) found.add("Maybe");
}

function sharedNamesOf(type: TypeExpr): readonly SharedName[] {
  if (type.kind === "string" && type.format === "decimal") return ["Decimal"];
  if (type.kind === "number" && type.format === "unix-time") {
    return ["Timestamp"];
  }
  if (type.kind === "emptyObject") return ["EmptyObject"];
  if (type.kind === "unknownObject" || type.kind === "union") return ["Object"];
  if (type.kind === "literal") return sharedNamesOfValues([type.value]);
  if (type.kind === "enum") return sharedNamesOfValues(type.values);
  if (type.kind !== "generic") return [];
  const shared = ownTypeOf(type);
  return shared === undefined ? [] : [rustShared(shared)];
}

function ownTypeOf({ generic }: GenericType): string | undefined {
  return generic.languages.rust?.type;
}

function sharedNamesOfValues(
  values: readonly LiteralValue[],
): readonly SharedName[] {
  return values.flatMap((value) =>
    typeof value === "boolean" ? [value ? "True" : "False"] : [],
  );
}
