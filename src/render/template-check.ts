// Checks the paths of one template, and of the partials that it calls, against the
// shape of its view, and that each value is printed where it is safe.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { assertNever } from "../ir/assert-never.js";
import type { Syntax } from "../languages/syntax.js";
import type { ViewShape } from "../targets/target.js";
import type { ParsedPack } from "./parse-pack.js";
import {
  advance,
  objectionToPrinting,
  type PrintContext,
} from "./print-context.js";
import { type ResolvedShape, resolveShape } from "./resolve-shape.js";
import type { TemplateText } from "./template-text.js";
import type {
  BlockNode,
  BreakNode,
  LayoutNode,
  PartialNode,
  TemplateNode,
  TemplatePath,
  TemplatePlace,
} from "./template-tree.js";

/** The current view, the outer ones that `../` refers to, and the number of loops. */
interface Scope {
  readonly shape: ResolvedShape;
  readonly outer: Scope | null;
  readonly loops: number;
}

const loopVariables = ["index", "first", "last"];

/** The variables that exist everywhere, by name. */
export type VariableShapes = Readonly<Record<string, ViewShape>>;

const unclosed = "a comment or a string must end in the block that opens it";

/**
 * Checks all templates of a pack. A partial is checked once for each shape and context
 * of its calls, so that it may call itself with a part of its view.
 */
export class TemplateCheck {
  readonly #parsed: ParsedPack;
  readonly #problems: Diagnostic[];
  readonly #syntax: Syntax;
  readonly #variables: VariableShapes;
  /** The context after each checked call; null while it is being checked. */
  readonly #calls = new Map<string, PrintContext | null>();
  readonly #recursive = new Set<string>();
  readonly #shapeIds = new Map<ResolvedShape, number>();
  #file = "";
  /** The syntactic context at the current position of the output. */
  #context: PrintContext = "base";

  constructor(
    parsed: ParsedPack,
    syntax: Syntax,
    variables: VariableShapes,
    problems: Diagnostic[],
  ) {
    this.#parsed = parsed;
    this.#syntax = syntax;
    this.#variables = variables;
    this.#problems = problems;
  }

  template(template: TemplateText, shape: ViewShape): void {
    this.#context = "base";
    this.#text(template, resolveShape(shape));
  }

