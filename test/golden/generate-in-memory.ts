// A document → its generated files and diagnostics, through the real pipeline
// and without a disk: what the golden cases and the oracles start from.

import {
  builtinPacks,
  findDialect,
  findTarget,
} from "../../src/cli/registry.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { parseSpec } from "../../src/document/parse-spec.js";
import { parseText } from "../../src/document/parse-text.js";
import type { KnownPresence } from "../../src/passes/apply-presence.js";
import type { Fixtures } from "../../src/passes/apply-samples.js";
import { type Generated, generate } from "../../src/pipeline.js";
import { loadPack } from "../../src/render/load-pack.js";
import { readPackValues } from "../../src/render/pack-option.js";
import {
  createReadBudget,
  defaultLimits,
} from "../../src/source/read-limits.js";
import type { RawOptions } from "../../src/targets/target.js";

export interface InMemory {
  readonly files: ReadonlyMap<string, string>;
  readonly generated: Generated;
  readonly warnings: readonly Diagnostic[];
}

export interface MoreInMemory {
  readonly fixtures?: Fixtures | null;
  readonly template?: string;
  readonly presence?: KnownPresence | null;
}

export function generateInMemory(
  file: string,
  text: string,
  options: RawOptions = {},
  {
    fixtures = null,
    template = "typescript",
    presence = null,
  }: MoreInMemory = {},
): InMemory {
  const specText = {
    ...{ file, text, location: file, sha256: "", apiVersion: null },
    format: "unknown" as const,
  };
  const warnings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void warnings.push(diagnostic);
  const document = parseSpec(
    parseText(specText, createReadBudget(defaultLimits), report),
    report,
  );
  const pack = loadPack(template, builtinPacks, ".");
  const target = findTarget(pack.target, null);
  const generated = generate(document, {
    dialect: findDialect(null, document.root, null),
    target,
    targetOptions: target.readOptions({ ...pack.set, ...options }, () => null),
    pack,
    packOptions: readPackValues(pack.options, {}, () => ({ file: template })),
    names: {},
    namesAt: null,
    events: [],
    presence,
    fixtures,
    only: [],
  });
  const files = new Map(
    generated.files.map(({ path, contents }) => [path, contents]),
  );
  return {
    files,
    generated,
    warnings: [...warnings, ...generated.warnings],
  };
}
