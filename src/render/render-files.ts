// Renders views with the templates of a pack, after checking all of them.

import { inputError } from "../diagnostics/input-error.js";
import type { Syntax } from "../languages/syntax.js";
import type { FileView, RenderedFile, ViewShape } from "../targets/target.js";
import { checkTemplates } from "./check-templates.js";
import { compileTemplate, type RenderTemplate } from "./compile-template.js";
import { flattenText } from "./flatten-text.js";
import { layoutText } from "./layout-text.js";
import { usualSyntax } from "./pack-file.js";
import type { PackOptionValue } from "./pack-option.js";
import { type ParsedPack, parsePack } from "./parse-pack.js";
import { checkOutputs, type PlannedFile, planFiles } from "./plan-files.js";
import type { VariableShapes } from "./template-check.js";
import type { TemplatePack } from "./template-pack.js";
import type { TemplateText } from "./template-text.js";

/** The part of a target that rendering needs. */
export interface RenderTarget {
  readonly name: string;
  readonly viewVersion: number;
  readonly templates: Readonly<Record<string, ViewShape>>;
  readonly runtime: readonly string[];
  readonly syntax: Syntax | null;
  readonly hasOwnFiles: boolean;
}

/** A file, and the name of its model; null for shared files. */
export interface ModelFile extends RenderedFile {
  readonly model: string | null;
}

/**
 * Renders each view with its template, and copies run-time files. `options` are the
 * values of the pack's own options.
 * @throws InputError for a wrong pack
 */
export function renderFiles(
  fileViews: readonly FileView[],
  pack: TemplatePack,
  target: RenderTarget,
  options: Readonly<Record<string, PackOptionValue>> = {},
): ModelFile[] {
  requireFit(pack, target);
  const { templates: shapes, hasOwnFiles } = target;
  const planning = { pack, shapes, options, hasOwnFiles };
  checkOutputs(planning);
  const parsed = parsePack(pack);
  const syntax = pack.syntax ?? target.syntax ?? usualSyntax;
  const variables = variableShapes(options);
  checkTemplates(parsed, { ...target, syntax, variables });
  const renderOf = compilePack(parsed);
  const pathOf = ({ path }: { readonly path: TemplateText }) => renderOf(path);
  return planFiles(fileViews, { ...planning, pathOf }).map((file) => ({
    path: file.path,
    model: file.model,
    contents: printFile(file, pack, renderOf),
  }));
}

type RenderedPlan = Extract<PlannedFile, { readonly view: object }>;

function printFile(
  file: PlannedFile,
  pack: TemplatePack,
  renderOf: (of: TemplateText) => RenderTemplate,
): string {
  if ("runtime" in file) return copyOf(file.runtime, pack);
  const template = pack.templates.get(file.template);
  if (template === undefined) throw new Error(`no template ${file.template}`);
  return layoutText(
    flattenText(run(renderOf(template), file, template)),
    defaultLayout,
  );
}

function variableShapes(
  options: Readonly<Record<string, PackOptionValue>>,
): VariableShapes {
  const fields = Object.entries(options).map(
    ([name, value]): [string, ViewShape] => [
      name,
      typeof value === "boolean" ? "flag" : "word",
    ],
  );
  return { file: "word", options: { fields: Object.fromEntries(fields) } };
}

/** What Prettier does by default. */
const defaultLayout = { width: 80, indent: "  " };

/** Compiles each template when it is first used. */
function compilePack(parsed: ParsedPack): (of: TemplateText) => RenderTemplate {
  const compiled = new Map<TemplateText, RenderTemplate>();
  const renderOf = (template: TemplateText): RenderTemplate => {
    const known = compiled.get(template);
    if (known !== undefined) return known;
    const nodes = parsed.nodesOf(template);
    const render = compileTemplate(nodes, template.file, partialOf);
    compiled.set(template, render);
    return render;
  };
  const partialOf = (name: string): RenderTemplate => {
    const partial = parsed.pack.partials.get(name);
    if (partial === undefined) throw new Error(`no partial ${name}`);
    return renderOf(partial);
  };
  return renderOf;
}

/** Returns the text unchanged below the header of generated files. */
function copyOf(name: string, { header, runtime }: TemplatePack): string {
  const text = runtime.get(name)?.text;
  if (text === undefined) throw new Error(`no run-time file ${name}`);
  return header === "" ? text : `${header}\n${text}`;
}

function requireFit(pack: TemplatePack, target: RenderTarget): void {
  if (pack.target !== target.name) {
    throw inputError(
      "pack/invalid",
      { file: `${pack.name}/pack.yaml`, pointer: "#/target" },
      `these templates are for ${JSON.stringify(pack.target)}, not for ${JSON.stringify(target.name)}`,
    );
  }
  if (pack.viewVersion !== target.viewVersion) {
    throw inputError(
      "pack/view-version",
      { file: `${pack.name}/pack.yaml`, pointer: "#/view" },
      `these templates expect version ${pack.viewVersion} of the views of ${JSON.stringify(target.name)}, which has version ${target.viewVersion}`,
    );
  }
}

/** Partials that call themselves for each level of a deep view may overflow the stack. */
function run(
  render: RenderTemplate,
  { view, variables }: Pick<RenderedPlan, "variables" | "view">,
  { file }: TemplateText,
): string {
  try {
    return render(view, variables);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw inputError(
      "pack/wrong-template",
      { file },
      "a view is nested too deeply for this template and its partials",
      "simplify the types of the document that are nested most deeply",
    );
  }
}
