// The state that all writers of checks share. Each writer handles some kinds of
// types and gets a function for the others, to avoid an import cycle.

import type { Model } from "../../ir/model.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Word } from "../../languages/printable.js";
import type { LowerContext } from "./lower-context.js";
import type { Call, CheckFile } from "./validators/check-file.js";

export interface CheckContext
  extends Pick<LowerContext, "namesOf" | "options"> {
  readonly models: ReadonlyMap<string, Model>;
  /** The names of the checks of all models. */
  readonly checkNames: ReadonlySet<string>;
  /** The names of the model's nested types. */
  readonly nestedNames: ReadonlyMap<TypeExpr, Word>;
  /** The name of an imported type here: `Check` becomes `CheckModel`. */
  readonly typeAs: (type: Word) => Word;
}

/** The context, and the file that is being written. */
export interface CheckScope extends CheckContext {
  readonly file: CheckFile;
  /** The names of checks of inline objects. */
  readonly inlined: Map<TypeExpr, Word>;
  /** Writes the check of a type. `name` is derived from the location: `ChargeStatus`. */
  readonly write: (type: TypeExpr, name: Word) => Call;
  /** The same as a function; declares one if the call needs further arguments. */
  readonly checker: (type: TypeExpr, name: Word) => Word;
}
