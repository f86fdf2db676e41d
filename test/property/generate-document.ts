// A document → its files and the messages about it, or the messages of a refusal,
// through the real pipeline and without a disk.

import {
  builtinPacks,
  findDialect,
  findTarget,
} from "../../src/cli/registry.js";
import { formatDiagnostics } from "../../src/cli/report/format-diagnostics.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { InputError } from "../../src/diagnostics/input-error.js";
import { lintDocument } from "../../src/document/lint/lint-document.js";
import { parseSpec } from "../../src/document/parse-spec.js";
import { parseText } from "../../src/document/parse-text.js";
import type { JsonValue } from "../../src/ir/json-value.js";
import { generate } from "../../src/pipeline.js";
import { loadPack } from "../../src/render/load-pack.js";
import { readPackValues } from "../../src/render/pack-option.js";
import {
  createReadBudget,
  defaultLimits,
} from "../../src/source/read-limits.js";
import type { RawOptions } from "../../src/targets/target.js";

export interface Output {
  readonly name: string;
  readonly template: string;
  readonly options: RawOptions;
}

/** Every kind of file that a document can be made into, `emit` as far as it has it. */
export function outputsOf(emit: string): readonly Output[] {
  return [
    {
      name: "typescript, shared",
      template: "typescript",
      options: { emit, dedupe: "true", enums: "open", order: "document" },
    },
    {
      name: "typescript, apart",
      template: "typescript",
      options: { emit, enums: "closed", presence: "document" },
    },
    { name: "rust, precise", template: "rust", options: { typing: "precise" } },
    { name: "rust, loose", template: "rust", options: { typing: "loose" } },
    { name: "markdown", template: "markdown", options: {} },
    { name: "python", template: "python", options: {} },
  ];
}

export interface Result {
  /** Null where the document is refused. */
  readonly files: ReadonlyMap<string, string> | null;
  /** The warnings and errors, as printed. */
  readonly messages: string;
}

const packs = new Map(
  ["typescript", "rust", "markdown", "python"].map((name) => [
    name,
    loadPack(name, builtinPacks, "."),
  ]),
);

/** Anything but an `InputError` is a bug, and thrown. */
export function generateDocument(
  root: JsonValue,
  { template, options }: Output,
): Result {
  const found: Diagnostic[] = [];
  try {
    const files = filesOf(root, template, options, found);
    return { files, messages: formatDiagnostics(found) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const messages = formatDiagnostics([...found, ...error.diagnostics]);
    return { files: null, messages };
  }
}

function filesOf(
  root: JsonValue,
  template: string,
  options: RawOptions,
  found: Diagnostic[],
): ReadonlyMap<string, string> {
  const tree = parseText(
    {
      file: "api.json",
      text: JSON.stringify(root),
      location: "api.json",
      sha256: "",
      apiVersion: null,
      format: "unknown",
    },
    createReadBudget(defaultLimits),
    (one) => void found.push(one),
  );
  found.push(...lintDocument(tree));
  const document = parseSpec(tree, (one) => void found.push(one));
  const pack = packs.get(template);
  if (pack === undefined) throw new Error(`no pack ${template}`);
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
    presence: null,
    fixtures: null,
    only: [],
  });
  found.push(...generated.warnings);
  return new Map(generated.files.map(({ path, contents }) => [path, contents]));
}
