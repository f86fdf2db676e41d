// A config file → checked options. The JSON Schema that editors complete from is
// the one that decides what is right.

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ErrorObject } from "ajv";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import { ParseFailure, parseOwnYaml } from "../files/parse-own-file.js";
import {
  inspectPath,
  ownFileLimit,
  ReadFailure,
  readOwnText,
} from "../files/read-file.js";
import { isInherited, openPipe, readStream } from "../files/read-stream.js";
import {
  defaultLimits,
  limitNames,
  type ReadLimits,
} from "../spec/read-limits.js";
import { type Config, defaultTemplate, type OutputConfig } from "./config.js";

export const defaultConfigFile = "codegen.config.yaml";

const schemaFile = new URL("../../codegen.config.schema.json", import.meta.url);

/** What the schema lets through. */
interface RawConfig {
  readonly outputs: readonly (Pick<OutputConfig, "out" | "spec"> &
    Partial<Omit<OutputConfig, "limits">> & {
      readonly limits?: Partial<ReadLimits>;
    })[];
}

/** Null where there is no file of the default name and none was asked for. */
export async function loadConfig(
  file: string | null,
  cwd: string,
): Promise<Config | null> {
  const name = file ?? defaultConfigFile;
  const path = resolve(cwd, name);
  if (file === null && inspectPath(path) === null) return null;
  const text = await readText(path, name);
  const raw = await checkConfig(parseConfig(text, name), name);
  return {
    file: name,
    folder: isInherited(path) ? cwd : dirname(path),
    outputs: raw.outputs.map((output) => ({
      template: defaultTemplate,
      dialect: null,
      only: [],
      names: {},
      events: {},
      presence: null,
      fixtures: null,
      options: {},
      overlays: [],
      remote: false,
      remotePrivate: false,
      root: null,
      ...output,
      limits: { ...defaultLimits, ...output.limits },
    })),
  };
}

async function readText(path: string, name: string): Promise<string> {
  try {
    const pipe = openPipe(path);
    if (pipe === null) return readOwnText(path);
    const signal = AbortSignal.timeout(1000 * defaultLimits.seconds);
    const bytes = await readStream(pipe, { limit: ownFileLimit, signal });
    if (typeof bytes !== "string") return bytes.toString("utf8");
    throw new ReadFailure(
      bytes === "too-slow" ? "refused" : "too-large",
      `is ${bytes.replace("-", " ")}`,
    );
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const quoted = JSON.stringify(name);
    if (error.kind === "missing") {
      const message = `there is no config file ${quoted}`;
      throw inputError("config/not-found", { file: name }, message);
    }
    throw inputError(
      "config/invalid",
      { file: name },
      `the config ${quoted} ${error.message}`,
    );
  }
}

function parseConfig(text: string, file: string): unknown {
  try {
    return parseOwnYaml(text);
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    const { message, place } = error;
    throw inputError("config/invalid", { file, ...place }, message);
  }
}

async function checkConfig(raw: unknown, file: string): Promise<RawConfig> {
  // Loaded only where there is a config: it is a third of the time to start.
  const { Ajv } = await import("ajv");
  const schema = JSON.parse(readOwnText(fileURLToPath(schemaFile)));
  const validate = new Ajv({ allErrors: true }).compile<RawConfig>(schema);
  if (validate(raw)) return raw;
  const errors = validate.errors ?? [];
  throw new InputError(errors.map((error) => describe(error, file)));
}

function describe(error: ErrorObject, file: string): Diagnostic {
  const pointer = `#${error.instancePath}`;
  if (error.keyword === "additionalProperties") {
    const key = String(error.params.additionalProperty);
    const inLimits = error.instancePath.endsWith("/limits");
    const known: readonly string[] = inLimits ? limitNames : outputKeys;
    return createDiagnostic(
      "config/invalid",
      { file, pointer: `${pointer}/${key}` },
      `there is no ${JSON.stringify(key)} here`,
      didYouMean(key, known) ?? undefined,
    );
  }
  const allowed = error.params.allowedValues;
  const values = Array.isArray(allowed) ? `: ${allowed.join(", ")}` : "";
  return createDiagnostic(
    "config/invalid",
    { file, pointer },
    `this ${error.message ?? "is wrong"}${values}`,
  );
}

const outputKeys = [
  "outputs",
  "spec",
  "template",
  "out",
  "dialect",
  "only",
  "names",
  "events",
  "presence",
  "fixtures",
  "limits",
  "overlays",
  "remote",
  "remotePrivate",
  "root",
  "options",
];
