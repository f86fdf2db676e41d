// Reads a pin: a small file with the source of a document and its checksum. A
// repository can commit a pin instead of a copy of the document.

import { dirname, resolve } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";
import { ParseFailure, parseOwnYaml } from "./files/parse-own-file.js";
import { isRemote, locate } from "./locate.js";
import type { ReadSpecOptions } from "./read-spec-options.js";
import type { SpecText } from "./spec-text.js";

/** Longer texts are not pins, so that large documents are not parsed twice. */
const maxPinLength = 4096;

const pinKeys = ["source", "sha256", "apiVersion"] as const;
type PinKey = (typeof pinKeys)[number];

type ReadSource = (
  source: string,
  options: ReadSpecOptions,
) => Promise<SpecText>;

/** A parsed pin. */
export interface Pin {
  /** Reads the document that the pin names, and verifies its checksum. */
  follow(
    pinSource: string,
    options: ReadSpecOptions,
    readSource: ReadSource,
  ): Promise<SpecText>;
}

/**
 * Returns the pin in `text`; null for a document, and for broken YAML, which parsing
 * reports.
 */
export function readPin(text: SpecText): Pin | null {
  const raw = parsePin(text.text);
  if (raw === null) return null;
  const file = text.file;
  for (const key of Object.keys(raw)) {
    if (!pinKeys.some((pinKey) => pinKey === key)) {
      throw inputError(
        "pin/unknown-key",
        { file, pointer: `#/${showAddress(key)}` },
        `unknown pin key ${quoteAddress(key)}`,
        didYouMean(key, pinKeys) ?? undefined,
      );
    }
  }
  const source = readKey(raw, "source", file);
  const sha256 = readKey(raw, "sha256", file);
  const apiVersion =
    raw.apiVersion === undefined ? null : readKey(raw, "apiVersion", file);

  return {
    async follow(pinSource, options, readSource) {
      const isTrusted = !isRemote(text.location);
      const isLocal = isTrusted && pinSource !== "-";
      const cwd = isLocal
        ? dirname(resolve(options.cwd, pinSource))
        : options.cwd;
      const pinned = isTrusted ? source : resolveRemote(source, text);
      const document = await readSource(pinned, { ...options, cwd, isTrusted });
      if (document.sha256 !== sha256.toLowerCase()) {
        throw inputError(
          "pin/mismatch",
          { file, pointer: "#/sha256" },
          `${quoteAddress(source)} does not have the pinned checksum: expected sha256 ${sha256}, found ${document.sha256}`,
        );
      }
      if (parsePin(document.text) !== null) {
        throw inputError(
          "pin/nested",
          { file, pointer: "#/source" },
          `${quoteAddress(source)} is itself a pin`,
        );
      }
      return { ...document, apiVersion };
    },
  };
}

/** A pin that was read from a URL may only name another URL. */
function resolveRemote(source: string, { file, location }: SpecText): string {
  const target = locate(location, source, "");
  if (target.kind === "address") return target.location;
  const shown = quoteAddress(source);
  throw inputError(
    "pin/wrong-value",
    { file, pointer: "#/source" },
    `a pin from the network cannot name ${shown}`,
    "write an address",
  );
}

function parsePin(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > maxPinLength) return null;
  let value: unknown;
  try {
    value = parseOwnYaml(text);
  } catch (error) {
    if (error instanceof ParseFailure) return null;
    throw error;
  }
  if (typeof value !== "object" || value === null) return null;
  const isPin =
    "source" in value && !("openapi" in value) && !("swagger" in value);
  return isPin ? (value as Record<string, unknown>) : null; // an object parsed from YAML
}

function readKey(
  raw: Readonly<Record<string, unknown>>,
  key: PinKey,
  file: string,
): string {
  const value = raw[key];
  if (typeof value === "string" && value !== "") return value;
  throw inputError(
    "pin/wrong-value",
    { file, pointer: `#/${key}` },
    `${key} must be a string, not ${JSON.stringify(value) ?? "absent"}`,
  );
}
