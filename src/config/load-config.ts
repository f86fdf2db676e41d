// A config file → checked options. The JSON Schema that editors complete from is
// the one that decides what is right.

import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ErrorObject } from "ajv";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import {
  defaultLimits,
  limitNames,
  type ReadLimits,
} from "../spec/read-limits.js";
import { parseYaml } from "../text/parse-yaml.js";
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
  if (!existsSync(path)) {
    if (file === null) return null;
    throw inputError(
      "config/not-found",
      { file: name },
      `there is no config file ${JSON.stringify(name)}`,
    );
  }
  const raw = await checkConfig(parseConfig(readText(path, name), name), name);
  return {
    file: name,
    folder: dirname(path),
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
      ...output,
      limits: { ...defaultLimits, ...output.limits },
    })),
  };
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw inputError(
      "config/invalid",
      { file: name },
      `the config cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

function parseConfig(text: string, file: string): unknown {
  const { document, faults } = parseYaml(text);
  const [fault] = faults;
  if (fault === undefined) return document.toJS();
  const { kind, message, line, column } = fault;
  throw inputError(
    "config/invalid",
    { file, line, column },
    kind === "syntax" ? `this is not YAML: ${message}` : message,
  );
}

async function checkConfig(raw: unknown, file: string): Promise<RawConfig> {
  // Loaded only where there is a config: it is a third of the time to start.
  const { Ajv } = await import("ajv");
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
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
  "options",
];
