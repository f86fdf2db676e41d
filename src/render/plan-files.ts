// Decides which files a pack makes of the views of its target: those that the target
// declares itself, without the ones that the pack leaves out, and those of the pack.

import { basename } from "node:path/posix";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import type { FileView, TemplateFile, ViewShape } from "../targets/target.js";
import type { RenderTemplate, TemplateVariables } from "./compile-template.js";
import type { CopiedOutput, PackOutput, RenderedOutput } from "./pack-file.js";
import type { PackOptionValue } from "./pack-option.js";
import type { TemplatePack } from "./template-pack.js";

/** One file to render, and the variables of its template. */
export type PlannedFile =
  | { readonly path: string; readonly runtime: string }
  | {
      readonly path: string;
      readonly template: string;
      readonly view: object;
      readonly variables: TemplateVariables;
    };

export interface FilePlanning {
  readonly pack: TemplatePack;
  /** The kinds of views of the target, by name. */
  readonly shapes: Readonly<Record<string, ViewShape>>;
  /** The values of the pack's options. */
  readonly options: Readonly<Record<string, PackOptionValue>>;
  /** False if the target only provides views, so that the pack declares all files. */
  readonly hasOwnFiles: boolean;
  /** Compiles the template of a path. */
  readonly pathOf: (output: RenderedOutput) => RenderTemplate;
}

/** @throws InputError for two files of one path */
export function planFiles(
  views: readonly FileView[],
  planning: FilePlanning,
): PlannedFile[] {
  const { pack, options, hasOwnFiles } = planning;
  const own = views.filter(
    (file) => hasOwnFiles && !pack.without.includes(templateOf(file)),
  );
  const taken = new Map<string, string>();
  const declared = pack.files
    .filter(({ when }) => when === null || options[when] === true)
    .flatMap((output) => {
      const files = filesOf(output, views, planning);
      for (const { path } of files) refuseTwice(path, output, taken);
      return files;
    });
  return [
    ...own
      .filter(({ path }) => !taken.has(path))
      .map((file) => withVariables(file, options)),
    ...declared,
  ];
}

/** A run-time file has the name of its module: `forms`. */
function templateOf(file: FileView): string {
  return "runtime" in file ? file.runtime : file.template;
}

function filesOf(
  output: PackOutput,
  views: readonly FileView[],
  { options, pathOf }: FilePlanning,
): PlannedFile[] {
  if ("copy" in output) return [{ path: output.path, runtime: output.copy }];
  const { template, each } = output;
  const printPath = pathOf(output);
  return views.flatMap((file) => {
    if ("runtime" in file || file.template !== each) return [];
    const variables = variablesOf(file, options);
    const path = printPath(file.view, variables);
    return [{ path, template, view: file.view, variables }];
  });
}

function withVariables(
  file: FileView,
  options: FilePlanning["options"],
): PlannedFile {
  if ("runtime" in file) {
    return { path: file.path, runtime: `${file.runtime}.ts` };
  }
  const { path, template, view } = file;
  return { path, template, view, variables: variablesOf(file, options) };
}

function variablesOf(
  { path }: TemplateFile,
  options: FilePlanning["options"],
): TemplateVariables {
  return { file: basename(path).replace(/\.[^.]*$/, ""), options };
}

function refuseTwice(
  path: string,
  { at }: PackOutput,
  taken: Map<string, string>,
): void {
  const other = taken.get(path);
  taken.set(path, at.pointer);
  if (other === undefined) return;
  throw inputError(
    "pack/invalid",
    at,
    other === at.pointer
      ? `several views have a file ${JSON.stringify(path)}`
      : `${other} has a file ${JSON.stringify(path)} too`,
    "print a name in the path that is different for each view, such as {{@file}}",
  );
}

/**
 * Checks the views, options and templates that `pack.yaml` names.
 * @throws InputError
 */
export function checkOutputs({
  pack,
  shapes,
  options,
  hasOwnFiles,
}: Omit<FilePlanning, "pathOf">): void {
  const file = `${pack.name}/pack.yaml`;
  if (!hasOwnFiles && pack.files.length === 0) {
    throw inputError(
      "pack/invalid",
      { file, pointer: "#/files" },
      `the target ${JSON.stringify(pack.target)} has no files of its own, and the pack declares none`,
      'add `files: [{template: page, each: model, path: "{{@file}}.md"}]`',
    );
  }
  for (const output of pack.files) {
    checkOutput(output, { pack, shapes, options });
  }
  for (const name of pack.without) {
    const known = Object.keys(shapes);
    if (known.includes(name)) continue;
    throw inputError(
      "pack/invalid",
      { file, pointer: "#/without" },
      `\`without\` names an unknown template ${JSON.stringify(name)}; expected one of ${known.join(", ")}`,
      didYouMean(name, known) ?? undefined,
    );
  }
}

function checkOutput(
  output: PackOutput,
  { pack, shapes, options }: Omit<FilePlanning, "hasOwnFiles" | "pathOf">,
): void {
  const { when, at } = output;
  if (when !== null && typeof options[when] !== "boolean") {
    throw unknownIn(at, "boolean option", when, Object.keys(options));
  }
  if ("copy" in output) {
    checkCopy(output, pack);
    return;
  }
  const { each, template } = output;
  if (!Object.hasOwn(shapes, each)) {
    throw unknownIn(at, "kind of view", each, Object.keys(shapes));
  }
  if (!pack.templates.has(template)) {
    throw unknownIn(at, "template", template, [...pack.templates.keys()]);
  }
}

function checkCopy(
  { copy, at }: CopiedOutput,
  { runtime }: TemplatePack,
): void {
  if (runtime.has(copy)) return;
  throw unknownIn(at, "file in runtime/", copy, [...runtime.keys()]);
}

function unknownIn(
  { file, pointer }: PackOutput["at"],
  what: string,
  name: string,
  known: readonly string[],
): Error {
  const entry = pointer.replace(/\/path$/, "");
  return inputError(
    "pack/invalid",
    { file, pointer: entry },
    `unknown ${what} ${JSON.stringify(name)}; ${known.length === 0 ? "the pack has none" : `expected one of ${known.join(", ")}`}`,
    didYouMean(name, known) ?? undefined,
  );
}
