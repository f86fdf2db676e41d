// A reference to another file → that file, read by the same rules and within the same
// bounds as the document itself.

import { existsSync } from "node:fs";
import {
  basename,
  dirname,
  extname,
  isAbsolute,
  relative,
  resolve,
} from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { parseText } from "./parse-text.js";
import { readFileSource } from "./read-file-source.js";
import type { ReadBudget } from "./read-limits.js";
import { readUrl } from "./read-url.js";
import type { SpecTree } from "./spec-tree.js";

export function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/**
 * `("/api/main.yaml", "my%20pet.yaml") → "/api/my pet.yaml"`. A URL where either is
 * one; null for what is no place to read from (`urn:…`).
 */
export function locate(base: string, uri: string): string | null {
  if (isRemote(base)) {
    const url = URL.canParse(uri, base) ? new URL(uri, base) : null;
    return url !== null && isRemote(url.href) ? url.href : null;
  }
  if (isRemote(uri)) return uri;
  if (/^file:\/\//i.test(uri)) return fileURLToPath(uri);
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return null;
  const literal = resolve(dirname(base), uri);
  const decoded = resolve(dirname(base), decode(uri));
  return existsSync(decoded) || !existsSync(literal) ? decoded : literal;
}

export function isThere(location: string): boolean {
  return existsSync(location);
}

/** Prose (`description: {$ref: intro.md}`) is one string. Throws as reading a document does. */
export async function readLinkedFile(
  location: string,
  file: string,
  budget: ReadBudget,
  report: Report,
): Promise<SpecTree> {
  const text = isRemote(location)
    ? await readUrl(location, budget)
    : readFileSource(file, location, budget.limits);
  budget.remainingMs({ file });
  try {
    return parseText(text, budget, report);
  } catch (error) {
    const isProse = error instanceof InputError && isText(location);
    if (!isProse) throw error;
    return { file, location, root: text.text, apiVersion: null };
  }
}

/** How messages name a file: from where the document is named, as it is named there. */
export function displayName(
  location: string,
  file: string,
  cwd: string,
): string {
  if (isRemote(location) || isAbsolute(file)) return location;
  const path = relative(cwd, location).replaceAll("\\", "/");
  return path === "" ? basename(location) : path;
}

function isText(location: string): boolean {
  const path = isRemote(location) ? new URL(location).pathname : location;
  return /^\.(md|txt|html?)$/i.test(extname(path));
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
