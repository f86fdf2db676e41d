// The views of the target `model`: what a pack of templates receives of a document, in
// no language.

import type { Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";
import { type FileNameView, fileNameShape } from "./name-view.js";
import { type TextView, textShape } from "./text-view.js";
import {
  type FieldView,
  fieldShape,
  type TypeView,
  typeShape,
} from "./type-view.js";

/** A schema of the document, or a type that was derived from one. */
export interface ModelView {
  readonly name: FileNameView;
  readonly description: TextView | null;
  readonly deprecated: boolean;
  /** Where the document declares it: `#/components/schemas/pet`. */
  readonly pointer: TextView;
  /** `schema`, `input`, `inline`, `shared` or `variants`. */
  readonly origin: Word;
  /** True for an object with properties, false for what stands for another type. */
  readonly isObject: boolean;
  /** The properties of an object; empty for others. */
  readonly fields: readonly FieldView[];
  /** The whole type; of an object one with the same fields. */
  readonly type: TypeView;
  /** Objects without a name of their own, each behind those that it contains. */
  readonly inner: readonly InnerView[];
  /** The models that its types name, without itself. */
  readonly references: readonly FileNameView[];
  /** The events that carry it. */
  readonly events: readonly TextView[];
}

/** An object that the document declares inside of a schema, with a name for it. */
export interface InnerView {
  readonly name: FileNameView;
  readonly description: TextView | null;
  readonly pointer: TextView;
  readonly fields: readonly FieldView[];
  readonly type: TypeView;
}

export interface ModelOperationView {
  readonly name: FileNameView;
  /** `POST` */
  readonly method: TextView;
  /** `/v1/charges/{charge}` */
  readonly path: TextView;
  readonly description: TextView | null;
  readonly deprecated: boolean;
  readonly tags: readonly TextView[];
  readonly pointer: TextView;
  readonly pathParameters: readonly FieldView[];
  readonly query: readonly FieldView[];
  readonly headers: readonly FieldView[];
  readonly cookies: readonly FieldView[];
  /** The request body; null if there is none. */
  readonly body: ContentView | null;
  /** The body of the success response; null if it is empty. */
  readonly response: ContentView | null;
  /** The body of all other responses; null if they are empty. */
  readonly error: TypeView | null;
  readonly inner: readonly InnerView[];
  readonly references: readonly FileNameView[];
}

export interface ContentView {
  /** False if the body may be missing. */
  readonly required: boolean;
  readonly type: TypeView;
}

export interface ModelEventView {
  readonly name: FileNameView;
  /** `charge.succeeded` */
  readonly type: TextView;
  /** The model of the object that it carries; null if the document does not say. */
  readonly model: FileNameView | null;
}

export interface DocumentView {
  /** `info.version`; null if the document has none. */
  readonly version: TextView | null;
  /** In byte order of their names. */
  readonly models: readonly ModelView[];
  readonly operations: readonly ModelOperationView[];
  readonly events: readonly ModelEventView[];
}

const innerShape: ShapeOf<InnerView> = {
  fields: {
    ...{ name: fileNameShape, description: textShape, pointer: textShape },
    ...{ fields: { list: fieldShape }, type: typeShape },
  },
};

const schemaShape: ShapeOf<ModelView> = {
  fields: {
    ...{ name: fileNameShape, description: textShape, deprecated: "flag" },
    ...{ pointer: textShape, origin: "word", isObject: "flag" },
    ...{ fields: { list: fieldShape }, type: typeShape },
    ...{ inner: { list: innerShape }, references: { list: fileNameShape } },
    events: { list: textShape },
  },
};

const contentShape: ShapeOf<ContentView> = {
  fields: { required: "flag", type: typeShape },
};

const modelOperationShape: ShapeOf<ModelOperationView> = {
  fields: {
    ...{ name: fileNameShape, method: textShape, path: textShape },
    ...{ description: textShape, deprecated: "flag", pointer: textShape },
    ...{ tags: { list: textShape }, pathParameters: { list: fieldShape } },
    ...{ query: { list: fieldShape }, headers: { list: fieldShape } },
    ...{ cookies: { list: fieldShape }, body: contentShape },
    ...{ response: contentShape, error: typeShape },
    ...{ inner: { list: innerShape }, references: { list: fileNameShape } },
  },
};

const modelEventShape: ShapeOf<ModelEventView> = {
  fields: { name: fileNameShape, type: textShape, model: fileNameShape },
};

const documentShape: ShapeOf<DocumentView> = {
  fields: {
    version: textShape,
    models: { list: schemaShape },
    operations: { list: modelOperationShape },
    events: { list: modelEventShape },
  },
};

/** The kinds of views, for `each` in `pack.yaml`. */
export const modelShapes = {
  document: documentShape,
  model: schemaShape,
  operation: modelOperationShape,
  event: modelEventShape,
} as const;
