// The error types of operations. In most documents all operations have the same
// one, which is then declared once, instead of in every entry of `Operations`.

import type { Operation } from "../../../ir/operation.js";
import { identityText } from "../../../ir/query/identity-text.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import { ownWord, word } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import type { LowerContext } from "../lower-context.js";
import { declareAlias, declareObject } from "../models/declare-typescript.js";
import type { TypePrinter } from "../models/type-printer.js";
import type { TsDeclarationView } from "../typescript-view.js";

export interface OperationErrors {
  /** The error type of all operations; null if they differ, or have none. */
  readonly common: TypeExpr | null;
  /** True if each entry of `Operations` has its own error type. */
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

/** Declares `OperationError`: the object itself if it has no name, else an alias. */
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

/** A text that is equal for types that differ only in location. */
function errorContentsOf(type: TypeExpr | null): string {
  return identityText(type, (key, value) =>
    key === "pointer" ? undefined : value,
  );
}
