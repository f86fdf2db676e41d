// Breaks the lines of rendered text. A template writes control characters around what
// belongs together (a group) and where a line may break; this file replaces them with
// spaces, line ends and indents, as Prettier's printer does with its documents.

import { textWidth } from "../languages/typescript/text-width.js";

/**
 * The marks that a template writes. Text of a document never contains these characters: it is
 * escaped for its position.
 */
export const layoutMarks = {
  groupStart: "\u0001",
  groupEnd: "\u0002",
  indentStart: "\u0003",
  indentEnd: "\u0004",
  /** A space, or a line break if the group is broken. */
  line: "\u0005",
  /** Nothing, or a line break if the group is broken. */
  softline: "\u0006",
  /** A line break, which also breaks all groups around it. */
  hardline: "\u000e",
  /** The following text is printed in a broken group only; after `otherwise`, in other groups. */
  ifBreakStart: "\u000f",
  otherwise: "\u0010",
  ifBreakEnd: "\u0011",
  /** A space and what follows, which begins on a line of its own if its start does not fit. */
  assignStart: "\u0012",
  assignEnd: "\u0013",
} as const;

export interface LayoutOptions {
  /** In terminal columns. */
  readonly width: number;
  /** One level. */
  readonly indent: string;
}

type LayoutPart =
  | { readonly kind: "text"; readonly text: string }
  /** Text outside of all groups, with its line ends: most of a file. */
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "newline" | "line" | "softline" | "hardline" }
  | OpenLayout;

/** `otherwise` is used by `ifBreak` only; `isBroken` by groups only. */
interface OpenLayout {
  readonly kind: "assign" | "group" | "indent" | "ifBreak" | "root";
  readonly parts: LayoutPart[];
  readonly otherwise: LayoutPart[];
  isBroken: boolean;
}

/** Parts to print, from an index on; with the mode of the group around them. */
interface PrintTask {
  readonly parts: readonly LayoutPart[];
  next: number;
  readonly isBroken: boolean;
  readonly level: number;
}

const startMarks = new Map<string, OpenLayout["kind"]>([
  [layoutMarks.groupStart, "group"],
  [layoutMarks.indentStart, "indent"],
  [layoutMarks.ifBreakStart, "ifBreak"],
  [layoutMarks.assignStart, "assign"],
]);

const endMarks = new Map<string, OpenLayout["kind"]>([
  [layoutMarks.groupEnd, "group"],
  [layoutMarks.indentEnd, "indent"],
  [layoutMarks.ifBreakEnd, "ifBreak"],
  [layoutMarks.assignEnd, "assign"],
]);

/** What only `ifBreak` has: never changed. */
const nothing: LayoutPart[] = [];

const allMarks = Object.values(layoutMarks).join("");
const markPattern = new RegExp(`[${allMarks}]`);
const markCodes = new Set([...allMarks].map((mark) => mark.charCodeAt(0)));
const newlineCode = "\n".charCodeAt(0);
const longestMarkCode = Math.max(...markCodes);

/** Returns true for text that only `layoutText` can print. */
export function hasLayoutMarks(text: string): boolean {
  return markPattern.test(text);
}

/**
 * Returns the text without marks; unchanged if it has none. Lines of a group are
 * indented like the line on which the outermost group starts.
 * @throws Error for marks that do not match; the check of templates prevents them
 * @see https://homepages.inf.ed.ac.uk/wadler/papers/prettier/prettier.pdf
 */
export function layoutText(text: string, options: LayoutOptions): string {
  return hasLayoutMarks(text)
    ? new LinePrinter(options).print(readParts(text))
    : text;
}

function readParts(text: string): OpenLayout {
  const root = containerOf("root");
  const open: { container: OpenLayout; into: LayoutPart[] }[] = [];
  let container = root;
  let into = root.parts;
  const enter = (kind: OpenLayout["kind"]) => {
    const inner = containerOf(kind);
    into.push(inner);
    open.push({ container, into });
    container = inner;
    into = inner.parts;
  };
  const leave = (kind: OpenLayout["kind"]) => {
    const outer = open.pop();
    if (container.kind !== kind || outer === undefined) {
      throw new Error(`layout marks do not match: ${container.kind}, ${kind}`);
    }
    // a group around a broken group is broken
    if (container.isBroken) outer.container.isBroken = true;
    ({ container, into } = outer);
  };
  for (let at = 0, end = 0; at < text.length; at = end) {
    const inGroup = open.length > 0;
    end = endOfText(text, at, inGroup);
    if (end > at) {
      const kind = inGroup ? "text" : "verbatim";
      into.push({ kind, text: text.slice(at, end) });
      continue;
    }
    const token = text.charAt(end++);
    const starts = startMarks.get(token);
    const ends = endMarks.get(token);
    if (starts !== undefined) enter(starts);
    else if (ends !== undefined) leave(ends);
    else if (token === layoutMarks.otherwise) into = container.otherwise;
    else {
      const part = breakParts.get(token);
      if (part === undefined) throw new Error("unknown layout mark");
      if (isForcedBreak(part)) container.isBroken = true;
      into.push(part);
    }
  }
  if (container !== root) throw new Error(`a ${container.kind} does not end`);
  return root;
}

/** Where the next mark is; in groups, or the next line end. */
function endOfText(text: string, start: number, inGroup: boolean): number {
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > longestMarkCode) continue;
    if (code === newlineCode ? inGroup : markCodes.has(code)) return end;
  }
  return text.length;
}

/** A line end breaks all groups around it. */
function isForcedBreak({ kind }: LayoutPart): boolean {
  return kind === "hardline" || kind === "newline";
}

