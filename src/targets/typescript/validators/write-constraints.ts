// Constraints → the arguments of a check that follow the four that every check
// has; empty without constraints.

import type { StringConstraints } from "../../../ir/constraints.js";
import type { LiteralValue } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  layoutCall,
  layoutRecord,
} from "../../../languages/typescript/layout-code.js";
import {
  propertyKey,
  tsString,
  tsValue,
} from "../../../languages/typescript/typescript-literals.js";
import type { CheckFile } from "./check-file.js";

/** Declares a constant with all constraints. `others` are further properties of it. */
export function writeConstraints(
  constraints: object | undefined,
  name: Word,
  file: CheckFile,
  others: readonly Code[] = [],
): readonly Code[] {
  const entries = [
    ...others,
    ...Object.entries(constraints ?? {}).map(
      ([key, value]: [string, LiteralValue]) =>
        code`${propertyKey(key)}: ${tsValue(value)}`,
    ),
  ];
  if (entries.length === 0) return [];
  return [
    file.declareConstant(name, word`Bounds`, (start) =>
      layoutRecord(start, entries),
    ),
  ];
}

/**
 * Constraints of strings are positional arguments, up to the last one that is set:
 * strings are frequent, and this is shorter than a constant.
 */
export function writeStringConstraints(
  constraints: StringConstraints | undefined,
  name: Word,
  file: CheckFile,
): readonly Code[] {
  if (constraints === undefined) return [];
  const {
    maxLength = Number.POSITIVE_INFINITY,
    minLength,
    pattern,
  } = constraints;
  const most = tsValue(maxLength);
  if (pattern !== undefined) {
    const expression = file.declareConstant(name, word`Pattern`, (start) =>
      layoutCall(
        code`${start} = new RegExp`,
        [tsString(pattern), code`"u"`],
        0,
      ),
    );
    return [most, tsValue(minLength ?? 0), expression];
  }
  return minLength === undefined ? [most] : [most, tsValue(minLength)];
}
