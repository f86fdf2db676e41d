// Turns the tree of a template into closures that print it. They replace Handlebars'
// compiler and runtime: no code is generated, nothing is called that a view contains,
// and rendering takes a third of the time. A test compares the two.

import { inputError } from "../diagnostics/input-error.js";
import { assertNever } from "../ir/assert-never.js";
import { layoutMarks } from "./layout-text.js";
import type {
  BlockNode,
  LayoutNode,
  PartialNode,
  TemplateNode,
  TemplatePath,
} from "./template-tree.js";

/** The values of the variables that exist everywhere: `@file`, `@options`. */
export type TemplateVariables = Readonly<Record<string, unknown>>;

/** Prints a view. */
export type RenderTemplate = (
  view: unknown,
  variables: TemplateVariables,
) => string;

/** The current view, the outer ones that `../` refers to, and the state of the loop. */
interface Frame {
  view: unknown;
  readonly outer: Frame | null;
  /** The innermost loop around this frame. */
  readonly loop: LoopState | null;
  readonly variables: TemplateVariables;
}

interface LoopState {
  index: number;
  readonly length: number;
  readonly outer: LoopState | null;
}

type Print = (frame: Frame) => string;
type Read = (frame: Frame) => unknown;

/**
 * `partialOf` is called when a partial is first printed, so that partials can call
 * themselves. `file` is the name for messages. The template must have passed the check.
 * @see https://handlebarsjs.com/guide/builtin-helpers.html
 */
export function compileTemplate(
  nodes: readonly TemplateNode[],
  file: string,
  partialOf: (name: string) => RenderTemplate,
): RenderTemplate {
  const print = new TemplateCompiler(file, partialOf).all(nodes);
  return (view, variables) =>
    print({ view, outer: null, loop: null, variables });
}

class TemplateCompiler {
  readonly #file: string;
  readonly #partialOf: (name: string) => RenderTemplate;

  constructor(file: string, partialOf: (name: string) => RenderTemplate) {
    this.#file = file;
    this.#partialOf = partialOf;
  }

  all(nodes: readonly TemplateNode[]): Print {
    const prints = nodes.map((node) => this.#node(node));
    const [first, second] = prints;
    if (first === undefined) return () => "";
    if (second === undefined) return first;
    return (frame) => {
      let text = "";
      for (const print of prints) text += print(frame);
      return text;
    };
  }

  #node(node: TemplateNode): Print {
    switch (node.kind) {
      case "text":
        return () => node.text;
      case "print":
        return this.#print(node.path);
      case "block":
        return this.#block(node);
      case "partial":
        return this.#partial(node);
      case "break": {
        const mark = layoutMarks[node.mark];
        return () => mark;
      }
      case "layout":
        return this.#layout(node);
      case "wrong":
        throw new Error(`unchecked template: ${node.message}`);
      default:
        return assertNever(node);
    }
  }

  #print(path: TemplatePath): Print {
    const read = this.#path(path);
    return (frame) => {
      const value = read(frame);
      return typeof value === "string" ? value : printedText(value);
    };
  }

  #block({ helper, path, body, otherwise }: BlockNode): Print {
    const read = this.#path(path);
    const inside = this.all(body);
    const outside = this.all(otherwise ?? []);
    switch (helper) {
      case "each":
        return printEach(read, inside, outside);
      case "if":
        return (frame) => (isFalsy(read(frame)) ? outside : inside)(frame);
      case "unless":
        return (frame) => (isFalsy(read(frame)) ? inside : outside)(frame);
      case "with":
        return (frame) => {
          const view = read(frame);
          if (isFalsy(view) && view !== 0) return outside(frame);
          const { loop, variables } = frame;
          return inside({ view, outer: frame, loop, variables });
        };
      default:
        return assertNever(helper);
    }
  }

  #layout({ helper, body, otherwise }: LayoutNode): Print {
    const inside = this.all(body);
    const start = layoutMarks[`${helper}Start`];
    const end = layoutMarks[`${helper}End`];
    if (otherwise === null) return (frame) => start + inside(frame) + end;
    const flat = this.all(otherwise);
    return (frame) =>
      start + inside(frame) + layoutMarks.otherwise + flat(frame) + end;
  }

  #partial({ name, path, indent }: PartialNode): Print {
    const read = this.#path(path);
    let render: RenderTemplate | null = null;
    return (frame) => {
      render ??= this.#partialOf(name);
      const text = render(read(frame), frame.variables);
      return indent === "" ? text : indentLines(text, indent);
    };
  }

  #path(path: TemplatePath): Read {
    const { depth, parts } = path;
    const [first = "", ...more] = parts;
    if (path.isVariable) {
      if (loopNames.has(path.parts.join("."))) return readLoopVariable(path);
      return ({ variables }) => {
        let value: unknown = variables[first];
        for (const part of more) value = this.#field(value, part, path);
        return value;
      };
    }
    if (depth === 0 && parts.length === 0) return (frame) => frame.view;
    if (depth === 0 && parts.length === 1) {
      return ({ view }) => this.#field(view, first, path);
    }
    return (frame) => {
      let from: Frame = frame;
      for (let step = 0; step < depth; step++) from = from.outer ?? from;
      let value = from.view;
      for (const part of parts) value = this.#field(value, part, path);
      return value;
    };
  }

  /** A checked template can still read a field of a view that is null. */
  #field(view: unknown, part: string, { original, place }: TemplatePath) {
    if (typeof view === "object" && view !== null) {
      // what `__proto__` or `constructor` would find on every object is not in the view
      return Object.hasOwn(view, part) || !(part in Object.prototype)
        ? (view as Readonly<Record<string, unknown>>)[part] // its own, or a getter of its class
        : undefined;
    }
    throw inputError(
      "pack/wrong-template",
      { file: this.#file, ...place },
      `${original} reads ${JSON.stringify(part)} of a view that is absent`,
      "use {{#if}} or {{#with}} before you read fields of an optional view",
    );
  }
}

/** The frame of a loop is changed, not created, for each item: nothing outlives an iteration. */
function printEach(read: Read, inside: Print, outside: Print): Print {
  return (frame) => {
    const list = read(frame);
    if (!Array.isArray(list) || list.length === 0) return outside(frame);
    const loop: LoopState = {
      index: 0,
      length: list.length,
      outer: frame.loop,
    };
    const { variables } = frame;
    const inner: Frame = { view: null, outer: frame, loop, variables };
    let text = "";
    for (let index = 0; index < list.length; index++) {
      loop.index = index;
      inner.view = list[index];
      text += inside(inner);
    }
    return text;
  };
}

const loopNames: ReadonlySet<string> = new Set(["index", "first", "last"]);

function readLoopVariable({ depth, parts }: TemplatePath): Read {
  const [name] = parts;
  return (frame) => {
    let loop = frame.loop;
    for (let step = 0; step < depth; step++) loop = loop?.outer ?? null;
    if (loop === null) return undefined;
    if (name === "index") return loop.index;
    if (name === "first") return loop.index === 0;
    return loop.index === loop.length - 1;
  };
}

/** Handlebars treats an empty list as false. */
function isFalsy(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

/** An absent value prints nothing. The check admits texts and numbers only. */
function printedText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/**
 * Indents each line, empty ones too, as Handlebars does; but not what follows the last
 * line end.
 * @see https://spec.mustache.dev/ ("Standalone Indentation" of partials)
 */
function indentLines(text: string, indent: string): string {
  if (text === "") return "";
  const indented = indent + text.replaceAll("\n", `\n${indent}`);
  return text.endsWith("\n") ? indented.slice(0, -indent.length) : indented;
}
