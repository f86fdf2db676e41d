// What the templates of the loose typing receive: texts to the letter, since the form
// is older than the templates.

import type { Code, Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";

/** The view of `loose-model.hbs`. */
export interface LooseModelView {
  /** After `use super::`; null where it needs no other model. */
  readonly uses: Code | null;
  readonly doc: Code | null;
  readonly name: Word;
  readonly isStruct: boolean;
  /** Empty for a struct without properties, and for what is no struct. */
  readonly fields: readonly LooseFieldView[];
  /** What stands before `for`: a space or a line break. */
  readonly beforeFor: Code;
  /** What is wrapped where it is no struct; else empty. */
  readonly type: Code;
}

export interface LooseFieldView {
  readonly doc: Code | null;
  /** What stands in `#[serde(…)]`, each on a line of its own. */
  readonly attributes: readonly Code[];
  readonly name: Word;
  readonly type: Code;
}

/** The view of `loose-index.hbs`: the modules, one a file. */
export interface LooseIndexView {
  readonly modules: readonly Word[];
}

const looseModelShape: ShapeOf<LooseModelView> = {
  fields: {
    uses: "code",
    doc: "code",
    name: "word",
    isStruct: "flag",
    fields: {
      list: {
        fields: {
          doc: "code",
          attributes: { list: "code" },
          name: "word",
          type: "code",
        },
      },
    },
    beforeFor: "code",
    type: "code",
  },
};

const looseIndexShape: ShapeOf<LooseIndexView> = {
  fields: { modules: { list: "word" } },
};

export const looseShapes = {
  "loose-model": looseModelShape,
  "loose-index": looseIndexShape,
};
