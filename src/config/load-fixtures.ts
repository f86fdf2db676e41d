// The file of sample objects → a sample a schema. It is the publisher's, and larger
// than what one document describes.

import { resolve } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { ParseFailure, parseOwnJson } from "../files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../files/read-file.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json-value.js";
import type { Fixtures } from "../model/samples.js";

/** Null where no file is named. */
export function loadFixtures(
  file: string | null,
  folder: string,
): Fixtures | null {
  if (file === null) return null;
  const root = readJson(file, folder);
  if (!isJsonObject(root)) {
    throw invalid("an object is needed here", file, "#");
  }
  const { resources } = root;
  if (!isJsonObject(resources)) {
    throw invalid(
      "an object is needed here, from schemas to samples",
      file,
      "#/resources",
    );
  }
  const samples = Object.entries(resources).map(
    ([name, sample]): [string, JsonObject] => {
      if (isJsonObject(sample)) return [name, sample];
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      const shown = JSON.stringify(sample).slice(0, 60);
      throw invalid(
        `${shown} is no sample of an object`,
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
      throw invalid(`this file ${error.message}`, file);
    }
    if (!(error instanceof ParseFailure)) throw error;
    const at = { file, ...error.place };
    throw inputError("fixtures/invalid", at, error.message);
  }
}

function invalid(message: string, file: string, pointer?: string): Error {
  const at = pointer === undefined ? { file } : { file, pointer };
  return inputError("fixtures/invalid", at, message);
}
