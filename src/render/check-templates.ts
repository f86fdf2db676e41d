// Every path in every template is held against the shape of the view that the
// template receives. Handlebars' own strict mode sees neither `{{#if typo}}` nor
// a branch that is not taken.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import type { ViewShape } from "../targets/target.js";
import type { ParsedPack } from "./parse-pack.js";
import {
  advance,
  objectionToPrinting,
  type PrintContext,
} from "./print-context.js";
import type { TemplateText } from "./template-pack.js";

/** The view at hand, and those around it that `../` leads to. */
interface Scope {
  readonly shape: ViewShape;
  readonly outer: Scope | null;
}

/** What templates are checked against. */
export interface CheckedTarget {
  readonly templates: Readonly<Record<string, ViewShape>>;
  readonly runtime: readonly string[];
  readonly quotes: string;
}

const loopVariables = ["index", "first", "last"];

/**
 * Throws one `InputError` with all that is wrong.
 * @see https://handlebarsjs.com/guide/expressions.html#path-expressions
 */
export function checkTemplates(
  parsed: ParsedPack,
  target: CheckedTarget,
): void {
  const found: Diagnostic[] = [];
  refuseTooDeep(parsed.pack.name, () => checkAll(parsed, target, found));
  if (found.length > 0) throw new InputError(distinctProblems(found));
}

/** Blocks in blocks are followed by recursion. */
function refuseTooDeep(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw inputError(
      "pack/wrong-template",
      { file },
      "the templates are nested too deeply",
      "move the contents of inner blocks to partials",
    );
  }
}

function checkAll(
  parsed: ParsedPack,
  { templates: shapes, runtime, quotes }: CheckedTarget,
  found: Diagnostic[],
): void {
  const { pack } = parsed;
  for (const [name, shape] of Object.entries(shapes)) {
    const template = pack.templates.get(name);
    if (template === undefined) {
      found.push(
        createDiagnostic(
          "pack/missing-template",
          { file: pack.name },
          `the pack has no ${JSON.stringify(`${name}.hbs`)}`,
        ),
      );
      continue;
    }
    const check = new TemplateCheck(parsed, quotes, found);
    check.template(template, { shape, outer: null });
  }
  for (const [name, { file }] of pack.templates) {
    if (Object.hasOwn(shapes, name)) continue;
    found.push(
      createDiagnostic(
        "pack/unknown-template",
        { file },
        `no view is rendered with a template named ${JSON.stringify(name)}`,
        didYouMean(name, Object.keys(shapes)) ?? undefined,
      ),
    );
  }
  for (const name of runtime) {
    if (pack.runtime.has(name)) continue;
    found.push(
      createDiagnostic(
        "pack/missing-template",
        { file: pack.name },
        `the pack has no ${JSON.stringify(`runtime/${name}.ts`)}`,
      ),
    );
  }
}

