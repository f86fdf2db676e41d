// An object → the call that checks it, and the function that checks its properties.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { ObjectConstraints } from "../../../ir/constraints.js";
import type { Field, TypeExpr } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  type Word,
  word,
} from "../../../languages/printable.js";
import { layoutCall } from "../../../languages/typescript/layout-code.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import type { CheckScope } from "../check-scope.js";
import type { Call } from "./check-file.js";
import { writeConstraints } from "./write-constraints.js";
import { writePropertyCheck } from "./write-property-check.js";

/** The maximum per function. The compiler fails on much longer ones, and engines run them slowly. */
const mostStatements = 250;

export interface CheckedObject {
  readonly fields: readonly Field[];
  readonly additional: TypeExpr | null;
  readonly constraints?: ObjectConstraints;
}

/** `type` is the name of the object's declared type; null if it has none. */
export function writeObjectCheck(
  { fields, additional, constraints }: CheckedObject,
  name: Word,
  type: Word | null,
  scope: CheckScope,
): Call {
  const args = [
    ...writeProperties(fields, name, type, scope, constraints?.only),
    ...writeOthers(additional, constraints, name, scope),
  ];
  return { name: scope.file.share(word`object`), args };
}

/**
 * Declares the function that checks listed properties. Returns its name, and the
 * list of the properties' names, restricted to `only`.
 */
function writeProperties(
  listed: readonly Field[],
  name: Word,
  type: Word | null,
  scope: CheckScope,
  only: readonly string[] | undefined,
): readonly Code[] {
  const { file, options, typeAs } = scope;
  if (listed.length === 0) return [file.share(word`noProperties`), code`[]`];
  const fields =
    options.order === "document"
      ? listed
      : sortedByBytes(listed, (field) => field.name);
  const functionName = file.claimLocal(name, word`Properties`);
  if (type !== null) file.useType(type);
  const read = type && typeAs(type);
  const write = (some: readonly Field[]) =>
    some.map((field) => writePropertyCheck(field, name, scope));
  file.declareProperties(functionName, read, () =>
    fields.length <= mostStatements
      ? write(fields)
      : chunk(fields).map((some) => {
          const part = file.claimLocal(name, word`Properties`);
          file.declareProperties(part, read, () => write(some));
          return layoutCall(part, [word`c`, word`v`], 2);
        }),
  );
  const names = fields
    .map((field) => field.name)
    .filter((property) => only?.includes(property) ?? true)
    .map(tsString);
  if (names.length === 0) return [functionName, code`[]`];
  return [functionName, file.declareList(name, word`Names`, names)];
}

function chunk<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / mostStatements);
  return Array.from({ length: count }, (_none, index) =>
    items.slice(index * mostStatements, (index + 1) * mostStatements),
  );
}

/** The constraints on unlisted properties, and on the number of properties. */
function writeOthers(
  additional: TypeExpr | null,
  { closed, only, ...counts }: ObjectConstraints = {},
  name: Word,
  { file, checker }: CheckScope,
): readonly Code[] {
  const others =
    additional !== null
      ? [code`others: ${checker(additional, word`${name}Value`)}`]
      : closed === true || only !== undefined
        ? [code`others: null`]
        : [];
  return writeConstraints(counts, name, file, others);
}
