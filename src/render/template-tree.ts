// The language that templates may use, as a tree of our own: text, paths into the view,
// four blocks and partials. Handlebars' parser accepts more; the rest becomes `wrong`
// nodes here, so that the check and the renderer cannot disagree on the language.

import { hasLayoutMarks } from "./layout-text.js";

/** A position in a template. Lines and columns start at 1. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/** A path into the view, such as `../note.text`, or a variable such as `@last`. */
export interface TemplatePath {
  /** As written, for messages. */
  readonly original: string;
  /**
   * True for a variable: `@index`, `@first` and `@last` of a loop, `@file`, and
   * `@options.NAME`.
   */
  readonly isVariable: boolean;
  /** The number of `../` at the start. */
  readonly depth: number;
  /** The names of the fields; empty for `this`. */
  readonly parts: readonly string[];
  readonly place: TemplatePlace;
}

export const blockHelpers = ["each", "if", "unless", "with"] as const;

export type BlockHelper = (typeof blockHelpers)[number];

/** Blocks that take no path: they decide where lines break. */
export const layoutHelpers = ["group", "indent", "ifBreak"] as const;

export type LayoutHelper = (typeof layoutHelpers)[number];

/** Names that are breaks, so that no field of a view is called by one of them alone. */
const breakNames = ["line", "softline", "hardline"] as const;

export interface TextNode {
  readonly kind: "text";
  readonly text: string;
}

/** `{{name}}` */
export interface PrintNode {
  readonly kind: "print";
  readonly path: TemplatePath;
}

/** `{{#each items}}…{{else}}…{{/each}}` */
export interface BlockNode {
  readonly kind: "block";
  readonly helper: BlockHelper;
  readonly path: TemplatePath;
  readonly body: readonly TemplateNode[];
  /** Null without `{{else}}`. */
  readonly otherwise: readonly TemplateNode[] | null;
  readonly place: TemplatePlace;
}

/** `{{line}}`, `{{softline}}`, `{{hardline}}`: where a line may break. */
export interface BreakNode {
  readonly kind: "break";
  readonly mark: "line" | "softline" | "hardline";
  readonly place: TemplatePlace;
}

/** `{{#group}}…{{/group}}`, `{{#indent}}…{{/indent}}` and `{{#ifBreak}}…{{else}}…{{/ifBreak}}` */
export interface LayoutNode {
  readonly kind: "layout";
  readonly helper: LayoutHelper;
  readonly body: readonly TemplateNode[];
  /** Null without `{{else}}`, which only `ifBreak` has. */
  readonly otherwise: readonly TemplateNode[] | null;
  readonly place: TemplatePlace;
}

/** `{{> type items}}` */
export interface PartialNode {
  readonly kind: "partial";
  readonly name: string;
  /** The view of the partial. */
  readonly path: TemplatePath;
  /** White space before each line of the output, if the call is alone on its line. */
  readonly indent: string;
  readonly place: TemplatePlace;
}

/** Syntax of Handlebars that templates must not use. */
export interface WrongNode {
  readonly kind: "wrong";
  readonly message: string;
  readonly place: TemplatePlace;
}

export type TemplateNode =
  | TextNode
  | PrintNode
  | BlockNode
  | PartialNode
  | BreakNode
  | LayoutNode
  | WrongNode;

/**
 * Converts Handlebars' syntax tree, after its control of white space.
 * @see https://github.com/handlebars-lang/handlebars.js/blob/4.x/docs/compiler-api.md
 */
export function toTemplateNodes(
  program: hbs.AST.Program | undefined,
): TemplateNode[] {
  return (program?.body ?? []).flatMap((statement) => {
    const node = toTemplateNode(statement);
    return node === null ? [] : [node];
  });
}

/** Returns null for what prints nothing. */
function toTemplateNode(statement: hbs.AST.Statement): TemplateNode | null {
  // A node's `type` determines its class; the library has no union type for it.
  switch (statement.type) {
    case "ContentStatement": {
      const { value } = statement as hbs.AST.ContentStatement; // as its type says
      if (hasLayoutMarks(value)) {
        return wrong(statement, "a template must not have control characters");
      }
      return value === "" ? null : { kind: "text", text: value };
    }
    case "CommentStatement":
      return null;
    case "MustacheStatement":
      return toPrint(statement as hbs.AST.MustacheStatement); // as its type says
    case "BlockStatement":
      return toBlock(statement as hbs.AST.BlockStatement); // as its type says
    case "PartialStatement":
      return toPartial(statement as hbs.AST.PartialStatement); // as its type says
    default:
      return wrong(statement, `${statement.type} is not supported here`);
  }
}

