// The publisher's file of sample objects → one sample per schema. The file may have
// samples of schemas that the document does not contain.

import { resolve } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { quoteBriefly } from "../diagnostics/quote.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../ir/json-value.js";
import type { Fixtures } from "../passes/apply-samples.js";
import { ParseFailure, parseOwnJson } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";

/** Null if the config names no file. */
export function loadFixtures(
  file: string | null,
  folder: string,
): Fixtures | null {
  if (file === null) return null;
  const root = readJson(file, folder);
  if (!isJsonObject(root)) {
    throw invalidFixture(`${quoteBriefly(root)} is not an object`, file, "#");
  }
  const { resources } = root;
  if (!isJsonObject(resources)) {
    throw invalidFixture(
      resources === undefined
        ? '"resources" is missing'
        : `${quoteBriefly(resources)} is not an object`,
      file,
      "#/resources",
    );
  }
  const samples = Object.entries(resources).map(
    ([name, sample]): [string, JsonObject] => {
      if (isJsonObject(sample)) return [name, sample];
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      throw invalidFixture(
        `${quoteBriefly(sample)} is not an object`,
        file,
        `#/resources/${token}`,
      );
    },
  );
  return { samples: new Map(samples), at: { file } };
}

function readJson(file: string, folder: string): JsonValue {
  try {
    const root = parseOwnJson(readOwnText(resolve(folder, file)));
    return root as JsonValue; // parsed from JSON
  } catch (error) {
    if (error instanceof ReadFailure) {
      const message = `this file ${error.message}`;
      throw inputError("fixtures/invalid", { file }, message);
    }
    if (!(error instanceof ParseFailure)) throw error;
    const at = { file, ...error.place };
    throw inputError("fixtures/invalid", at, error.message);
  }
}

function invalidFixture(message: string, file: string, pointer: string): Error {
  const at = { file, pointer };
  const help =
    "write `{resources: {SCHEMA: SAMPLE}}`; each sample is an object";
  return inputError("fixtures/invalid", at, message, help);
}
