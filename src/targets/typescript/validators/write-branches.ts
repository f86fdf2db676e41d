// The members of a union → a constant that lists the check of each member, and the
// discriminants by which the run-time code selects one.

import { discriminantsOf } from "../../../ir/query/discriminants-of.js";
import type { LiteralValue, TypeExpr } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  joinCode,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  layoutCodeItems,
  layoutList,
} from "../../../languages/typescript/layout-code.js";
import {
  propertyKey,
  tsValue,
} from "../../../languages/typescript/typescript-literals.js";
import type { CheckScope } from "../check-scope.js";
import type { CheckFile } from "./check-file.js";

export function writeBranches(
  members: readonly TypeExpr[],
  name: Word,
  { file, models, checker }: CheckScope,
): Word {
  const discriminants = discriminantsOf(members, models);
  // Members with more discriminants come first: `deleted_customer` before `customer`.
  const order = members
    .map((member, index) => ({
      member,
      option: word`${name}Option${index + 1}`,
      tests: [...(discriminants[index] ?? [])],
    }))
    .sort((a, b) => b.tests.length - a.tests.length);
  const rows = order.map(({ member, option, tests }) => {
    const check = checker(member, option);
    const entries = tests.map(
      ([key, values]) =>
        code`${propertyKey(key)}: ${writeValues(values, option, file)}`,
    );
    return tests.length === 0
      ? [check]
      : [check, code`{ ${joinCode(entries, code`, `)} }`];
  });
  file.share(word`Branch`);
  // Prettier breaks a list of several lists, unless one of them has one item.
  const broken = rows.length > 1 && rows.every((row) => row.length > 1);
  return file.declareConstant(
    name,
    word`Branches`,
    (start) => layoutList(start, rows.map(layoutCodeItems), broken),
    code`readonly Branch[]`,
  );
}

/** Prints one value; declares a constant for several values. */
function writeValues(
  values: readonly LiteralValue[],
  name: Word,
  file: CheckFile,
): Code {
  const [first = code``, ...others] = values.map(tsValue);
  return others.length === 0
    ? first
    : file.declareList(name, word`Discriminants`, [first, ...others]);
}
