// Combines command line and config into the list of outputs, with resolved paths.

import { resolve } from "node:path";
import type { Config } from "../config/config.js";
import { flagUsage } from "../config/flag-usage.js";
import {
  type OutputConfig,
  type OutputFlags,
  outputDefaults,
  outputKeys,
} from "../config/keys.js";
import { defaultConfigFile, loadConfig } from "../config/load-config.js";
import type { Location } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";
import type { Setting } from "../settings/setting.js";
import {
  defaultLimits,
  limitNames,
  type ReadLimits,
} from "../source/read-limits.js";
import { checkOutDirs } from "./check-out-dirs.js";
import { configContext } from "./registry.js";

/** The flags that every command takes. */
export interface JobFlags extends OutputFlags {
  readonly config?: string;
  readonly strict?: boolean;
}

/** One output to generate. */
export interface Job extends OutputConfig {
  /** The folders against which `spec`, `overlays` and `template` are resolved. */
  readonly specFolder: string;
  readonly overlayFolder: string;
  readonly templateFolder: string;
  /** The folder against which the other paths of the config are resolved. */
  readonly configFolder: string;
  /** The keys whose value is that of a flag, not of the config. */
  readonly flagKeys: ReadonlySet<string>;
  /** Values of `--set`, which override the config's `options`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The pack in the config; `options` are for its target. */
  readonly configTemplate: string;
  /** `out` as an absolute path. */
  readonly outDir: string;
  /** `root` as an absolute path; null if none is set. */
  readonly rootDir: string | null;
  /** Without `root`, the first of these folders that contains the document is the root. */
  readonly rootCandidates: readonly string[];
  /** The location of this output for diagnostics: in the config, or the command line. */
  readonly at: Location;
}

/** @throws InputError for wrong options, and for a missing or wrong config */
export async function readJobs(flags: JobFlags, cwd: string): Promise<Job[]> {
  refuseEmptyFlags(flags);
  const given = flags.spec !== undefined && flags.out !== undefined;
  const complete = given && flags.template !== undefined;
  const config =
    complete && flags.config === undefined
      ? null
      : await loadConfig(flags.config ?? null, cwd, configContext);
  const outputs = config === null ? [flagsAlone(flags)] : config.outputs;
  if (outputs.length > 1 && flags.out !== undefined) {
    throw inputError(
      "option/wrong-value",
      { file: "--out" },
      `the config has ${outputs.length} outputs, but --out applies to a single one`,
      "remove --out, or name a config with a single output",
    );
  }
  const jobs = outputs.map((output, index) => ({
    ...withFlags(output, flags, config, cwd),
    at:
      config === null
        ? { file: "command line" }
        : { file: config.file, pointer: `#/outputs/${index}` },
  }));
  checkOutDirs(jobs, config?.folder ?? cwd);
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
    ...outputDefaults,
    spec,
    out,
    ...(template !== undefined && { template }),
  };
}

/** Flags take precedence over the config; their paths start from the working folder. */
function withFlags(
  output: OutputConfig,
  flags: JobFlags,
  config: Config | null,
  cwd: string,
): Omit<Job, "at"> {
  const folder = config?.folder ?? cwd;
  const folderOf = (flag: unknown) => (flag === undefined ? folder : cwd);
  const replaced = replacedBy(flags);
  const merged = { ...output, ...replaced };
  const { out, root } = merged;
  requireFolderName(out);
  return {
    ...merged,
    specFolder: folderOf(flags.spec),
    configFolder: folder,
    templateFolder: folderOf(flags.template),
    out: showAddress(out), // for messages; the folder is `outDir`
    outDir: resolve(folderOf(flags.out), out),
    overlayFolder: folderOf(flags.overlay),
    rootDir: root === null ? null : resolve(folderOf(flags.root), root),
    rootCandidates: [folder, cwd],
    limits: { ...output.limits, ...readLimits(flags.limit ?? []) },
    flagKeys: new Set(Object.keys(replaced)),
    settings: readSettings(flags.set ?? []),
    configTemplate: output.template,
  };
}

/** The keys that flags replace as a whole: `{overlay: ["a.yaml"]}` → `{overlays: ["a.yaml"]}`. */
function replacedBy(flags: OutputFlags): Partial<OutputConfig> {
  const values: Readonly<Record<string, unknown>> = { ...flags };
  return Object.fromEntries(
    Object.entries<Setting>(outputKeys).flatMap(([key, { flag }]) => {
      if (flag === undefined || flag.merges) return [];
      const value = values[flag.name];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Rejects a URL: the folder's name would contain its user name and password. */
function requireFolderName(out: string): void {
  if (!/^\s*https?\s*:/i.test(out)) return;
  throw inputError(
    "option/wrong-value",
    { file: out },
    `cannot write to ${quoteAddress(out)}: it is an address, not a folder`,
    "name a folder",
  );
}

/** `["emit=models", "order=document"] → {emit: "models", order: "document"}` */
function readSettings(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => splitSetting("--set", setting)),
  );
}

/** `["bytes=1000"] → {bytes: 1000}` */
function readLimits(settings: readonly string[]): Partial<ReadLimits> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [key, value] = splitSetting("--limit", setting);
      const name = limitNames.find((limitName) => limitName === key);
      if (name === undefined) {
        throw inputError(
          "option/unknown",
          { file: `--limit ${setting}` },
          `unknown limit ${JSON.stringify(key)}; expected one of ${limitNames.join(", ")}`,
          didYouMean(key, limitNames) ?? undefined,
        );
      }
      if (!/^[1-9]\d{0,14}$/.test(value)) {
        throw inputError(
          "option/wrong-value",
          { file: `--limit ${setting}` },
          `${JSON.stringify(value)} is not a positive integer`,
          `use a whole number above 0, such as --limit ${name}=${defaultLimits[name]}`,
        );
      }
      return [name, Number(value)];
    }),
  );
}

function splitSetting(flag: string, setting: string): [string, string] {
  const equals = setting.indexOf("=");
  if (equals > 0) return [setting.slice(0, equals), setting.slice(equals + 1)];
  throw inputError(
    "option/wrong-value",
    { file: `${flag} ${showAddress(setting)}` },
    `${quoteAddress(setting)} is not KEY=VALUE`,
    `use ${flag} KEY=VALUE, once for each key`,
  );
}

/** Rejects empty values, which unset shell variables leave. */
function refuseEmptyFlags(flags: JobFlags): void {
  for (const [key, value] of Object.entries(flags)) {
    if (value !== "" && !(Array.isArray(value) && value.includes(""))) continue;
    const flag = flagUsage({ name: key });
    throw inputError(
      "option/wrong-value",
      { file: flag },
      `the value of ${flag} is empty`,
      `give ${flag} a value, or omit it`,
    );
  }
}
