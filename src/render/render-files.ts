// Renders views with the templates of a pack. Only this file compiles and runs
// templates.

import Handlebars from "handlebars";
import { inputError } from "../diagnostics/input-error.js";
import type {
  CopiedFile,
  FileView,
  RenderedFile,
  ViewShape,
} from "../targets/target.js";
import { checkTemplates } from "./check-templates.js";
import { flattenText } from "./flatten-text.js";
import { parsePack } from "./parse-pack.js";
import { renderEach } from "./render-each.js";
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
 * Handlebars indents a partial like the line of its call, so that one `doc` partial
 * serves every depth.
 * @see https://handlebarsjs.com/api-reference/compilation.html
 */
const compileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  explicitPartialContext: true,
} as const;

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
  const engine = Handlebars.create();
  engine.registerHelper("each", renderEach);
  const compile = (template: TemplateText) =>
    engine.compile(parsed.programOf(template), {
      ...compileOptions,
      data: hasLoopVariables(template),
    });
  for (const [name, partial] of pack.partials) {
    const render = compile(partial);
    engine.registerPartial(
      name,
      hasLoopVariables(partial)
        ? (view, options) => render(view, { ...options, data: {} })
        : render,
    );
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, template] of pack.templates) {
    compiled.set(name, compile(template));
  }
  return fileViews.map((file) => {
    const { path } = file;
    if ("runtime" in file) return { path, contents: copyOf(file, pack) };
    const { template, view } = file;
    const render = compiled.get(template);
    if (render === undefined) throw new Error(`no template ${template}`);
    return { path, contents: flattenText(run(render, view, pack, template)) };
  });
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

/**
 * Returns true for a template that may use loop variables such as `@last`. The others
 * are rendered without them, since Handlebars' bookkeeping for each iteration costs
 * more than the rest. A partial sees only the variables of its own loops, not those of
 * its caller.
 */
function hasLoopVariables({ text }: TemplateText): boolean {
  return text.includes("@");
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

/** A checked template can still fail where it reads a field of a view that is null. */
function run(
  render: Handlebars.TemplateDelegate,
  view: object,
  pack: TemplatePack,
  template: string,
): string {
  try {
    return render(view);
  } catch (error) {
    const file = pack.templates.get(template)?.file ?? template;
    throw inputError(
      "pack/wrong-template",
      { file },
      error instanceof Error ? error.message : String(error),
      "use {{#if}} or {{#with}} before you read fields of an optional view",
    );
  }
}
