// The file of what real objects omit → the facts of one API version.

import { resolve } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { ParseFailure, parseOwnYaml } from "../files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../files/read-file.js";
import type { Omission } from "../model/presence.js";

/**
 * Empty where no file is named, or where it has nothing of this version: facts
 * of one version are not true of another.
 */
export function loadOmissions(
  file: string | null,
  folder: string,
  apiVersion: string | null,
): readonly Omission[] {
  if (file === null) return [];
  const versions = asRecord(readFacts(file, folder), file, "#");
  if (apiVersion === null || !Object.hasOwn(versions, apiVersion)) return [];
  const groups = asList(versions[apiVersion], file, `#/${apiVersion}`);
  return groups.flatMap((group, index) => {
    const pointer = `#/${apiVersion}/${index}`;
    const { reason, properties, ...others } = asRecord(group, file, pointer);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
      throw invalid(
        `there is no ${JSON.stringify(unknown)} here`,
        file,
        pointer,
      );
    }
    if (typeof reason !== "string" || reason.trim() === "") {
      throw invalid("each entry needs a reason", file, `${pointer}/reason`);
    }
    const listed = asList(properties, file, `${pointer}/properties`);
    return listed.map((property, at) =>
      readOmission(property, file, `${pointer}/properties/${at}`),
    );
  });
}

/** `identity.verification_session.url`: the property is what follows the last dot. */
function readOmission(value: unknown, file: string, pointer: string): Omission {
  const dot = typeof value === "string" ? value.lastIndexOf(".") : -1;
  if (typeof value !== "string" || dot < 1) {
    const shown = JSON.stringify(value);
    throw invalid(`${shown} is not SCHEMA.PROPERTY`, file, pointer);
  }
  const [model, property] = [value.slice(0, dot), value.slice(dot + 1)];
  return { model, property, at: { file, pointer } };
}

function readFacts(file: string, folder: string): unknown {
  try {
    return parseOwnYaml(readOwnText(resolve(folder, file)));
  } catch (error) {
    if (error instanceof ReadFailure) {
      throw invalid(`this file ${error.message}`, file);
    }
    if (!(error instanceof ParseFailure)) throw error;
    const at = { file, ...error.place };
    throw inputError("presence/invalid", at, error.message);
  }
}

function asRecord(
  value: unknown,
  file: string,
  pointer: string,
): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>; // parsed from YAML: its keys are strings
  }
  throw invalid("keys and values are needed here", file, pointer);
}

function asList(
  value: unknown,
  file: string,
  pointer: string,
): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid("a list is needed here", file, pointer);
}

function invalid(message: string, file: string, pointer?: string): Error {
  const at = pointer === undefined ? { file } : { file, pointer };
  return inputError("presence/invalid", at, message);
}
