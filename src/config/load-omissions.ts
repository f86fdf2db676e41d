// The file of properties that real objects omit → those of one API version.

import { resolve } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteBriefly } from "../diagnostics/quote.js";
import type { Omission } from "../passes/apply-omissions.js";
import { ParseFailure, parseOwnYaml } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";

/**
 * Empty if the config names no file, or the file has no entry for this API
 * version: observations of one version do not apply to another.
 */
export function loadOmissions(
  file: string | null,
  folder: string,
  apiVersion: string | null,
): readonly Omission[] {
  if (file === null) return [];
  const versions = asRecord(readFacts(file, folder), file, "#");
  if (apiVersion === null || !Object.hasOwn(versions, apiVersion)) return [];
  const version = appendToken("#", apiVersion);
  const groups = asList(versions[apiVersion], file, version);
  return groups.flatMap((group, index) => {
    const pointer = `${version}/${index}`;
    const { reason, properties, ...others } = asRecord(group, file, pointer);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
      throw invalidOmission(
        `there is no ${JSON.stringify(unknown)} here; there are reason, properties`,
        file,
        appendToken(pointer, unknown),
        didYouMean(unknown, ["reason", "properties"]) ??
          "remove it, or correct its name",
      );
    }
    if (typeof reason !== "string" || reason.trim() === "") {
      const message =
        reason === undefined
          ? '"reason" is missing'
          : `${quoteBriefly(reason)} is not a reason`;
      const help = "give a sentence with the source of the fact";
      throw invalidOmission(message, file, `${pointer}/reason`, help);
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
    const message = `${quoteBriefly(value)} is not SCHEMA.PROPERTY`;
    const help = "give a schema and its property, such as `charge.customer`";
    throw invalidOmission(message, file, pointer, help);
  }
  const [model, property] = [value.slice(0, dot), value.slice(dot + 1)];
  return { model, property, at: { file, pointer } };
}

function readFacts(file: string, folder: string): unknown {
  try {
    return parseOwnYaml(readOwnText(resolve(folder, file)));
  } catch (error) {
    if (error instanceof ReadFailure) {
      const message = `this file ${error.message}`;
      throw inputError("presence/invalid", { file }, message);
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
  const help =
    pointer === "#"
      ? "write a list of entries for each API version"
      : "write `reason` and `properties`";
  throw invalidOmission(
    `${quoteBriefly(value)} is not an object`,
    file,
    pointer,
    help,
  );
}

function asList(
  value: unknown,
  file: string,
  pointer: string,
): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const help = pointer.endsWith("/properties")
    ? "write a list of SCHEMA.PROPERTY"
    : "write a list of entries with `reason` and `properties`";
  throw invalidOmission(
    value === undefined
      ? "the list is missing"
      : `${quoteBriefly(value)} is not a list`,
    file,
    pointer,
    help,
  );
}

function appendToken(pointer: string, token: string): string {
  return `${pointer}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function invalidOmission(
  message: string,
  file: string,
  pointer: string,
  help: string,
): Error {
  return inputError("presence/invalid", { file, pointer }, message, help);
}