function toPrint(node: hbs.AST.MustacheStatement): TemplateNode {
  if (node.params.length > 0 || node.hash !== undefined) {
    return wrong(node, `unknown helper ${JSON.stringify(nameOf(node.path))}`);
  }
  const mark = breakNames.find((name) => name === nameOf(node.path));
  if (mark !== undefined) return { kind: "break", mark, place: placeOf(node) };
  const path = toPath(node.path);
  return path === null ? notAPath(node.path) : { kind: "print", path };
}

function toBlock(node: hbs.AST.BlockStatement): TemplateNode {
  const written = nameOf(node.path);
  const layout = layoutHelpers.find((name) => name === written);
  if (layout !== undefined) return toLayout(node, layout);
  const helper = blockHelpers.find((name) => name === written);
  if (helper === undefined) {
    return wrong(
      node,
      `unknown block helper ${JSON.stringify(written)}; expected one of ${[...blockHelpers, ...layoutHelpers].join(", ")}`,
    );
  }
  // `{{^if x}}` has only an `inverse`, in spite of the declared type.
  const program: hbs.AST.Program | undefined = node.program;
  const inverse: hbs.AST.Program | undefined = node.inverse;
  const [param, ...more] = node.params;
  if (
    param === undefined ||
    more.length > 0 ||
    node.hash !== undefined ||
    program?.blockParams ||
    inverse?.blockParams
  ) {
    return wrong(node, `#${helper} takes exactly one path here`);
  }
  const path = toPath(param);
  if (path === null) return notAPath(param);
  return {
    kind: "block",
    ...{ helper, path, body: toTemplateNodes(program) },
    otherwise: inverse === undefined ? null : toTemplateNodes(inverse),
    place: placeOf(node),
  };
}

function toLayout(
  node: hbs.AST.BlockStatement,
  helper: LayoutHelper,
): TemplateNode {
  // `{{^group}}` has only an `inverse`, in spite of the declared type.
  const program: hbs.AST.Program | undefined = node.program;
  const inverse: hbs.AST.Program | undefined = node.inverse;
  if (program === undefined || program.blockParams) {
    return wrong(node, `write {{#${helper}}}…{{/${helper}}}`);
  }
  if (node.params.length > 0 || node.hash !== undefined) {
    return wrong(node, `#${helper} takes no path`);
  }
  if (inverse !== undefined && helper !== "ifBreak") {
    return wrong(node, `#${helper} has no {{else}}`);
  }
  return {
    ...{ kind: "layout", helper, body: toTemplateNodes(program) },
    otherwise: inverse === undefined ? null : toTemplateNodes(inverse),
    place: placeOf(node),
  };
}

function toPartial(node: hbs.AST.PartialStatement): TemplateNode {
  const name = nameOf(node.name);
  const [param, ...more] = node.params;
  if (param === undefined) {
    return wrong(
      node,
      `the partial ${name} needs a view: write {{> ${name} this}}`,
    );
  }
  if (more.length > 0 || node.hash !== undefined) {
    return wrong(node, `the partial ${name} takes exactly one path here`);
  }
  const path = toPath(param);
  if (path === null) return notAPath(param);
  // Absent unless the call is alone on its line, in spite of the declared type.
  const indent: string | undefined = node.indent;
  return {
    kind: "partial",
    ...{ name, path, indent: indent ?? "", place: placeOf(node) },
  };
}

function toPath(node: hbs.AST.Expression): TemplatePath | null {
  if (node.type !== "PathExpression") return null;
  const { data, depth, original, parts } = node as hbs.AST.PathExpression; // as its type says
  return {
    original,
    ...{ isVariable: Boolean(data), depth, parts, place: placeOf(node) },
  };
}

function notAPath(node: hbs.AST.Node): WrongNode {
  return wrong(node, "only paths into the view are supported here");
}

function wrong(node: hbs.AST.Node, message: string): WrongNode {
  return { kind: "wrong", message, place: placeOf(node) };
}

function placeOf({ loc }: hbs.AST.Node): TemplatePlace {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

/** Returns an empty name for what is not a path, such as a literal. */
function nameOf(node: hbs.AST.Node): string {
  return node.type === "PathExpression"
    ? (node as hbs.AST.PathExpression).original // as its type says
    : "";
}
