// Command line and config → the outputs to make, with every path settled.

import { resolve } from "node:path";
import {
  type Config,
  defaultTemplate,
  type OutputConfig,
} from "../config/config.js";
import { defaultConfigFile, loadConfig } from "../config/load-config.js";
import type { Location } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";
import {
  defaultLimits,
  limitNames,
  type ReadLimits,
} from "../source/read-limits.js";
import { checkOutDirs } from "./check-out-dirs.js";

/** The options that every command takes. */
export interface JobFlags {
  readonly config?: string;
  readonly spec?: string;
  readonly template?: string;
  readonly out?: string;
  readonly set?: readonly string[];
  readonly only?: readonly string[];
  readonly limit?: readonly string[];
  readonly remote?: boolean;
  readonly remotePrivate?: boolean;
  readonly root?: string;
  readonly overlay?: readonly string[];
  readonly strict?: boolean;
}

export interface Job extends OutputConfig {
  /** The folders that `spec`, `overlays` and `template` are looked up from. */
  readonly specFolder: string;
  readonly overlayFolder: string;
  readonly templateFolder: string;
  /** The folder that the other paths of the config start from. */
  readonly configFolder: string;
  /** What the command line says to the target; it comes before the config's `options`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The pack that the config names, and so the one whose target its `options` are for. */
  readonly configTemplate: string;
  /** `out` as an absolute path. */
  readonly outDir: string;
  /** `root` as an absolute path; null where none is chosen. */
  readonly rootDir: string | null;
  /** Folders of which the first one that the document lies in is the root. */
  readonly rootCandidates: readonly string[];
  /** Where this output is described: a config and the place in it, or the command line. */
  readonly at: Location;
}

export async function readJobs(flags: JobFlags, cwd: string): Promise<Job[]> {
  refuseEmptyFlags(flags);
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
      `the config has ${outputs.length} outputs, and --out is the folder of one`,
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
    spec,
    template: template ?? defaultTemplate,
    out,
    dialect: null,
    only: [],
    names: {},
    events: {},
    presence: null,
    fixtures: null,
    overlays: [],
    limits: defaultLimits,
    remote: false,
    remotePrivate: false,
    root: null,
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
  const root = flags.root ?? output.root;
  requireFolderName(out);
  return {
    ...output,
    spec: flags.spec ?? output.spec,
    specFolder: flags.spec === undefined ? folder : cwd,
    configFolder: folder,
    template: flags.template ?? output.template,
    templateFolder: flags.template === undefined ? folder : cwd,
    out: showAddress(out), // for messages; the folder is `outDir`
    outDir: resolve(flags.out === undefined ? folder : cwd, out),
    only: flags.only ?? output.only,
    overlays: flags.overlay ?? output.overlays,
    overlayFolder: flags.overlay === undefined ? folder : cwd,
    remote: flags.remote ?? output.remote,
    remotePrivate: flags.remotePrivate ?? output.remotePrivate,
    root,
    rootDir:
      root === null
        ? null
        : resolve(flags.root === undefined ? folder : cwd, root),
    rootCandidates: [folder, cwd],
    limits: { ...output.limits, ...readLimits(flags.limit ?? []) },
    settings: readSettings(flags.set ?? []),
    configTemplate: output.template,
  };
}

/** The folder would contain the user and the password of the address in its name. */
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
      const name = limitNames.find((known) => known === key);
      if (name === undefined) {
        throw inputError(
          "option/unknown",
          { file: `--limit ${setting}` },
          `there is no limit ${JSON.stringify(key)}; there are ${limitNames.join(", ")}`,
          didYouMean(key, limitNames) ?? undefined,
        );
      }
      if (!/^[1-9]\d{0,14}$/.test(value)) {
        throw inputError(
          "option/wrong-value",
          { file: `--limit ${setting}` },
          `${JSON.stringify(value)} is not a positive integer`,
          `give a whole number above 0, such as --limit ${name}=${defaultLimits[name]}`,
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
    `give ${flag} KEY=VALUE, once for each key`,
  );
}

/** A variable of the shell that is not set leaves an empty text behind. */
function refuseEmptyFlags(flags: JobFlags): void {
  for (const [key, value] of Object.entries(flags)) {
    if (value !== "" && !(Array.isArray(value) && value.includes(""))) continue;
    const flag = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw inputError(
      "option/wrong-value",
      { file: flag },
      `the value of ${flag} is empty`,
      `give ${flag} a value, or leave it out`,
    );
  }
}
