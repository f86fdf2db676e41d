// The interface between the language-neutral model and one output language: what
// a target provides, and the views that it passes to the templates.

import type { Report } from "../diagnostics/diagnostic.js";
import type { ModelSet } from "../ir/model.js";
import type {
  BlockComment,
  Code,
  CsvCell,
  Html,
  LineComment,
  Markdown,
  PrintPlace,
  StringContent,
  Word,
} from "../languages/printable.js";
import type { Syntax } from "../languages/syntax.js";
import type { TargetWishes } from "../passes/passes.js";
import type { SettingTable } from "../settings/setting.js";
import type { PlaceOfOption } from "./place-of-option.js";

export type { PrintPlace } from "../languages/printable.js";

/**
 * The fields of a view, mirrored as data so that every path in
 * every template is checked before anything is rendered.
 */
export type ViewShape =
  | PrintPlace
  /** An identifier or a number, safe at every place. */
  | "word"
  /** Unescaped text of the document: a template can test it, but not print it. */
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
          : [T] extends [Markdown]
            ? "markdown"
            : [T] extends [Html]
              ? "html"
              : [T] extends [CsvCell]
                ? "csv"
                : "raw";

/** One file of the output. */
export type FileView = CopiedFile | TemplateFile;

/** One file to render. Its view is plain data with final names, types and escapes. */
export interface TemplateFile {
  /**
   * Below the output folder, with `/` on every system. Its last part without extension
   * is `@file` in templates; all else is ignored if the target has no files of its own.
   */
  readonly path: string;
  /** A key of `Target.templates`. */
  readonly template: string;
  /** The name of the file's model; null for shared files. */
  readonly model: string | null;
  readonly view: object;
}

/** A file of run-time code, which is the same for every document. */
export interface CopiedFile {
  readonly path: string;
  /** One of `Target.runtime`. */
  readonly runtime: string;
  readonly model: null;
}

/** A rendered file, not yet written to disk. */
export interface RenderedFile {
  readonly path: string;
  readonly contents: string;
}

/** `--set KEY=VALUE` and the config's `options`, not yet checked. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** How to recognize a generated file on disk that no manifest lists. */
export interface FileTraces {
  /** With the dot: `.ts`. */
  readonly extension: string;
  /** The paths of files that have the same name for every document. */
  readonly fixed: readonly string[];
  /** The paths that a generated file refers to. They may not exist. */
  readReferences(path: string, contents: string): string[];
}

/** One output language. */
export interface Target<Options = unknown> {
  readonly name: string;
  /** Increased when a view changes incompatibly, so that older user templates are rejected. */
  readonly viewVersion: number;
  /** Template name (`model` is `model.hbs`) → the shape of its view. */
  readonly templates: Readonly<Record<string, ViewShape>>;
  /** The run-time files that every pack must contain: `forms` is `runtime/forms.ts`. */
  readonly runtime: readonly string[];
  /** False if each pack declares its files, and the target provides views only. */
  readonly hasOwnFiles: boolean;
  /** The syntax of the language; null if each pack declares its own. */
  readonly syntax: Syntax | null;
  readonly traces: FileTraces;
  /** The options that `readOptions` reads, for the config's schema and documentation. */
  readonly optionKeys: SettingTable;
  /** Throws `InputError` for an unknown option or value. */
  readOptions(raw: RawOptions, placeOf: PlaceOfOption): Options;
  /** What the model set must contain for `lower`, given these options. */
  wishes(options: Options): TargetWishes;
  /** Deterministic: the output depends only on the arguments, and not on the order of keys. */
  lower(models: ModelSet, options: Options, report: Report): FileView[];
}