/** A partial that several templates use is wrong only once. */
function distinctProblems(found: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Walks one template, with the partials it calls. */
class TemplateCheck {
  readonly #parsed: ParsedPack;
  readonly #found: Diagnostic[];
  readonly #calls: string[] = [];
  readonly #quotes: string;
  #file = "";
  /** Where the next text would stand. */
  #context: PrintContext = "code";

  constructor(parsed: ParsedPack, quotes: string, found: Diagnostic[]) {
    this.#parsed = parsed;
    this.#quotes = quotes;
    this.#found = found;
  }

  template(template: TemplateText, scope: Scope): void {
    const outerFile = this.#file;
    this.#file = template.file;
    this.#program(this.#parsed.programOf(template), scope, false);
    this.#file = outerFile;
  }

  #program(program: hbs.AST.Program, scope: Scope, inLoop: boolean): void {
    for (const statement of program.body) {
      this.#statement(statement, scope, inLoop);
    }
  }

  #statement(
    statement: hbs.AST.Statement,
    scope: Scope,
    inLoop: boolean,
  ): void {
    // The type of a node is named by its `type`; the library's types lack the union.
    switch (statement.type) {
      case "ContentStatement": {
        const { value } = statement as hbs.AST.ContentStatement; // as its type says
        this.#context = advance(this.#context, value, this.#quotes);
        return;
      }
      case "CommentStatement":
        return;
      case "MustacheStatement":
        this.#mustache(statement as hbs.AST.MustacheStatement, scope, inLoop);
        return;
      case "BlockStatement":
        this.#block(statement as hbs.AST.BlockStatement, scope, inLoop);
        return;
      case "PartialStatement":
        this.#partial(statement as hbs.AST.PartialStatement, scope, inLoop);
        return;
      default:
        this.#wrong(statement, `${statement.type} is not supported here`);
    }
  }

  #mustache(
    node: hbs.AST.MustacheStatement,
    scope: Scope,
    inLoop: boolean,
  ): void {
    if (node.params.length > 0 || node.hash !== undefined) {
      this.#wrong(node, `unknown helper`);
      return;
    }
    const shape = this.#path(node.path, scope, inLoop);
    const objection =
      shape === null ? null : objectionToPrinting(shape, this.#context);
    if (objection !== null) {
      this.#wrong(node.path, `${nameOf(node.path)} ${objection}`);
    }
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope, inLoop: boolean): void {
    const helper = node.path.original;
    const [param, ...more] = node.params;
    const known = ["each", "if", "unless", "with"];
    if (typeof helper !== "string" || !known.includes(helper)) {
      this.#wrong(
        node,
        `there is no block ${JSON.stringify(helper)}; there are ${known.join(", ")}`,
      );
      return;
    }
    if (param === undefined || more.length > 0 || node.program.blockParams) {
      this.#wrong(node, `#${helper} takes exactly one path here`);
      return;
    }
    const shape = this.#path(param, scope, inLoop);
    if (shape === null) return;
    const inside = this.#inside(helper, param, shape, scope);
    if (inside === null) return;
    const before = this.#context;
    this.#program(node.program, inside, inLoop || helper === "each");
    const after = this.#context;
    this.#context = before;
    if (node.inverse) this.#program(node.inverse, scope, inLoop);
    const end = helper === "each" || !node.inverse ? before : this.#context;
    if (after === end && this.#context === end) return;
    this.#wrong(
      node,
      "a comment or a string must end in the block that opens it",
    );
  }

  #inside(
    helper: string,
    param: hbs.AST.Expression,
    shape: ViewShape,
    scope: Scope,
  ): Scope | null {
    if (helper === "if" || helper === "unless") return scope;
    if (helper === "with") return { shape, outer: scope };
    if (typeof shape === "object" && "list" in shape) {
      return { shape: shape.list, outer: scope };
    }
    this.#wrong(param, `${nameOf(param)} is not a list`);
    return null;
  }

  #partial(
    node: hbs.AST.PartialStatement,
    scope: Scope,
    inLoop: boolean,
  ): void {
    const name =
      node.name.type === "PathExpression"
        ? (node.name as hbs.AST.PathExpression).original
        : "";
    const partial = this.#parsed.pack.partials.get(name);
    const [param] = node.params;
    if (partial === undefined) {
      const advice = didYouMean(name, [...this.#parsed.pack.partials.keys()]);
      this.#wrong(node, `there is no partial ${JSON.stringify(name)}`, advice);
      return;
    }
    if (param === undefined) {
      this.#wrong(
        node,
        `the partial ${name} needs a view: write {{> ${name} this}}`,
      );
      return;
    }
    const shape = this.#path(param, scope, inLoop);
    if (shape === null) return;
    const call = `${name} ${JSON.stringify(shape)}`;
    if (this.#calls.includes(call)) {
      const way = this.#calls.slice(this.#calls.indexOf(call));
      const names = [...way, call].map((one) => one.split(" ")[0]);
      this.#wrong(
        node,
        `the partial ${name} calls itself with the same view, endlessly: ${names.join(" → ")}`,
        "remove the call, or pass a part of the view",
      );
      return;
    }
    this.#calls.push(call);
    this.template(partial, { shape, outer: null });
    this.#calls.pop();
  }

  /** The shape of what a path names, or null after reporting that it names nothing. */
  #path(
    node: hbs.AST.Expression,
    scope: Scope,
    inLoop: boolean,
  ): ViewShape | null {
    if (node.type !== "PathExpression") {
      this.#wrong(node, "only paths into the view are supported here");
      return null;
    }
    const path = node as hbs.AST.PathExpression; // as its type says
    if (path.data) return this.#loopVariable(path, inLoop);
    let from: Scope | null = scope;
    for (let depth = 0; depth < path.depth; depth++) from = from?.outer ?? null;
    if (from === null) {
      this.#wrong(path, `${path.original} leaves the view`);
      return null;
    }
    let shape = from.shape;
    for (const part of path.parts) {
      const fields =
        typeof shape === "object" && "fields" in shape ? shape.fields : {};
      const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (next === undefined) {
        const names = Object.keys(fields);
        this.#wrong(
          path,
          `the view has no ${JSON.stringify(part)} (in ${path.original}); it has ${names.join(", ") || "no fields"}`,
          didYouMean(part, names),
        );
        return null;
      }
      shape = next;
    }
    return shape;
  }

  #loopVariable(
    path: hbs.AST.PathExpression,
    inLoop: boolean,
  ): ViewShape | null {
    const name = path.parts.join(".");
    if (inLoop && loopVariables.includes(name)) {
      return name === "index" ? "word" : "flag";
    }
    this.#wrong(
      path,
      `there is no @${name} here; inside of #each there are @${loopVariables.join(", @")}`,
    );
    return null;
  }

  #wrong(node: hbs.AST.Node, message: string, advice?: string | null): void {
    const { line, column } = node.loc.start;
    this.#found.push(
      createDiagnostic(
        "pack/wrong-template",
        { file: this.#file, line, column: column + 1 },
        message,
        advice ?? undefined,
      ),
    );
  }
}

function nameOf(node: hbs.AST.Node): string {
  return node.type === "PathExpression"
    ? (node as hbs.AST.PathExpression).original // as its type says
    : node.type;
}
