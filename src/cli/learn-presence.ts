// A source of presence facts, such as `npm:NAME@VERSION` or `samples:FOLDER` → its
// findings about the properties of a document.

import { dirname, join, resolve } from "node:path";
import { dayOf } from "../config/nearest-version.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteBriefly } from "../diagnostics/quote.js";
import type { TypesPackage } from "../dialects/dialect.js";
import { learnFromSamples } from "../learn/learn-from-samples.js";
import type {
  Compiler,
  LearnSchemas,
  PresenceFindings,
} from "../learn/presence-finding.js";
import { listFiles } from "../source/files/list-files.js";
import { ParseFailure, parseOwnJson } from "../source/files/parse-own-file.js";
import { ReadFailure, readOwnText } from "../source/files/read-file.js";
import { findPackageFile } from "../source/find-package-file.js";

/** The findings of a source, and its API version. */
export interface Learnt {
  readonly source: string;
  readonly version: string;
  readonly findings: PresenceFindings;
}

/** Samples describe an API version if their date is at most this many days from its date. */
const maxSampleDays = 120;

export interface LearnOptions {
  /** Relative paths and the search for `node_modules` start in this folder. */
  readonly cwd: string;
  /** The package that declares the types of the dialect's publisher; null if there is none. */
  readonly typesPackage: TypesPackage | null;
}

/**
 * Reads installed packages and local files only: nothing is fetched.
 * @throws InputError if the source is missing or is not what its name says
 */
export async function learnPresence(
  from: string,
  schemas: LearnSchemas,
  apiVersion: string,
  { cwd, typesPackage }: LearnOptions,
): Promise<Learnt> {
  try {
    const learnt = from.startsWith("samples:")
      ? learnSamples(from, schemas, apiVersion, cwd)
      : await learnTypes(from, schemas, { cwd, typesPackage });
    if (learnt.findings.size > 0) return learnt;
  } catch (error) {
    if (error instanceof ReadFailure || error instanceof ParseFailure) {
      throw notLearnt(from, error.message);
    }
    throw error;
  }
  throw notLearnt(
    from,
    "it does not describe any nullable property of the document",
  );
}

/** Each file is one revision of the samples, `{resources: {SCHEMA: SAMPLE}}`, named after its date. */
function learnSamples(
  from: string,
  schemas: LearnSchemas,
  apiVersion: string,
  cwd: string,
): Learnt {
  const folder = resolve(cwd, from.slice("samples:".length));
  const day = dayOf(apiVersion);
  const near = listFiles(folder, ".json").filter((file) => {
    const other = dayOf(file.replace(/\.json$/, ""));
    return (
      day !== null && other !== null && Math.abs(other - day) <= maxSampleDays
    );
  });
  if (near.length === 0) {
    const message = `no sample is named after a date within ${maxSampleDays} days of ${JSON.stringify(apiVersion)}`;
    throw notLearnt(from, message, "name the files YYYY-MM-DD.json");
  }
  const revisions = near.map((file) => {
    const root = readJsonObject(join(folder, file));
    const resources = asObject(root?.resources);
    if (resources === null) {
      throw notLearnt(from, `${JSON.stringify(file)} has no "resources"`);
    }
    return resources;
  });
  const dates = near.map((file) => file.replace(/\.json$/, "")).join(" ");
  return {
    source: `samples:${dates}`,
    version: apiVersion,
    findings: onlyAbsences(learnFromSamples(revisions, schemas)),
  };
}

/**
 * Keeps only properties that a sample omits. A property in every sample may still be
 * missing from other objects.
 */
function onlyAbsences(findings: PresenceFindings): PresenceFindings {
  return new Map([...findings].filter(([, found]) => found === "sometimes"));
}

async function learnTypes(
  from: string,
  schemas: LearnSchemas,
  { cwd, typesPackage }: LearnOptions,
): Promise<Learnt> {
  if (typesPackage === null) {
    throw notLearnt(from, "the document's dialect has no package of types");
  }
  const { name, types, learn } = typesPackage;
  const { folder, wanted } = findPackage(from, cwd, typesPackage);
  const manifest = readJsonObject(join(folder, "package.json"));
  const version = manifest?.version;
  if (manifest?.name !== name || typeof version !== "string") {
    const message = `it is the package ${quoteBriefly(manifest?.name)}, not ${JSON.stringify(name)}`;
    throw notLearnt(from, message);
  }
  if (wanted !== null && wanted !== version) {
    const help = `run \`npm install --save-dev ${name}@${wanted}\`, or write npm:${name}@${version}`;
    throw notLearnt(
      from,
      `version ${quoteBriefly(version)} is installed, not ${quoteBriefly(wanted)}`,
      help,
    );
  }
  const compiler = await loadCompiler(from);
  const files = listFiles(join(folder, types), ".d.ts").map(
    (path): [string, string] => [
      `${types}/${path}`,
      readOwnText(join(folder, types, path)),
    ],
  );
  const { apiVersion, findings } = learn(compiler, new Map(files), schemas);
  if (apiVersion === null) {
    throw notLearnt(from, "its types do not name an API version");
  }
  return { source: `npm:${name}@${version}`, version: apiVersion, findings };
}

/** `npm:NAME@VERSION`, `npm:NAME`, or the package's folder. */
function findPackage(
  from: string,
  cwd: string,
  { name, example }: TypesPackage,
): { readonly folder: string; readonly wanted: string | null } {
  if (!from.startsWith("npm:")) {
    return { folder: resolve(cwd, from), wanted: null };
  }
  const [, found, version] = /^npm:([^@]+)(?:@(\d[\w.+-]*))?$/.exec(from) ?? [];
  if (found !== name) {
    const message = `only the package ${name} has types to learn from`;
    throw notLearnt(from, message, `write npm:${name}@${example}`);
  }
  const file = findPackageFile(`npm:${name}/package.json`, cwd);
  return { folder: dirname(file), wanted: version ?? null };
}

/** Imports the compiler on demand: no other command needs it. */
async function loadCompiler(from: string): Promise<Compiler> {
  try {
    const { default: compiler } = await import("typescript");
    return compiler;
  } catch {
    const message =
      "reading types needs the TypeScript compiler, which is not installed";
    const help = "run `npm install --save-dev typescript@5`";
    throw notLearnt(from, message, help);
  }
}

function readJsonObject(
  path: string,
): Readonly<Record<string, unknown>> | null {
  return asObject(parseOwnJson(readOwnText(path)));
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) // parsed from JSON: its keys are strings
    : null;
}

function notLearnt(from: string, message: string, help?: string): Error {
  // Omits the version. `npm:NAME@1.2.3` looks like a URL with a password, so the message
  // would hide the name: `…@1.2.3`.
  const at = { file: `--from ${from.replace(/@\d[^@]*$/, "")}` };
  return inputError("presence/not-learnt", at, message, help);
}
