// Checks every path in every template against the type of its view. Handlebars' strict
// mode misses `{{#if typo}}`, and branches that a run does not take.

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

/** The current view, and the outer ones that `../` refers to. */
interface Scope {
  readonly shape: ViewShape;
  readonly outer: Scope | null;
}

/** The part of a target that templates are checked against. */
export interface CheckedTarget {
  readonly templates: Readonly<Record<string, ViewShape>>;
  /** Names of the run-time files that a pack must have, without extension. */
  readonly runtime: readonly string[];
  /** The characters that open strings in the target's language. */
  readonly quotes: string;
}

const loopVariables = ["index", "first", "last"];

/**
 * Checks all templates of a pack.
 * @throws InputError with a diagnostic for each problem
 * @see https://handlebarsjs.com/guide/expressions.html#path-expressions
 */
export function checkTemplates(
  parsed: ParsedPack,
  target: CheckedTarget,
): void {
  const problems: Diagnostic[] = [];
  refuseTooDeep(parsed.pack.name, () => checkAll(parsed, target, problems));
  if (problems.length > 0) throw new InputError(distinctProblems(problems));
}

/** The check recurses into nested blocks, which may overflow the stack. */
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
  problems: Diagnostic[],
): void {
  const { pack } = parsed;
  for (const [name, shape] of Object.entries(shapes)) {
    const template = pack.templates.get(name);
    if (template === undefined) {
      problems.push(
        createDiagnostic(
          "pack/missing-template",
          { file: pack.name },
          `the pack has no ${JSON.stringify(`${name}.hbs`)}`,
        ),
      );
      continue;
    }
    const check = new TemplateCheck(parsed, quotes, problems);
    check.template(template, { shape, outer: null });
  }
  for (const [name, { file }] of pack.templates) {
    if (Object.hasOwn(shapes, name)) continue;
    problems.push(
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
    problems.push(
      createDiagnostic(
        "pack/missing-template",
        { file: pack.name },
        `the pack has no ${JSON.stringify(`runtime/${name}.ts`)}`,
      ),
    );
  }
}

/** A problem in a partial is found once for each template that uses it. */
function distinctProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      problems.map((problem) => [JSON.stringify(problem), problem]),
    ).values(),
  ];
}

/** Checks one template and the partials that it calls. */
class TemplateCheck {
  readonly #parsed: ParsedPack;
  readonly #problems: Diagnostic[];
  readonly #calls: string[] = [];
  readonly #quotes: string;
  #file = "";
  /** The syntactic context at the current position of the output. */
  #context: PrintContext = "code";

  constructor(parsed: ParsedPack, quotes: string, problems: Diagnostic[]) {
    this.#parsed = parsed;
    this.#quotes = quotes;
    this.#problems = problems;
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
    // A node's `type` determines its class; the library has no union type for it.
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
        this.#report(statement, `${statement.type} is not supported here`);
    }
  }

  #mustache(
    node: hbs.AST.MustacheStatement,
    scope: Scope,
    inLoop: boolean,
  ): void {
    if (node.params.length > 0 || node.hash !== undefined) {
      this.#report(node, `unknown helper`);
      return;
    }
    const shape = this.#path(node.path, scope, inLoop);
    const objection =
      shape === null ? null : objectionToPrinting(shape, this.#context);
    if (objection !== null) {
      this.#report(node.path, `${nameOf(node.path)} ${objection}`);
    }
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope, inLoop: boolean): void {
    const helper = node.path.original;
    const [param, ...more] = node.params;
    const blockHelpers = ["each", "if", "unless", "with"];
    if (typeof helper !== "string" || !blockHelpers.includes(helper)) {
      this.#report(
        node,
        `there is no block ${JSON.stringify(helper)}; there are ${blockHelpers.join(", ")}`,
      );
      return;
    }
    if (param === undefined || more.length > 0 || node.program.blockParams) {
      this.#report(node, `#${helper} takes exactly one path here`);
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
    this.#report(
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
    this.#report(param, `${nameOf(param)} is not a list`);
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
      this.#report(node, `there is no partial ${JSON.stringify(name)}`, advice);
      return;
    }
    if (param === undefined) {
      this.#report(
        node,
        `the partial ${name} needs a view: write {{> ${name} this}}`,
      );
      return;
    }
    const shape = this.#path(param, scope, inLoop);
    if (shape === null) return;
    const call = `${name} ${JSON.stringify(shape)}`;
    if (this.#calls.includes(call)) {
      const cycle = this.#calls.slice(this.#calls.indexOf(call));
      const names = [...cycle, call].map((entry) => entry.split(" ")[0]);
      this.#report(
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

  /** Returns the type of the value at a path; null after reporting an unknown path. */
  #path(
    node: hbs.AST.Expression,
    scope: Scope,
    inLoop: boolean,
  ): ViewShape | null {
    if (node.type !== "PathExpression") {
      this.#report(node, "only paths into the view are supported here");
      return null;
    }
    const path = node as hbs.AST.PathExpression; // as its type says
    if (path.data) return this.#loopVariable(path, inLoop);
    let from: Scope | null = scope;
    for (let depth = 0; depth < path.depth; depth++) from = from?.outer ?? null;
    if (from === null) {
      this.#report(path, `${path.original} leaves the view`);
      return null;
    }
    let shape = from.shape;
    for (const part of path.parts) {
      const fields =
        typeof shape === "object" && "fields" in shape ? shape.fields : {};
      const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (next === undefined) {
        const names = Object.keys(fields);
        this.#report(
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
    this.#report(
      path,
      `there is no @${name} here; inside of #each there are @${loopVariables.join(", @")}`,
    );
    return null;
  }

  #report(node: hbs.AST.Node, message: string, advice?: string | null): void {
    const { line, column } = node.loc.start;
    this.#problems.push(
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
