// Each model gets a type and a file of its own. Where two would share one, the
// later in byte order is numbered, and a warning says how to choose otherwise.

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
  /** Without folder and ending. */
  readonly file: Word;
  /** Whether it is declared in the one file of shared parameters, and not in `file`. */
  readonly isParam: boolean;
}

/**
 * Model name → its names. The order of models does not matter: they come sorted.
 * Shapes of requests come last, so that they never take a name from a schema.
 * `reserved` has what the output declares beside models, and the globals it relies on.
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
    // All shapes are in one file, whose name is given.
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

/** Whether it is a schema by its own name, and not made of one or of a place. */
function isDeclared(model: Model): boolean {
  return !["inline", "input", "variants"].includes(model.origin.kind);
}

/** A schema that is spelled like its type or file keeps them against one that is not. */
function isExactModelName({ label }: Model): boolean {
  return tsTypeName(label) === label || tsFileName(label) === label;
}

/** Names that differ only by case are one name on many disks. */
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

/** `../x`, read as a path, leads out of the output folder: no one means well by it. */
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
