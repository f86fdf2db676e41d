// The presence file → the facts for one API version, or for the nearest version in the file.

import { resolve } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteBriefly } from "../diagnostics/quote.js";
import type { KnownPresence, PresenceFact } from "../passes/apply-presence.js";
import { ParseFailure, parseOwnYaml } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";
import { nearestVersion } from "./nearest-version.js";

const groupKeys = ["reason", "source", "always", "properties"];

/** Null if no file is named, or if no version in it is comparable with the document's. */
export function loadPresence(
  file: string | null,
  folder: string,
  apiVersion: string | null,
): KnownPresence | null {
  if (file === null) return null;
  const versions = asRecord(readFacts(file, folder), file, "#");
  if (apiVersion === null) return null;
  const from = nearestVersion(Object.keys(versions), apiVersion);
  if (from === null) return null;
  const pointer = appendToken("#", from);
  const groups = asList(versions[from], file, pointer);
  return {
    facts: groups.flatMap((group, index) =>
      readGroup(group, file, `${pointer}/${index}`),
    ),
    borrowed:
      from === apiVersion
        ? null
        : { from, by: apiVersion, at: { file, pointer } },
  };
}

/** `{reason, properties: ["card.customer"], always: ["card.brand"]}`; learnt facts have `source`. */
function readGroup(
  group: unknown,
  file: string,
  pointer: string,
): readonly PresenceFact[] {
  const entry = asRecord(group, file, pointer);
  const { reason, source, always, properties } = entry;
  const unknown = Object.keys(entry).find((key) => !groupKeys.includes(key));
  if (unknown !== undefined) {
    throw invalidPresence(
      `unknown key ${JSON.stringify(unknown)}; expected one of ${groupKeys.join(", ")}`,
      file,
      appendToken(pointer, unknown),
      didYouMean(unknown, groupKeys) ?? "remove it, or correct its name",
    );
  }
  const key = source === undefined ? "reason" : "source";
  const origin = entry[key];
  if (typeof origin !== "string" || origin.trim() === "") {
    const message =
      origin === undefined
        ? '"reason" is missing'
        : `${quoteBriefly(origin)} is not a ${key}`;
    const help = "write a sentence that names the source of the fact";
    throw invalidPresence(message, file, `${pointer}/${key}`, help);
  }
  const isByHand = reason !== undefined;
  const readList = (
    list: unknown,
    name: string,
    presence: PresenceFact["presence"],
  ) =>
    asList(list, file, `${pointer}/${name}`).map((property, at) =>
      readFact(property, file, `${pointer}/${name}/${at}`, presence, isByHand),
    );
  return [
    ...(properties === undefined && always !== undefined
      ? []
      : readList(properties, "properties", "sometimes")),
    ...(always === undefined ? [] : readList(always, "always", "always")),
  ];
}

/** `identity.verification_session.url`: the property is what follows the last dot. */
function readFact(
  value: unknown,
  file: string,
  pointer: string,
  presence: PresenceFact["presence"],
  isByHand: boolean,
): PresenceFact {
  const dot = typeof value === "string" ? value.lastIndexOf(".") : -1;
  if (typeof value !== "string" || dot < 1) {
    const message = `${quoteBriefly(value)} is not SCHEMA.PROPERTY`;
    const help = "write a schema and its property, such as `charge.customer`";
    throw invalidPresence(message, file, pointer, help);
  }
  const [model, property] = [value.slice(0, dot), value.slice(dot + 1)];
  return { model, property, presence, isByHand, at: { file, pointer } };
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
  throw invalidPresence(
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
  const help = /\/(always|properties)$/.test(pointer)
    ? "write a list of SCHEMA.PROPERTY"
    : "write a list of entries with `reason` and `properties`";
  throw invalidPresence(
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

function invalidPresence(
  message: string,
  file: string,
  pointer: string,
  help: string,
): Error {
  return inputError("presence/invalid", { file, pointer }, message, help);
}