  #text(template: TemplateText, shape: ResolvedShape): void {
    const outerFile = this.#file;
    this.#file = template.file;
    const nodes = this.#parsed.nodesOf(template);
    this.#nodes(nodes, { shape, outer: null, loops: 0 });
    this.#file = outerFile;
  }

  #nodes(nodes: readonly TemplateNode[], scope: Scope): void {
    for (const node of nodes) this.#node(node, scope);
  }

  #node(node: TemplateNode, scope: Scope): void {
    switch (node.kind) {
      case "text":
        this.#context = advance(this.#context, node.text, this.#syntax);
        return;
      case "print":
        this.#print(node.path, scope);
        return;
      case "block":
        this.#block(node, scope);
        return;
      case "partial":
        this.#partial(node, scope);
        return;
      case "break":
        this.#break(node);
        return;
      case "layout":
        this.#layout(node, scope);
        return;
      case "wrong":
        this.#report(node.place, node.message);
        return;
      default:
        assertNever(node);
    }
  }

  #print(path: TemplatePath, scope: Scope): void {
    const shape = this.#path(path, scope);
    const objection =
      shape === null
        ? null
        : objectionToPrinting(shape, this.#context, this.#syntax.base);
    if (objection === null) return;
    this.#report(path.place, `${path.original} ${objection}`);
  }

  #block(node: BlockNode, scope: Scope): void {
    const { helper, path, body, otherwise, place } = node;
    const shape = this.#path(path, scope);
    if (shape === null) return;
    const inside = this.#inside(node, shape, scope);
    if (inside === null) return;
    const before = this.#context;
    this.#nodes(body, inside);
    const after = this.#context;
    this.#context = before;
    if (otherwise) this.#nodes(otherwise, scope);
    const end = helper === "each" || !otherwise ? before : this.#context;
    if (after === end && this.#context === end) return;
    this.#report(place, unclosed);
  }

  /** A possible line end behind `//` would make code of the rest of the comment. */
  #break({ mark, place }: BreakNode): void {
    if (this.#context === "base") return;
    this.#report(place, `{{${mark}}} is allowed in code only`);
  }

  #layout({ body, otherwise, place }: LayoutNode, scope: Scope): void {
    const before = this.#context;
    this.#nodes(body, scope);
    const after = this.#context;
    this.#context = before;
    this.#nodes(otherwise ?? [], scope);
    if (after !== before || this.#context !== before) {
      this.#report(place, unclosed);
    }
  }

  #inside(
    { helper, path }: BlockNode,
    shape: ResolvedShape,
    scope: Scope,
  ): Scope | null {
    const { loops } = scope;
    switch (helper) {
      case "if":
      case "unless":
        return scope;
      case "with":
        return { shape, outer: scope, loops };
      case "each":
        if (typeof shape === "object" && "list" in shape) {
          const item = resolveShape(shape.list);
          return { shape: item, outer: scope, loops: loops + 1 };
        }
        this.#report(path.place, `${path.original} is not a list`);
        return null;
      default:
        return assertNever(helper);
    }
  }

  #partial({ name, path, place }: PartialNode, scope: Scope): void {
    const { partials } = this.#parsed.pack;
    const partial = partials.get(name);
    if (partial === undefined) {
      const advice = didYouMean(name, [...partials.keys()]);
      this.#report(
        place,
        `there is no partial ${JSON.stringify(name)}`,
        advice,
      );
      return;
    }
    const shape = this.#path(path, scope);
    if (shape === null) return;
    const before = this.#context;
    const call = `${name} ${this.#idOf(shape)} ${before}`;
    const known = this.#calls.get(call);
    if (known === null) {
      // It calls itself: assume that it ends in the context in which it starts.
      this.#recursive.add(call);
      return;
    }
    if (known !== undefined) {
      this.#context = known;
      return;
    }
    this.#calls.set(call, null);
    this.#text(partial, shape);
    this.#calls.set(call, this.#context);
    if (this.#recursive.has(call) && this.#context !== before) {
      this.#report(place, `${unclosed}: the partial ${name} calls itself`);
    }
  }

  #idOf(shape: ResolvedShape): number {
    const id = this.#shapeIds.get(shape) ?? this.#shapeIds.size;
    this.#shapeIds.set(shape, id);
    return id;
  }

  /** Returns the type of the value at a path; null after reporting an unknown path. */
  #path(path: TemplatePath, scope: Scope): ResolvedShape | null {
    if (path.isVariable) return this.#variable(path, scope);
    let from: Scope | null = scope;
    for (let depth = 0; depth < path.depth; depth++) from = from?.outer ?? null;
    if (from === null) {
      this.#report(path.place, `${path.original} leaves the view`);
      return null;
    }
    return this.#fieldOf(from.shape, path.parts, path);
  }

  #fieldOf(
    from: ResolvedShape,
    parts: readonly string[],
    path: TemplatePath,
  ): ResolvedShape | null {
    let shape = from;
    for (const part of parts) {
      const fields =
        typeof shape === "object" && "fields" in shape ? shape.fields : {};
      const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (next === undefined) {
        const names = Object.keys(fields);
        this.#report(
          path.place,
          `the view has no ${JSON.stringify(part)} (in ${path.original}); it has ${names.join(", ") || "no fields"}`,
          didYouMean(part, names),
        );
        return null;
      }
      shape = resolveShape(next);
    }
    return shape;
  }

  #variable(path: TemplatePath, { loops }: Scope): ResolvedShape | null {
    const [first = "", ...more] = path.parts;
    if (path.depth === 0 && Object.hasOwn(this.#variables, first)) {
      const shape = resolveShape(this.#variables[first] ?? "raw");
      return this.#fieldOf(shape, more, path);
    }
    const name = path.parts.join(".");
    if (path.depth < loops && loopVariables.includes(name)) {
      return name === "index" ? "word" : "flag";
    }
    const everywhere = Object.keys(this.#variables).map((each) => `@${each}`);
    this.#report(
      path.place,
      `unknown variable ${path.original}; expected one of ${everywhere.join(", ")}, or @${loopVariables.join(", @")} inside #each`,
    );
    return null;
  }

  #report(place: TemplatePlace, message: string, advice?: string | null): void {
    const at = { file: this.#file, ...place };
    this.#problems.push(
      createDiagnostic("pack/wrong-template", at, message, advice ?? undefined),
    );
  }
}
