// What operations answer when they do not succeed. In most documents it is the
// same for all of them: then it is said once, and not in every entry of the map.

import type { Operation } from "../../../ir/operation.js";
import { identityText } from "../../../ir/query/identity-text.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import { ownWord, word } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import type { LowerContext } from "../lower-context.js";
import { declareAlias, declareObject } from "../models/declare-typescript.js";
import type { TypePrinter } from "../models/type-printer.js";
import type { TsDeclarationView } from "../typescript-view.js";

/** `each` tells whether the entries in the map say it. */
export interface OperationErrors {
  readonly common: TypeExpr | null;
  readonly each: boolean;
}

export function compareErrors(
  operations: readonly Operation[],
): OperationErrors {
  const errors = operations.map(({ error }) => error);
  const texts = new Set(errors.map(errorContentsOf));
  const [common = null] = errors;
  return texts.size === 1 && common !== null
    ? { common, each: false }
    : { common: null, each: errors.some((error) => error !== null) };
}

const errorDoc = docComment("The error response of every operation.");

/** An object without a name gets this one; a type with a name has it beside its own. */
export function declareError(
  type: TypeExpr,
  printer: TypePrinter,
  { claim, options }: LowerContext,
): TsDeclarationView {
  const name = claim(ownWord("OperationError"), {
    pointer: "#/paths",
    model: null,
  });
  return type.kind === "object"
    ? { ...declareObject(name, type, printer, options), doc: errorDoc }
    : declareAlias(name, printer.print(type, word`${name}Value`), errorDoc);
}

/** Places differ, and what stands there does not. */
function errorContentsOf(type: TypeExpr | null): string {
  return identityText(type, (key, value) =>
    key === "pointer" ? undefined : value,
  );
}