const breakParts = new Map<string, LayoutPart>([
  [layoutMarks.line, { kind: "line" }],
  [layoutMarks.softline, { kind: "softline" }],
  [layoutMarks.hardline, { kind: "hardline" }],
  ["\n", { kind: "newline" }],
]);

function containerOf(kind: OpenLayout["kind"]): OpenLayout {
  const otherwise = kind === "ifBreak" ? [] : nothing;
  return { kind, parts: [], otherwise, isBroken: false };
}

/** What an assignment prints if it stays on its line. */
const spaceGroup: OpenLayout = {
  ...containerOf("group"),
  parts: [{ kind: "line" }],
};

class LinePrinter {
  readonly #options: LayoutOptions;
  readonly #tasks: PrintTask[] = [];
  readonly #lines: string[] = [];
  /** The current line, and its width. */
  #line = "";
  #column = 0;
  /** White space at the start of the line of the outermost group. */
  #base = "";

  constructor(options: LayoutOptions) {
    this.#options = options;
  }

  print(root: OpenLayout): string {
    this.#push(root.parts, true, 0);
    for (let task = this.#tasks.at(-1); task; task = this.#tasks.at(-1)) {
      const part = task.parts[task.next++];
      if (part === undefined) this.#tasks.pop();
      else this.#part(part, task);
    }
    this.#lines.push(this.#line);
    return this.#lines.join("\n");
  }

  #push(parts: readonly LayoutPart[], isBroken: boolean, level: number): void {
    this.#tasks.push({ parts, next: 0, isBroken, level });
  }

  #part(part: LayoutPart, { isBroken, level }: PrintTask): void {
    switch (part.kind) {
      case "text":
        this.#line += part.text;
        this.#column += textWidth(part.text);
        return;
      case "verbatim":
        this.#verbatim(part.text);
        return;
      case "newline":
        this.#break(this.#line, "");
        return;
      case "line":
      case "softline":
      case "hardline":
        if (isBroken || part.kind === "hardline") this.#breakAt(level);
        else if (part.kind === "line") {
          this.#line += " ";
          this.#column++;
        }
        return;
      case "indent":
      case "root":
        this.#push(part.parts, isBroken, level + 1);
        return;
      case "ifBreak":
        this.#push(isBroken ? part.parts : part.otherwise, isBroken, level);
        return;
      case "assign":
        this.#startBase();
        this.#assign(part, isBroken, level);
        return;
      case "group":
        this.#startBase();
        this.#push(
          part.parts,
          part.isBroken || (isBroken && !this.#fits(part)),
          level,
        );
    }
  }

  #verbatim(text: string): void {
    const end = text.lastIndexOf("\n");
    if (end >= 0) this.#break(this.#line + text.slice(0, end), "");
    const last = text.slice(end + 1);
    this.#line += last;
    this.#column += textWidth(last);
  }

  #startBase(): void {
    if (this.#tasks.length > 1) return;
    this.#base = /^[ \t]*/.exec(this.#line)?.[0] ?? "";
  }

  /** Prettier's layout "fluid": `group(indent(line), { id })`, `indentIfBreak(parts, { id })`. */
  #assign({ parts }: OpenLayout, isBroken: boolean, level: number): void {
    this.#push(parts, isBroken, level);
    if (isBroken && !this.#fits(spaceGroup)) {
      this.#tasks.pop();
      this.#push(parts, isBroken, level + 1);
      this.#breakAt(level + 1);
      return;
    }
    this.#line += " ";
    this.#column++;
  }

  #breakAt(level: number): void {
    const indent = this.#base + this.#options.indent.repeat(level);
    // The look-behind keeps time linear: spaces within the line are tried once, not each
    this.#break(this.#line.replace(/(?<![ \t])[ \t]+$/, ""), indent);
  }

  #break(line: string, indent: string): void {
    this.#lines.push(line);
    this.#line = indent;
    this.#column = textWidth(indent);
  }

  /** True if the group fits on the line, with what follows up to the next line break. */
  #fits(group: OpenLayout): boolean {
    let rest = this.#options.width - this.#column;
    let outer = this.#tasks.length - 1;
    // a space at the end of a line takes no room
    let space = 0;
    const tasks: PrintTask[] = [
      { parts: group.parts, next: 0, isBroken: false, level: 0 },
    ];
    while (rest >= 0) {
      const task = tasks.at(-1);
      if (task === undefined) {
        const following = this.#tasks[outer--];
        if (following === undefined) return true;
        tasks.push({ ...following });
        continue;
      }
      const part = task.parts[task.next++];
      if (part === undefined) {
        tasks.pop();
        continue;
      }
      const { isBroken } = task;
      switch (part.kind) {
        case "text":
        case "verbatim": {
          const end = part.text.indexOf("\n");
          const start = end < 0 ? part.text : part.text.slice(0, end);
          rest -= space + textWidth(start);
          space = 0;
          if (end >= 0) return rest >= 0;
          break;
        }
        case "newline":
        case "hardline":
          return true;
        case "line":
        case "softline":
          if (isBroken) return true;
          if (part.kind === "line") space = 1;
          break;
        case "assign":
          if (isBroken) return true;
          space = 1;
          tasks.push(flatTask(part, isBroken));
          break;
        case "group":
        case "ifBreak":
        case "indent":
        case "root":
          tasks.push(flatTask(part, isBroken));
      }
    }
    return false;
  }
}

/** What a measured line prints of a part: in a group that must break, what is broken. */
function flatTask(part: OpenLayout, isOuterBroken: boolean): PrintTask {
  const isBroken = isOuterBroken || (part.kind === "group" && part.isBroken);
  const isOtherwise = part.kind === "ifBreak" && !isBroken;
  const parts = isOtherwise ? part.otherwise : part.parts;
  return { parts, next: 0, isBroken, level: 0 };
}
