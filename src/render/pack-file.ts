// Reads `pack.yaml`, the metadata of a template pack.

import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { ParseFailure, parseOwnYaml } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";

/** The contents of `pack.yaml`. `target` defaults to the base pack's name. */
export interface PackFile {
  readonly target: string;
  /** The version of the target's views that the templates require. */
  readonly view: number;
  /**
   * The built-in pack of which this one replaces single templates; null for a complete
   * pack.
   */
  readonly extends: string | null;
  /** First line of the files copied from `runtime/`; null to inherit it. */
  readonly header: string | null;
}

const keys = ["target", "view", "extends", "header"];

/**
 * `file` is the name for messages.
 * @throws InputError
 */
export function readPackFile(path: string, file: string): PackFile {
  const at = { file };
  const raw = parsePackFile(path, file);
  for (const key of Object.keys(raw)) {
    if (keys.includes(key)) continue;
    throw inputError(
      "pack/invalid",
      { ...at, pointer: `#/${key}` },
      `unknown key ${JSON.stringify(key)}`,
      didYouMean(key, keys) ?? undefined,
    );
  }
  const { target, view, extends: base, header } = raw;
  const invalid = (key: string, value: unknown, needed: string) =>
    inputError(
      "pack/invalid",
      { ...at, pointer: `#/${key}` },
      `"${key}" must be ${needed}, not ${shown(value)}`,
    );
  if (base !== undefined && typeof base !== "string") {
    throw invalid("extends", base, "the name of a built-in pack");
  }
  const targetOrBase = target ?? base;
  if (typeof targetOrBase !== "string") {
    throw invalid("target", target, "the name of a target");
  }
  if (typeof view !== "number") {
    throw invalid("view", view, "the version of the views, a number");
  }
  if (
    header !== undefined &&
    (typeof header !== "string" || /\n/.test(header))
  ) {
    throw invalid("header", header, "one line of text");
  }
  return {
    ...{ target: targetOrBase, view },
    ...{ extends: base ?? null, header: header ?? null },
  };
}

/** A YAML alias may refer to a value that contains it, which JSON cannot represent. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "absent";
  } catch {
    return "a value that contains itself";
  }
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
  if (typeof value !== "object" || value === null) {
    throw inputError(
      "pack/invalid",
      { file },
      `this file must contain keys and values, not ${shown(value)}`,
    );
  }
  return value as Record<string, unknown>; // an object parsed from YAML has string keys
}
