// The seam between the language-neutral model and one output language: what a
// target must offer, and what it hands to the templates.

import type { Report } from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import type {
  BlockComment,
  Code,
  LineComment,
  PrintPlace,
  StringContent,
  Word,
} from "../languages/printable.js";
import type { TargetWishes } from "../passes/passes.js";
import type { SettingTable } from "../settings/setting.js";
import type { PlaceOfOption } from "./place-of-option.js";

export type { PrintPlace } from "../languages/printable.js";

/**
 * What a template may read from a view, mirrored as data so that every path in
 * every template is checked before anything is rendered.
 */
export type ViewShape =
  | PrintPlace
  /** Safe at every place. */
  | "word"
  /** Text of the document as it is: a template can ask for it, and not print it. */
  | "raw"
  | "flag"
  | { readonly list: ViewShape }
  | { readonly fields: Readonly<Record<string, ViewShape>> }
  | ShapeReference<ViewShape>;

/**
 * A shape that contains itself: `{ list: { ref: () => typeShape } }` inside of
 * `typeShape`. It returns the same object for each call.
 */
export interface ShapeReference<Shape> {
  readonly ref: () => Shape;
}

/**
 * The shape that describes `T` completely: the compiler keeps the two in step. A view
 * that contains views of its own type has a reference there.
 */
export type ShapeOf<T> = DirectShapeOf<T> | ShapeReference<ShapeOf<T>>;

type DirectShapeOf<T> = [NonNullable<T>] extends [string | number]
  ? PlaceOf<NonNullable<T>>
  : [NonNullable<T>] extends [boolean]
    ? "flag"
    : NonNullable<T> extends readonly (infer Item)[]
      ? { readonly list: ShapeOf<Item> }
      : {
          readonly fields: {
            readonly [Key in keyof NonNullable<T>]-?: ShapeOf<
              NonNullable<T>[Key]
            >;
          };
        };

type PlaceOf<T> = [T] extends [Word | number]
  ? "word"
  : [T] extends [Code]
    ? "code"
    : [T] extends [LineComment]
      ? "lineComment"
      : [T] extends [BlockComment]
        ? "blockComment"
        : [T] extends [StringContent]
          ? "string"
          : "raw";

/** One file of the output. */
export type FileView = CopiedFile | TemplateFile;

/** One file to render: plain data, with names, types and escapes settled. */
export interface TemplateFile {
  /** Below the output folder, with `/` on every system. */
  readonly path: string;
  /** A key of `Target.templates`. */
  readonly template: string;
  /** The model that this file is of, by its name in the document; null for shared ones. */
  readonly model: string | null;
  readonly view: object;
}

/** Run-time code, which is the same for every document. */
export interface CopiedFile {
  readonly path: string;
  /** One of `Target.runtime`. */
  readonly runtime: string;
  readonly model: null;
}

/** A rendered file, nothing of it on disk yet. */
export interface RenderedFile {
  readonly path: string;
  readonly contents: string;
}

/** `--set KEY=VALUE` and the config's `options`, before a target has read them. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** Shows that a file on disk was generated where no manifest lists it. */
export interface FileTraces {
  /** With the dot. */
  readonly extension: string;
  /** The paths of files that have the same name for every document. */
  readonly fixed: readonly string[];
  /** The paths that a generated file refers to, which need not exist. */
  readReferences(path: string, contents: string): string[];
}

export interface Target<Options = unknown> {
  readonly name: string;
  /** Raised when a view changes so that older user templates no longer fit. */
  readonly viewVersion: number;
  /** Template name (`model` is `model.hbs`) → the shape of its view. */
  readonly templates: Readonly<Record<string, ViewShape>>;
  /** The files of run-time code that a pack has to have: `forms` is `runtime/forms.ts`. */
  readonly runtime: readonly string[];
  /** The characters that open and close strings of the language. */
  readonly quotes: string;
  readonly traces: FileTraces;
  /** The options that `readOptions` reads, for the config's schema and documentation. */
  readonly optionKeys: SettingTable;
  /** Throws `InputError` for an unknown option or value. */
  readOptions(raw: RawOptions, placeOf: PlaceOfOption): Options;
  /** What the options ask of the model set that `lower` is given. */
  wishes(options: Options): TargetWishes;
  /** Same input, same output: no clock, no machine, no order of keys. */
  lower(models: ModelSet, options: Options, report: Report): FileView[];
}
