// What the templates of this target receive. Names, types and escapes are settled
// here; order, keywords, punctuation and blank lines are the templates'.

import type { Code, LineComment, Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";
import { looseShapes } from "./loose-view.js";
import type { SharedName } from "./rust-shared-types.js";

/** The view of `model.hbs`: a schema, and what is declared inside of it. */
export interface RustModelView {
  /** `#/components/schemas/charge` */
  readonly pointer: LineComment;
  /** What follows `use`, one statement each. */
  readonly uses: readonly Code[];
  readonly declarations: readonly RustDeclarationView[];
}

/** Exactly one of the parts that follow the name is there. */
export interface RustDeclarationView {
  /** The lines of a doc comment. */
  readonly doc: readonly LineComment[];
  readonly name: Word;
  /** What stands between it and a brace: a space or a line break. */
  readonly beforeBrace: Code;
  readonly struct: StructView | null;
  /** An enum of strings. */
  readonly values: readonly ValueView[];
  readonly union: UnionView | null;
  /** What a type alias stands for, with the white space before it. */
  readonly alias: Code | null;
  /** What a struct wraps, to be a type of its own. */
  readonly wrapped: Code | null;
}

export interface StructView {
  readonly fields: readonly RustFieldView[];
}

export interface RustFieldView {
  readonly doc: readonly LineComment[];
  /** What stands in `#[serde(…)]`, each on a line of its own. */
  readonly attributes: readonly Code[];
  readonly name: Word;
  /** With the space or line break before it. */
  readonly type: Code;
}

export interface ValueView {
  readonly doc: readonly LineComment[];
  /** `InTransit` */
  readonly name: Word;
  /** `"in_transit"`, as a literal. */
  readonly value: Code;
}

/** One of several types, told apart by what the JSON is like. */
export interface UnionView {
  readonly variants: readonly VariantView[];
  /** In the order in which they are tried. */
  readonly branches: readonly BranchView[];
}

export interface VariantView {
  readonly doc: readonly LineComment[];
  readonly name: Word;
  readonly type: Code;
}

export interface BranchView {
  readonly variant: Word;
  /** What is asked of the value: `is_object where "object" == "card"`. */
  readonly test: Code;
}

/** The view of `unions.hbs`: the unions that several models use. */
export interface UnionsView {
  readonly uses: readonly Code[];
  readonly declarations: readonly RustDeclarationView[];
}

/** The view of `types.hbs`: which of the shared types the models use. */
export interface TypesView {
  readonly uses: readonly Code[];
  readonly used: Readonly<Record<SharedName, boolean>>;
}

/** The view of `index.hbs`. */
export interface RustIndexView {
  readonly modules: readonly Word[];
  /** Those of the modules that have something to offer. */
  readonly exports: readonly Word[];
}

const rustDocShape: ShapeOf<readonly LineComment[]> = { list: "lineComment" };
const uses: ShapeOf<readonly Code[]> = { list: "code" };

const rustDeclarationShapes: ShapeOf<readonly RustDeclarationView[]> = {
  list: {
    fields: {
      doc: rustDocShape,
      name: "word",
      beforeBrace: "code",
      struct: {
        fields: {
          fields: {
            list: {
              fields: {
                doc: rustDocShape,
                attributes: { list: "code" },
                name: "word",
                type: "code",
              },
            },
          },
        },
      },
      values: {
        list: { fields: { doc: rustDocShape, name: "word", value: "code" } },
      },
      union: {
        fields: {
          variants: {
            list: { fields: { doc: rustDocShape, name: "word", type: "code" } },
          },
          branches: { list: { fields: { variant: "word", test: "code" } } },
        },
      },
      alias: "code",
      wrapped: "code",
    },
  },
};

const rustModelShape: ShapeOf<RustModelView> = {
  fields: { pointer: "lineComment", uses, declarations: rustDeclarationShapes },
};

const unions: ShapeOf<UnionsView> = {
  fields: { uses, declarations: rustDeclarationShapes },
};

const rustTypesShape: ShapeOf<TypesView> = {
  fields: {
    uses,
    used: {
      fields: {
        Decimal: "flag",
        EmptyObject: "flag",
        Expandable: "flag",
        False: "flag",
        List: "flag",
        Maybe: "flag",
        Object: "flag",
        SearchList: "flag",
        Timestamp: "flag",
        True: "flag",
        json_union: "flag",
        string_enum: "flag",
      },
    },
  },
};

const rustIndexShape: ShapeOf<RustIndexView> = {
  fields: { modules: { list: "word" }, exports: { list: "word" } },
};

export const rustShapes = {
  index: rustIndexShape,
  model: rustModelShape,
  types: rustTypesShape,
  unions,
  ...looseShapes,
} as const;
