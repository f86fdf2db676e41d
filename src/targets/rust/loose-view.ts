// What the templates of the loose typing receive: texts to the letter, since the form
// is older than the templates.

import type { ShapeOf } from "../target.js";

/** The view of `loose-model.hbs`. */
export interface LooseModelView {
  /** After `use super::`; null where it needs no other model. */
  readonly uses: string | null;
  readonly doc: string | null;
  readonly name: string;
  readonly isStruct: boolean;
  /** Empty for a struct without properties, and for what is no struct. */
  readonly fields: readonly LooseFieldView[];
  /** What stands before `for`: a space or a line break. */
  readonly beforeFor: string;
  /** What is wrapped where it is no struct; else empty. */
  readonly type: string;
}

export interface LooseFieldView {
  readonly doc: string | null;
  /** What stands in `#[serde(…)]`, each on a line of its own. */
  readonly attributes: readonly string[];
  readonly name: string;
  readonly type: string;
}

/** The view of `loose-index.hbs`: the modules, one a file. */
export interface LooseIndexView {
  readonly modules: readonly string[];
}

const model: ShapeOf<LooseModelView> = {
  fields: {
    uses: "text",
    doc: "text",
    name: "text",
    isStruct: "flag",
    fields: {
      list: {
        fields: {
          doc: "text",
          attributes: { list: "text" },
          name: "text",
          type: "text",
        },
      },
    },
    beforeFor: "text",
    type: "text",
  },
};

const index: ShapeOf<LooseIndexView> = {
  fields: { modules: { list: "text" } },
};

export const looseShapes = { "loose-model": model, "loose-index": index };
