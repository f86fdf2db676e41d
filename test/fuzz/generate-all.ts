// A document as text → what becomes of it in every mode, through the pipeline of the
// command and without a process for each.

import { Readable } from "node:stream";
import {
  builtinPacks,
  findDialect,
  findTarget,
} from "../../src/cli/registry.js";
import { toInputError } from "../../src/cli/to-input-error.js";
import { generate } from "../../src/generate.js";
import { loadPack } from "../../src/render/load-pack.js";
import { loadDocument } from "../../src/spec/load-document.js";
import { defaultLimits, type ReadLimits } from "../../src/spec/read-limits.js";

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
];

export interface Made {
  /** Errors that the command would report as its own: those with exit code 3. */
  readonly bugs: readonly string[];
  /** Characters of all files in the largest mode: how much work it was. */
  readonly characters: number;
}

export async function generateAll(
  text: string,
  cwd: string,
  limits: ReadLimits = defaultLimits,
): Promise<Made> {
  const bugs: string[] = [];
  let characters = 0;
  for (const { template, options } of modes) {
    try {
      // Anew each time, as each run of the command does.
      const loaded = await loadDocument("-", {
        cwd,
        stdin: () => Readable.from([Buffer.from(text)]),
        limits,
        overlays: [],
        overlayFolder: cwd,
        remote: false,
        remotePrivate: false,
        root: null,
        rootCandidates: [cwd],
        named: new Set(),
      });
      const { document } = loaded;
      const target = findTarget(template, null);
      const { files, warnings } = generate(document, {
        dialect: findDialect(null, document.root, null),
        target,
        targetOptions: target.readOptions(options, null),
        pack: loadPack(template, builtinPacks, cwd),
        names: {},
        events: [],
        omissions: [],
        fixtures: null,
        only: [],
      });
      for (const warning of warnings) loaded.trace(warning);
      const made = files.reduce((sum, { contents }) => sum + contents.length, 0);
      characters = Math.max(characters, made);
    } catch (error) {
      if (toInputError(error) === null) {
        const stack = error instanceof Error ? error.stack : String(error);
        bugs.push(`${template} ${JSON.stringify(options)}: ${stack}`);
      }
    }
  }
  return { bugs, characters };
}
