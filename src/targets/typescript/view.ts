// What the TypeScript templates receive. Names, types and escapes are settled
// here; order, keywords, punctuation and blank lines are the templates'.

import type { ShapeOf } from "../target.js";

/** The lines of a JSDoc comment, end markers defused; one line or several. */
export interface DocView {
  readonly single: boolean;
  readonly lines: readonly string[];
}

/** `import type { A, B } from "./a.js"`; broken over lines where it is too wide. */
export interface ImportView {
  readonly from: string;
  readonly names: readonly string[];
  readonly broken: boolean;
}

export interface FieldView {
  readonly doc: DocView | null;
  /** The wire name, in quotes where it is no identifier. */
  readonly key: string;
  readonly optional: boolean;
  /** With the space or line break before it. */
  readonly type: string;
}

/** An interface where `isInterface`, else a type alias. */
export interface DeclarationView {
  readonly doc: DocView | null;
  readonly name: string;
  readonly isInterface: boolean;
  readonly fields: readonly FieldView[];
  /** The type of other keys, as in `[key: string]: …`; null where there is none. */
  readonly index: string | null;
  /** What an alias stands for, with the space or line break before it; empty for an interface. */
  readonly type: string;
}

/** The view of `model.hbs`: one schema and what is declared inside of it. */
export interface ModelFileView {
  /** `#/components/schemas/charge` */
  readonly pointer: string;
  readonly imports: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
}

/** The view of `types.hbs`: which of the shared types the models use. */
export interface SharedTypesView {
  readonly declarations: readonly DeclarationView[];
}

/** The view of `index.hbs`. */
export interface IndexView {
  readonly exports: readonly ImportView[];
}

const doc: ShapeOf<DocView> = {
  fields: { single: "flag", lines: { list: "text" } },
};

const imports: ShapeOf<readonly ImportView[]> = {
  list: {
    fields: { from: "text", names: { list: "text" }, broken: "flag" },
  },
};

const declarations: ShapeOf<readonly DeclarationView[]> = {
  list: {
    fields: {
      doc,
      name: "text",
      isInterface: "flag",
      fields: {
        list: {
          fields: { doc, key: "text", optional: "flag", type: "text" },
        },
      },
      index: "text",
      type: "text",
    },
  },
};

const model: ShapeOf<ModelFileView> = {
  fields: { pointer: "text", imports, declarations },
};

const types: ShapeOf<SharedTypesView> = { fields: { declarations } };

const index: ShapeOf<IndexView> = { fields: { exports: imports } };

export const typescriptShapes = { index, model, types };
