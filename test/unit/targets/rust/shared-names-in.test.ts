// The names that models give way to: those of the types that the output declares.

import { expect, test } from "vitest";
import {
  expandable,
  list,
  metadata,
  searchResult,
} from "../../../../src/dialects/stripe/stripe-generics.js";
import type { Generic, TypeExpr } from "../../../../src/ir/type-expr.js";
import { sharedNamesIn } from "../../../../src/targets/rust/shared-names-in.js";
import { field, objectModel, refTo } from "../../ir/models.js";

function namesFor(type: TypeExpr): string[] {
  const model = objectModel("a", [{ ...field("a", type), present: true }]);
  return [...sharedNamesIn([model])].sort();
}

const applied = (generic: Generic): TypeExpr => ({
  ...{ kind: "generic", generic },
  args: generic.parameters.map(() => refTo("b")),
});

test.each([
  [expandable, ["Expandable"]],
  [list, ["List"]],
  [searchResult, ["SearchList"]],
  [metadata, []],
])("$name reserves nothing of its structure", (generic, names) => {
  expect(namesFor(applied(generic))).toEqual(names);
});

test("a generic without a Rust type reserves what its structure needs", () => {
  const unknown: Generic = { ...searchResult, languages: {} };
  expect(namesFor(applied(unknown))).toEqual(["Maybe"]);
});
