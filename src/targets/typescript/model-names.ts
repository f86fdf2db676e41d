// Assigns a type name and a file to each model. If two would get the same one,
// the later in byte order is numbered, with a warning that explains how to
// choose a name.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { inputError } from "../../diagnostics/input-error.js";
import type { Model, ModelSet } from "../../ir/model.js";
import { type Word, word } from "../../languages/printable.js";
import {
  tsFileName,
  tsTypeName,
} from "../../languages/typescript/typescript-names.js";

export interface ModelNames {
  readonly type: Word;
  /** The file without folder and extension. */
  readonly file: Word;
  /** True if `params/shared.ts` declares it instead of `file`. */
  readonly isParam: boolean;
}

/**
 * Model name → its names. The result is the same for documents that differ only in
 * order, because models are sorted. Shared parameters come last, so that they
 * never take a name from a schema. `reserved` contains other names that the
 * output declares, and globals that it uses.
 *
 * Throws `InputError` for a name that is unsafe as a path.
 */
export function assignModelNames(
  { models, shapes, file }: ModelSet,
  reserved: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, ModelNames> {
  const types = new Map<string, string>();
  const files = new Map<string, string>();
  const result = new Map<string, ModelNames>();
  const declared = models.filter(isDeclared);
  const exactFirst = [
    ...declared.filter(isExactModelName),
    ...declared.filter((model) => !isExactModelName(model)),
    ...models.filter((model) => !isDeclared(model)),
    ...shapes,
  ];
  const sharedParams = new Set<Model>(shapes);
  for (const model of exactFirst) {
    const isParam = sharedParams.has(model);
    refuseUnsafe(model, file);
    const wanted = {
      type: tsTypeName(model.label),
      file: tsFileName(model.label),
    };
    const isReserved = reserved.has(wanted.type);
    const type = firstFreeModelName(
      isReserved ? word`${wanted.type}Model` : wanted.type,
      (name) => types.has(name),
    );
    // All shared parameters are in one file, so that their file names cannot collide.
    const isFile = (name: string) => !isParam && files.has(foldCase(name));
    const own = firstFreeModelName(wanted.file, isFile);
    const holder =
      types.get(wanted.type) ??
      (isFile(wanted.file) ? files.get(foldCase(wanted.file)) : null) ??
      null;
    if (isReserved || holder !== null) {
      const other = isReserved
        ? "a shared type"
        : `the schema ${JSON.stringify(holder)}`;
      report(
        createDiagnostic(
          "name/collision",
          { file, pointer: model.pointer },
          `${JSON.stringify(model.name)} collides with ${other}; it becomes ${type} (${own}.ts)`,
          `choose a name in the config: \`names: {${JSON.stringify(model.name)}: …}\` beside \`out\``,
        ),
      );
    }
    types.set(type, model.name);
    if (!isParam) files.set(foldCase(own), model.name);
    result.set(model.name, { type, file: own, isParam });
  }
  return result;
}

/** True if the model's name is in the document, instead of derived from another or a location. */
function isDeclared(model: Model): boolean {
  return !["inline", "input", "variants"].includes(model.origin.kind);
}

/** True if the label is spelled like its type or file. Such a model takes precedence. */
function isExactModelName({ label }: Model): boolean {
  return tsTypeName(label) === label || tsFileName(label) === label;
}

/** Maps names that differ only in case to one: many file systems ignore case. */
function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase();
}

function firstFreeModelName(
  name: Word,
  isTaken: (name: string) => boolean,
): Word {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const numbered = word`${name}_${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}

/** Throws for a name such as `../x`, which is likely an attempt to write elsewhere. */
function refuseUnsafe({ label: name, pointer }: Model, file: string): void {
  const parts = name.split(/[/\\]/);
  const control = /\p{Cc}/u.test(name);
  if (
    !control &&
    !parts.includes("..") &&
    !/^([/\\]|[A-Za-z]:[/\\])/.test(name)
  ) {
    return;
  }
  throw inputError(
    "name/unsafe",
    { file, pointer },
    control
      ? `the schema name ${JSON.stringify(name)} contains a control character`
      : `${JSON.stringify(name)} leads out of the output folder`,
  );
}
