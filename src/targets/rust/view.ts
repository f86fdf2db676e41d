// What the templates of this target receive. Names, types and escapes are settled
// here; order, keywords, punctuation and blank lines are the templates'.

import type { ShapeOf } from "../target.js";
import { looseShapes } from "./loose-view.js";
import type { SharedName } from "./shared-types.js";

/** The view of `model.hbs`: a schema, and what is declared inside of it. */
export interface ModelFileView {
  /** `#/components/schemas/charge` */
  readonly pointer: string;
  /** What follows `use`, one statement each. */
  readonly uses: readonly string[];
  readonly declarations: readonly DeclarationView[];
}

/** Exactly one of the parts that follow the name is there. */
export interface DeclarationView {
  /** The lines of a doc comment. */
  readonly doc: readonly string[];
  readonly name: string;
  /** What stands between it and a brace: a space or a line break. */
  readonly beforeBrace: string;
  readonly struct: StructView | null;
  /** An enum of strings. */
  readonly values: readonly ValueView[];
  readonly union: UnionView | null;
  /** What a type alias stands for, with the white space before it. */
  readonly alias: string | null;
  /** What a struct wraps, to be a type of its own. */
  readonly wrapped: string | null;
}

export interface StructView {
  readonly fields: readonly FieldView[];
}

export interface FieldView {
  readonly doc: readonly string[];
  /** What stands in `#[serde(…)]`, each on a line of its own. */
  readonly attributes: readonly string[];
  readonly name: string;
  /** With the space or line break before it. */
  readonly type: string;
}

export interface ValueView {
  readonly doc: readonly string[];
  /** `InTransit` */
  readonly name: string;
  /** `"in_transit"`, as a literal. */
  readonly value: string;
}

/** One of several types, told apart by what the JSON is like. */
export interface UnionView {
  readonly variants: readonly VariantView[];
  /** In the order in which they are tried. */
  readonly branches: readonly BranchView[];
}

export interface VariantView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly type: string;
}

export interface BranchView {
  readonly variant: string;
  /** What is asked of the value: `is_object where "object" == "card"`. */
  readonly test: string;
}

/** The view of `unions.hbs`: the unions that several models use. */
export interface UnionsView {
  readonly uses: readonly string[];
  readonly declarations: readonly DeclarationView[];
}

/** The view of `types.hbs`: which of the shared types the models use. */
export interface TypesView {
  readonly uses: readonly string[];
  readonly used: Readonly<Record<SharedName, boolean>>;
}

/** The view of `index.hbs`. */
export interface IndexView {
  readonly modules: readonly string[];
  /** Those of the modules that have something to offer. */
  readonly exports: readonly string[];
}

const doc: ShapeOf<readonly string[]> = { list: "text" };
const uses: ShapeOf<readonly string[]> = { list: "text" };

const declarations: ShapeOf<readonly DeclarationView[]> = {
  list: {
    fields: {
      doc,
      name: "text",
      beforeBrace: "text",
      struct: {
        fields: {
          fields: {
            list: {
              fields: {
                doc,
                attributes: { list: "text" },
                name: "text",
                type: "text",
              },
            },
          },
        },
      },
      values: { list: { fields: { doc, name: "text", value: "text" } } },
      union: {
        fields: {
          variants: { list: { fields: { doc, name: "text", type: "text" } } },
          branches: { list: { fields: { variant: "text", test: "text" } } },
        },
      },
      alias: "text",
      wrapped: "text",
    },
  },
};

const model: ShapeOf<ModelFileView> = {
  fields: { pointer: "text", uses, declarations },
};

const unions: ShapeOf<UnionsView> = { fields: { uses, declarations } };

const types: ShapeOf<TypesView> = {
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

const index: ShapeOf<IndexView> = {
  fields: { modules: { list: "text" }, exports: { list: "text" } },
};

export const rustShapes = {
  index,
  model,
  types,
  unions,
  ...looseShapes,
} as const;
