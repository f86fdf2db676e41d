// Runs one output from the document to the write plan. Changes nothing on disk.

import { loadFixtures } from "../config/load-fixtures.js";
import { loadPresence } from "../config/load-presence.js";
import type { Diagnostic, Location } from "../diagnostics/diagnostic.js";
import { InputError } from "../diagnostics/input-error.js";
import { showAddress } from "../diagnostics/show-address.js";
import {
  type LoadedDocument,
  loadDocument,
} from "../document/load-document.js";
import { appendPointer } from "../document/pointer.js";
import { tooDeep } from "../document/too-deep.js";
import { findStrays } from "../output/find-strays.js";
import { planWrites, type WritePlan } from "../output/plan-writes.js";
import { readExisting } from "../output/read-existing.js";
import { type Generated, generate } from "../pipeline.js";
import { loadPack } from "../render/load-pack.js";
import { readPackValues } from "../render/pack-option.js";
import type { TemplatePack } from "../render/template-pack.js";
import type { Job } from "./job.js";
import { readSelectors } from "./read-selectors.js";
import {
  allTraces,
  builtinPacks,
  findDialect,
  findTarget,
} from "./registry.js";
import type { Shell } from "./shell.js";

/** The rendered files of one output. */
export interface GeneratedJob {
  readonly job: Job;
  readonly generated: Generated;
  /** True for `--strict`: warnings are errors. */
  readonly strict: boolean;
}

/** The write plan of one output. */
export interface PlannedJob extends GeneratedJob {
  readonly plan: WritePlan;
}

/**
 * Renders the files of one output. With `strict`, throws warnings as errors.
 * @throws InputError
 */
export async function generateJob(
  job: Job,
  shell: Shell,
  strict: boolean,
): Promise<GeneratedJob> {
  const { document, ...loaded } = await loadJobDocument(job, shell);
  const pack = loadPack(job.template, builtinPacks, job.templateFolder);
  const target = findTarget(pack.target, { file: job.template });
  shell.progress(`generating ${job.out}`);
  const placeOf = (name: string) => locationOfOption(job, name);
  const raw = { ...configOptions(job, pack), ...job.settings };
  const options = {
    dialect: findDialect(job.dialect, document.root, { file: job.spec }),
    target,
    targetOptions: target.readOptions(
      { ...pack.set, ...withoutKeys(raw, pack.options) },
      placeOf,
    ),
    pack,
    packOptions: readPackValues(pack.options, raw, placeOf),
    names: job.names,
    namesAt: below(job.at, "names"),
    events: Object.entries(job.events).map(([event, model]) => ({
      event,
      model,
      at: below(job.at, "events", event),
    })),
    presence: loadPresence(job.presence, job.configFolder, document.version),
    fixtures: loadFixtures(job.fixtures, job.configFolder),
    only: await readSelectors(job.only, (pattern, index) =>
      job.flagKeys.has("only")
        ? { file: `--only ${pattern}` }
        : below(job.at, "only", String(index)),
    ),
  };
  const generated = traceErrors(job, loaded.trace, () =>
    generate(document, options),
  );
  const warnings = [
    ...loaded.warnings,
    ...generated.warnings.map(loaded.trace),
  ];
  if (strict) refuseWarnings(warnings);
  return { job, generated: { ...generated, warnings }, strict };
}

/**
 * Loads the document of an output, with its overlays and within its limits.
 * @throws InputError
 */
export function loadJobDocument(
  job: Job,
  shell: Shell,
): Promise<LoadedDocument> {
  shell.progress(`reading ${showAddress(job.spec)}`);
  return loadDocument(job.spec, {
    cwd: job.specFolder,
    stdin: shell.stdin,
    limits: job.limits,
    overlays: job.overlays,
    overlayFolder: job.overlayFolder,
    remote: job.remote,
    remotePrivate: job.remotePrivate,
    root: job.rootDir,
    rootCandidates: job.rootCandidates,
    named: new Set(Object.keys(job.names)),
  });
}

/** Throws warnings as errors, for `--strict`. */
export function refuseWarnings(warnings: readonly Diagnostic[]): void {
  if (warnings.length === 0) return;
  throw new InputError(
    warnings.map((warning) => ({ ...warning, severity: "error" })),
  );
}

/**
 * The config's options are for the target of the config's pack. Ignores them where the
 * command line selects a pack for another target.
 */
function configOptions(job: Job, pack: TemplatePack): Job["options"] {
  const { configTemplate, configFolder, options, template } = job;
  if (template === configTemplate) return options;
  const other = loadPack(configTemplate, builtinPacks, configFolder);
  return other.target === pack.target
    ? withoutKeys(options, other.options)
    : {};
}

function withoutKeys(
  options: Job["options"],
  keys: ReadonlyMap<string, unknown>,
): Job["options"] {
  return Object.fromEntries(
    Object.entries(options).filter(([key]) => !keys.has(key)),
  );
}

function locationOfOption({ settings, at }: Job, name: string): Location {
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return setting === undefined
    ? below(at, "options", name)
    : { file: `--set ${name}=${setting}` };
}

/** Runs `generateFiles`, and moves the locations of its errors to the user's files. */
function traceErrors<Result>(
  job: Job,
  trace: (diagnostic: Diagnostic) => Diagnostic,
  generateFiles: () => Result,
): Result {
  try {
    return generateFiles();
  } catch (error) {
    if (error instanceof InputError) {
      throw new InputError(error.diagnostics.map(trace));
    }
    throw tooDeep(error, job.spec, job.limits) ?? error;
  }
}

/**
 * Compares the rendered files with the disk. `otherOutDirs` are the folders of the
 * other outputs, whose files are not ours.
 */
export function planJob(
  generatedJob: GeneratedJob,
  otherOutDirs: readonly string[],
): PlannedJob {
  const { job, generated } = generatedJob;
  const { files } = generated;
  const { outDir } = job;
  const partial = job.only.length > 0;
  const paths = files.map(({ path }) => path);
  const existing = readExisting(outDir, paths);
  const strays = partial
    ? existing
    : findStrays(outDir, files, existing, otherOutDirs, allTraces);
  const plan = planWrites(files, { ...existing, ...strays }, outDir, {
    partial,
  });
  return { ...generatedJob, plan };
}

/** Returns the location of a key below `at`; the command line has no pointers. */
function below(at: Location, ...keys: readonly string[]): Location {
  return at.pointer === undefined
    ? at
    : { ...at, pointer: appendPointer(at.pointer, ...keys) };
}
