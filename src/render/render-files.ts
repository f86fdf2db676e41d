// Renders views with the templates of a pack, after checking all of them.

import { inputError } from "../diagnostics/input-error.js";
import type {
  CopiedFile,
  FileView,
  RenderedFile,
  ViewShape,
} from "../targets/target.js";
import { checkTemplates } from "./check-templates.js";
import { compileTemplate, type RenderTemplate } from "./compile-template.js";
import { flattenText } from "./flatten-text.js";
import { layoutText } from "./layout-text.js";
import { type ParsedPack, parsePack } from "./parse-pack.js";
import type { TemplatePack, TemplateText } from "./template-pack.js";

/** The part of a target that rendering needs. */
export interface RenderTarget {
  readonly name: string;
  readonly viewVersion: number;
  readonly templates: Readonly<Record<string, ViewShape>>;
  readonly runtime: readonly string[];
  readonly quotes: string;
}

/**
 * Renders each view with its template, and copies run-time files.
 * @throws InputError for a wrong pack
 */
export function renderFiles(
  fileViews: readonly FileView[],
  pack: TemplatePack,
  target: RenderTarget,
): RenderedFile[] {
  requireFit(pack, target);
  const parsed = parsePack(pack);
  checkTemplates(parsed, target);
  const renderOf = compilePack(parsed);
  return fileViews.map((file) => {
    const { path } = file;
    if ("runtime" in file) return { path, contents: copyOf(file, pack) };
    const { template, view } = file;
    const text = pack.templates.get(template);
    if (text === undefined) throw new Error(`no template ${template}`);
    return {
      path,
      contents: layoutText(
        flattenText(run(renderOf(text), view, text)),
        defaultLayout,
      ),
    };
  });
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
function copyOf(
  { runtime }: CopiedFile,
  { header, runtime: texts }: TemplatePack,
) {
  const text = texts.get(runtime)?.text;
  if (text === undefined) throw new Error(`no run-time file ${runtime}`);
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
function run(render: RenderTemplate, view: object, { file }: TemplateText) {
  try {
    return render(view);
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
