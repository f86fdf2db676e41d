// A document on disk → what becomes of it in every mode, through the pipeline of the
// command and without a process for each.

import {
  builtinPacks,
  findDialect,
  findTarget,
} from "../../src/cli/registry.js";
import { toInputError } from "../../src/cli/to-input-error.js";
import { loadDocument } from "../../src/document/load-document.js";
import { generate } from "../../src/pipeline.js";
import { loadPack } from "../../src/render/load-pack.js";
import { readPackValues } from "../../src/render/pack-option.js";
import { defaultLimits } from "../../src/source/read-limits.js";

const modes = [
  {
    template: "typescript",
    options: {
      emit: ["models", "values", "params", "events", "validators", "factories"],
      dedupe: true,
    },
  },
  { template: "typescript", options: { emit: ["models"], order: "document" } },
  { template: "rust", options: {} },
  { template: "rust", options: { typing: "loose" } },
  { template: "markdown", options: {} },
  { template: "python", options: {} },
  { template: "zod", options: {} },
];

export interface Made {
  /** Errors that the command would report as its own: those with exit code 3. */
  readonly bugs: readonly string[];
  /** Characters of all files in the largest mode: how much work it was. */
  readonly characters: number;
}

export async function generateAll(spec: string, cwd: string): Promise<Made> {
  const bugs: string[] = [];
  let characters = 0;
  for (const mode of modes) {
    try {
      const files = await generateIn(mode, spec, cwd);
      const made = files.reduce((sum, one) => sum + one.contents.length, 0);
      characters = Math.max(characters, made);
    } catch (error) {
      if (toInputError(error) !== null) continue;
      const stack = error instanceof Error ? error.stack : String(error);
      bugs.push(`${JSON.stringify(mode)}: ${stack}`);
    }
  }
  return { bugs, characters };
}

async function generateIn(
  { template, options }: (typeof modes)[number],
  spec: string,
  cwd: string,
) {
  // Anew for each mode, as a run of the command does.
  const { document, trace } = await loadDocument(spec, {
    cwd,
    stdin: () => process.stdin,
    limits: defaultLimits,
    overlays: [],
    overlayFolder: cwd,
    remote: false,
    remotePrivate: false,
    root: null,
    rootCandidates: [cwd],
    named: new Set(),
  });
  const pack = loadPack(template, builtinPacks, cwd);
  const target = findTarget(pack.target, null);
  const { files, warnings } = generate(document, {
    dialect: findDialect(null, document.root, null),
    target,
    targetOptions: target.readOptions({ ...pack.set, ...options }, () => null),
    pack,
    packOptions: readPackValues(pack.options, {}, () => ({ file: template })),
    names: {},
    namesAt: null,
    events: [],
    presence: null,
    fixtures: null,
    only: [],
  });
  for (const warning of warnings) trace(warning);
  return files;
}
