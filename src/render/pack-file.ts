// Reads `pack.yaml`, which describes a template pack.

import { inputError } from "../diagnostics/input-error.js";
import { isObject } from "../document/is-object.js";
import { type Syntax, slashSyntax } from "../languages/syntax.js";
import { ParseFailure, parseOwnYaml } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";
import { type PackOption, readPackOptions } from "./pack-option.js";
import { PackReader } from "./pack-reader.js";
import { readSyntax } from "./read-syntax.js";
import type { TemplateText } from "./template-text.js";

/** The contents of `pack.yaml`. `target` defaults to the base pack's name. */
export interface PackFile {
  readonly target: string;
  /** The version of the target's views that the templates require. */
  readonly view: number;
  /** The built-in pack that this one changes; null for a complete pack. */
  readonly extends: string | null;
  /** First line of the files copied from `runtime/`; null to inherit it. */
  readonly header: string | null;
  /** Null to inherit it; then that of the target, or one with `//` comments. */
  readonly syntax: Syntax | null;
  /** Files beside those that the target declares itself. */
  readonly files: readonly PackOutput[];
  /** Templates of the target whose files are not wanted. */
  readonly without: readonly string[];
  /** Options of the pack by name; templates read them as `@options.NAME`. */
  readonly options: ReadonlyMap<string, PackOption>;
  /** Values for options of the target, unless the user gives others. */
  readonly set: Readonly<Record<string, unknown>>;
}

/** An entry of `files`. */
export type PackOutput = CopiedOutput | RenderedOutput;

interface OutputBase {
  /** The option without which the file is left out; null for none. */
  readonly when: string | null;
  /** The location of `path`, for messages. */
  readonly at: { readonly file: string; readonly pointer: string };
}

/** One file for each view of a kind. */
export interface RenderedOutput extends OutputBase {
  /** `page` is rendered with `page.hbs`. */
  readonly template: string;
  /** The kind of view: `model`, `operation`, or a template of the target. */
  readonly each: string;
  /** `model/{{name.snake}}.py` */
  readonly path: TemplateText;
}

/** One file of `runtime/`. */
export interface CopiedOutput extends OutputBase {
  /** Its name in `runtime/`: `base.py`. */
  readonly copy: string;
  readonly path: string;
}

const packKeys = [
  ...["target", "view", "extends", "header", "syntax"],
  ...["files", "without", "options", "set"],
];

/**
 * `file` is the name for messages.
 * @throws InputError
 */
export function readPackFile(path: string, file: string): PackFile {
  const reader = new PackReader(parsePackFile(path, file), file, "#");
  reader.refuseUnknownKeys(packKeys);
  const base = reader.textOrNull("extends", "the name of a built-in pack");
  const target = reader.textOrNull("target", "the name of a target") ?? base;
  if (target === null) {
    throw reader.wrong("target", "the name of a target");
  }
  const { view } = reader.values;
  if (typeof view !== "number") {
    throw reader.wrong("view", "the version of the views, a number");
  }
  const header = reader.textOrNull("header", "one line of text");
  if (header?.includes("\n")) throw reader.wrong("header", "one line of text");
  return {
    ...{ target, view, extends: base, header },
    syntax: readSyntax(reader),
    files: reader.list("files").map(readOutput),
    without: reader.texts("without", "a list of templates"),
    options: readPackOptions(reader),
    set: reader.object("set")?.values ?? {},
  };
}

/** The syntax of a pack whose target and base have none. */
export const usualSyntax: Syntax = slashSyntax("\"'`");

function readOutput(entry: PackReader): PackOutput {
  entry.refuseUnknownKeys(["template", "copy", "each", "path", "when"]);
  const path = entry.text("path", "a path below the output folder");
  const objection = objectionToPathTemplate(path);
  if (objection !== null) {
    throw inputError(
      "pack/invalid",
      entry.placeOf("path"),
      `the path ${JSON.stringify(path)} ${objection}`,
      "use a path below the output folder, such as `model/{{name.snake}}.md`",
    );
  }
  const when = entry.textOrNull("when", "the name of an option");
  const at = entry.placeOf("path");
  const copy = entry.textOrNull("copy", "the name of a file of runtime/");
  if (copy !== null) return { copy, path, when, at };
  const template = entry.text("template", "the name of a template");
  const each = entry.textOrNull("each", "a kind of view") ?? template;
  const text = { file: `${at.file}${at.pointer}`, text: path };
  return { template, each, path: text, when, at };
}

/** The values that are printed in a path are words, so that its own text decides. */
function objectionToPathTemplate(path: string): string | null {
  if (/[\n\r\0\\]/.test(path)) return "contains a backslash or a line end";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "is absolute";
  const leaves = path.split("/").some((part) => /^\.\.?$/.test(part.trim()));
  return leaves ? "leaves the output folder" : null;
}

function parsePackFile(
  path: string,
  file: string,
): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseOwnYaml(readOwnText(path));
  } catch (error) {
    if (error instanceof ReadFailure) {
      const message = `this file ${error.message}`;
      throw inputError("pack/invalid", { file }, message);
    }
    if (!(error instanceof ParseFailure)) throw error;
    const at = { file, ...error.place };
    throw inputError("pack/invalid", at, error.message);
  }
  if (isObject(value)) return value;
  throw inputError(
    "pack/invalid",
    { file },
    `this file must contain keys and values, not ${JSON.stringify(value)}`,
  );
}
