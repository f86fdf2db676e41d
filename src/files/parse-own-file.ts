// The text of a small YAML or JSON file of the user's own (a config, a pin, a pack, facts,
// samples) → plain values that every step can follow down.

import { LineCounter, parseDocument } from "yaml";

/** Far more than any such file needs. */
const deepest = 500;

export class ParseFailure extends Error {
  constructor(
    message: string,
    readonly place: { readonly line?: number; readonly column?: number } = {},
  ) {
    super(message);
    this.name = "ParseFailure";
  }
}

/** Throws `ParseFailure`. */
export function parseOwnYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter,
      logLevel: "error", // it would print warnings by itself
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error === undefined) return requireTree(document.toJS());
    const { line, col } = lineCounter.linePos(error.pos[0]);
    // The library reports the end of the stack as an error of the text.
    const isDeep = /call stack/.test(error.message);
    const message = isDeep ? tooDeep : error.message;
    throw new ParseFailure(message, { line, column: col });
  } catch (error) {
    if (error instanceof RangeError) throw new ParseFailure(tooDeep);
    // What the library throws for aliases that stand for too much.
    if (error instanceof ReferenceError) throw new ParseFailure(error.message);
    throw error;
  }
}

/** Throws `ParseFailure`. */
export function parseOwnJson(text: string): unknown {
  try {
    return requireTree(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ParseFailure(error.message);
  }
}

const tooDeep = `it contains itself, or is nested more than ${deepest} deep`;

function requireTree(root: unknown): unknown {
  const isFollowable = (value: unknown, levels: number): boolean => {
    if (typeof value !== "object" || value === null) return true;
    return (
      levels > 0 &&
      Object.values(value).every((child) => isFollowable(child, levels - 1))
    );
  };
  if (isFollowable(root, deepest)) return root;
  throw new ParseFailure(tooDeep);
}
