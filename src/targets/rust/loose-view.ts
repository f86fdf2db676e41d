// The views of the loose typing. They contain laid out code, because the output
// has to match a format that existed before the templates, byte for byte.

import type { Code, Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";

/** The view of `loose-model.hbs`. */
export interface LooseModelView {
  /** The names after `use super::`; null if the file needs no other model. */
  readonly uses: Code | null;
  readonly doc: Code | null;
  readonly name: Word;
  readonly isStruct: boolean;
  /** Empty if `isStruct` is false. */
  readonly fields: readonly LooseFieldView[];
  /** White space before `for`: a space or a line break. */
  readonly beforeFor: Code;
  /** The wrapped type if `isStruct` is false; else empty. */
  readonly type: Code;
}

export interface LooseFieldView {
  readonly doc: Code | null;
  /** The arguments of `#[serde(…)]`, one attribute per line. */
  readonly attributes: readonly Code[];
  readonly name: Word;
  readonly type: Code;
}

/** The view of `loose-index.hbs`: the modules, one per file. */
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
