// What the document says of a value beside its type → the arguments behind the four
// that every check takes. None where it says nothing.

import type { StringBounds } from "../../model/type-expr.js";
import type { CheckFile } from "./check-file.js";
import { layoutCall, layoutRecord } from "./layout-code.js";
import { stringLiteral } from "./text-literal.js";

/** `others` are properties of the argument that are no bounds of numbers. */
export function writeBounds(
  bounds: object | undefined,
  name: string,
  file: CheckFile,
  others: readonly string[] = [],
): readonly string[] {
  const entries = [
    ...others,
    ...Object.entries(bounds ?? {}).map(([key, value]) => `${key}: ${value}`),
  ];
  if (entries.length === 0) return [];
  return [
    file.declareConstant(name, "Bounds", (start) =>
      layoutRecord(start, entries),
    ),
  ];
}

/** There are strings everywhere: theirs are arguments each, up to the last that is bounded. */
export function writeStringBounds(
  bounds: StringBounds | undefined,
  name: string,
  file: CheckFile,
): readonly string[] {
  if (bounds === undefined) return [];
  const { maxLength = Number.POSITIVE_INFINITY, minLength, pattern } = bounds;
  const most = String(maxLength);
  if (pattern !== undefined) {
    const expression = file.declareConstant(name, "Pattern", (start) =>
      layoutCall(`${start} = new RegExp`, [stringLiteral(pattern), '"u"'], 0),
    );
    return [most, String(minLength ?? 0), expression];
  }
  return minLength === undefined ? [most] : [most, String(minLength)];
}
