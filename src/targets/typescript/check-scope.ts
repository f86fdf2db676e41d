// What the writers of checks share: each writes one kind of type, and is given the
// function that writes all others, so that they do not import each other in a circle.

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
  /** The names of types that the model declares beside its own. */
  readonly nestedNames: ReadonlyMap<TypeExpr, Word>;
  /** What a type of the model's file is called here. */
  readonly typeAs: (type: Word) => Word;
}

/** The context, and what is written so far. */
export interface CheckScope extends CheckContext {
  readonly file: CheckFile;
  /** The checks of objects that are declared in place. */
  readonly inlined: Map<TypeExpr, Word>;
  /** `name` is made of where the type stands. */
  readonly write: (type: TypeExpr, name: Word) => Call;
  /** A function of its own where the check takes more than the four arguments. */
  readonly checker: (type: TypeExpr, name: Word) => Word;
}
