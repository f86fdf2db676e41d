// The views that this target's templates receive. Code decides names, types and
// escapes; templates decide order, keywords, punctuation and blank lines.

import type { Code, LineComment, Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";
import { looseShapes } from "./loose-view.js";
import type { SharedName } from "./rust-shared-types.js";

/** The view of `model.hbs`: a schema and its nested types. */
export interface RustModelView {
  /** `#/components/schemas/charge` */
  readonly pointer: LineComment;
  /** The paths of the `use` statements, one per statement. */
  readonly uses: readonly Code[];
  readonly declarations: readonly RustDeclarationView[];
}

/** Exactly one of `struct`, `values`, `union`, `alias` and `wrapped` is present. */
export interface RustDeclarationView {
  /** The lines of a doc comment. */
  readonly doc: readonly LineComment[];
  readonly name: Word;
  /** White space between the name and the brace: a space or a line break. */
  readonly beforeBrace: Code;
  readonly struct: StructView | null;
  /** The values of an enum of strings; else empty. */
  readonly values: readonly ValueView[];
  readonly union: UnionView | null;
  /** The target of a type alias, with the white space before it. */
  readonly alias: Code | null;
  /** The type in a tuple struct: `struct Tree(Vec<Tree>)`. */
  readonly wrapped: Code | null;
}

export interface StructView {
  readonly fields: readonly RustFieldView[];
}

export interface RustFieldView {
  readonly doc: readonly LineComment[];
  /** The arguments of `#[serde(…)]`, one attribute per line. */
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

/** An enum with one variant per member of a union. Tests of the JSON select the variant. */
export interface UnionView {
  readonly variants: readonly VariantView[];
  /** The tests, in the order in which to try them. */
  readonly branches: readonly BranchView[];
}

export interface VariantView {
  readonly doc: readonly LineComment[];
  readonly name: Word;
  readonly type: Code;
}

export interface BranchView {
  readonly variant: Word;
  /** The test, in the syntax of the macro `json_union`: `is_object where "object" == "card"`. */
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
  /** The modules that export something. */
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
