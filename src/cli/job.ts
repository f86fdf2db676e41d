// Command line and config → the outputs to make, with every path settled.

import { resolve } from "node:path";
import {
  type Config,
  defaultTemplate,
  type OutputConfig,
} from "../config/config.js";
import { defaultConfigFile, loadConfig } from "../config/load-config.js";
import type { Location } from "../diagnostics/diagnostic.js";
import { inputError } from "../diagnostics/input-error.js";

/** The options that every command takes. */
export interface JobFlags {
  readonly config?: string;
  readonly spec?: string;
  readonly template?: string;
  readonly out?: string;
  readonly set?: readonly string[];
  readonly only?: readonly string[];
  readonly strict?: boolean;
}

export interface Job extends OutputConfig {
  /** The folders that `spec` and `template` are looked up from. */
  readonly specFolder: string;
  readonly templateFolder: string;
  /** The folder that the other paths of the config start from. */
  readonly configFolder: string;
  /** `out` as an absolute path. */
  readonly outDir: string;
  /** Where this output is described: a config and the place in it, or the command line. */
  readonly at: Location;
}

export async function readJobs(flags: JobFlags, cwd: string): Promise<Job[]> {
  const given = flags.spec !== undefined && flags.out !== undefined;
  const complete = given && flags.template !== undefined;
  const config =
    complete && flags.config === undefined
      ? null
      : await loadConfig(flags.config ?? null, cwd);
  const outputs = config === null ? [flagsAlone(flags)] : config.outputs;
  if (outputs.length > 1 && flags.out !== undefined) {
    throw inputError(
      "option/wrong-value",
      { file: "--out" },
      `the config has ${outputs.length} outputs, and --out can be the folder of one only`,
      "leave --out away, or name a config with a single output",
    );
  }
  const jobs = outputs.map((output, index) => ({
    ...withFlags(output, flags, config, cwd),
    at:
      config === null
        ? { file: "command line" }
        : { file: config.file, pointer: `#/outputs/${index}` },
  }));
  requireDistinct(jobs);
  return jobs;
}

function flagsAlone({ spec, template, out }: JobFlags): OutputConfig {
  if (spec === undefined || out === undefined) {
    throw inputError(
      "config/not-found",
      { file: defaultConfigFile },
      `there is no ${defaultConfigFile} in this folder`,
    );
  }
  return {
    spec,
    template: template ?? defaultTemplate,
    out,
    dialect: null,
    only: [],
    names: {},
    events: {},
    presence: null,
    options: {},
  };
}

/** What the command line says comes before the config, and its paths start from where it was called. */
function withFlags(
  output: OutputConfig,
  flags: JobFlags,
  config: Config | null,
  cwd: string,
): Omit<Job, "at"> {
  const folder = config?.folder ?? cwd;
  const out = flags.out ?? output.out;
  return {
    ...output,
    spec: flags.spec ?? output.spec,
    specFolder: flags.spec === undefined ? folder : cwd,
    configFolder: folder,
    template: flags.template ?? output.template,
    templateFolder: flags.template === undefined ? folder : cwd,
    out,
    outDir: resolve(flags.out === undefined ? folder : cwd, out),
    only: flags.only ?? output.only,
    options: { ...output.options, ...readSettings(flags.set ?? []) },
  };
}

/** `["emit=models", "order=document"] → {emit: "models", order: "document"}` */
function readSettings(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const equals = setting.indexOf("=");
      if (equals > 0) {
        return [setting.slice(0, equals), setting.slice(equals + 1)];
      }
      throw inputError(
        "option/wrong-value",
        { file: "--set" },
        `${JSON.stringify(setting)} is not KEY=VALUE`,
        "write --set KEY=VALUE, once for each option",
      );
    }),
  );
}

function requireDistinct(jobs: readonly Job[]): void {
  const seen = new Set<string>();
  for (const { out, outDir } of jobs) {
    if (seen.has(outDir)) {
      throw inputError(
        "config/invalid",
        { file: out },
        `two outputs would write ${JSON.stringify(out)}`,
        "give each output a folder of its own",
      );
    }
    seen.add(outDir);
  }
}
