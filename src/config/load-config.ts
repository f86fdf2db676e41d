// A config file → checked options. The check uses the JSON Schema that also serves
// for completion in editors.

import { dirname, resolve } from "node:path";
import { InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import { ParseFailure, parseOwnYaml } from "../source/files/parse-own-file.js";
import {
  inspectPath,
  ownFileLimit,
  ReadFailure,
  readOwnText,
} from "../source/files/read-file.js";
import {
  isInherited,
  openPipe,
  readStream,
} from "../source/files/read-stream.js";
import { defaultLimits, type ReadLimits } from "../source/read-limits.js";
import type { Config } from "./config.js";
import { type ConfigContext, configSchema } from "./config-schema.js";
import { describeConfigError } from "./describe-config-error.js";
import { type OutputConfig, outputDefaults } from "./keys.js";

export const defaultConfigFile = "codegen.config.yaml";

/** A config that is valid by the schema. */
interface RawConfig {
  readonly outputs: readonly (Pick<OutputConfig, "out" | "spec"> &
    Partial<Omit<OutputConfig, "limits">> & {
      readonly limits?: Partial<ReadLimits>;
    })[];
}

/** Null if the user names no config file and the default one does not exist. */
export async function loadConfig(
  file: string | null,
  cwd: string,
  context: ConfigContext,
): Promise<Config | null> {
  const name = file ?? defaultConfigFile;
  const path = resolve(cwd, name);
  if (file === null && inspectPath(path) === null) return null;
  const text = await readConfigText(path, name);
  const raw = await checkConfig(parseConfig(text, name), name, context);
  return {
    file: name,
    folder: isInherited(path) ? cwd : dirname(path),
    outputs: raw.outputs.map((output) => ({
      ...outputDefaults,
      ...output,
      limits: { ...defaultLimits, ...output.limits },
    })),
  };
}

async function readConfigText(path: string, name: string): Promise<string> {
  try {
    const pipe = openPipe(path);
    if (pipe === null) return readOwnText(path);
    const signal = AbortSignal.timeout(1000 * defaultLimits.seconds);
    const bytes = await readStream(pipe, { limit: ownFileLimit, signal });
    if (typeof bytes !== "string") return bytes.toString("utf8");
    throw new ReadFailure(
      bytes === "too-slow" ? "refused" : "too-large",
      bytes === "too-slow"
        ? `was not written to within ${defaultLimits.seconds} seconds`
        : `has more than ${ownFileLimit} bytes`,
    );
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const quoted = quoteAddress(name);
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

async function checkConfig(
  raw: unknown,
  file: string,
  context: ConfigContext,
): Promise<RawConfig> {
  // Loaded only if there is a config, because it takes a third of the start-up time.
  const { Ajv } = await import("ajv");
  const ajv = new Ajv({ allErrors: true, verbose: true });
  const validate = ajv.compile<RawConfig>(configSchema(context));
  if (validate(raw)) return raw;
  const errors = validate.errors ?? [];
  throw new InputError(errors.map((error) => describeConfigError(error, file)));
}
