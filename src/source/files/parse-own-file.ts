// Parses a small YAML or JSON file that the user wrote (config, pin, template pack,
// presence facts, fixtures) into plain values. They are a finite tree that any function
// can recurse into.

import { parseJson, RepeatedKeyError } from "../text/parse-json.js";
import { parseYaml } from "../text/parse-yaml.js";
import { describeRepeatedKey, type RepeatedKey } from "../text/repeated-key.js";

/** Levels of nesting; far more than such a file needs. */
const deepestOwnFile = 500;

/** A position in the file; `pointer` is as in the `Location` of a diagnostic. */
interface FilePosition {
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The text cannot be used; `message` says why, without the file's name. */
export class ParseFailure extends Error {
  constructor(
    message: string,
    readonly place: FilePosition = {},
  ) {
    super(message);
    this.name = "ParseFailure";
  }
}

/** @throws ParseFailure */
export function parseOwnYaml(text: string): unknown {
  try {
    // At its default level, the library prints warnings to the console.
    const parsed = parseYaml(text, { logLevel: "error" });
    const [error] = parsed.faults;
    if (error !== undefined) {
      const { message, line, column } = error;
      const at = { line, column };
      throw new ParseFailure(`this is not YAML: ${explain(message)}`, at);
    }
    requireUniqueKeys(parsed.repeatedKeys);
    return requireOwnTree(parsed.document.toJS());
  } catch (error) {
    if (error instanceof RangeError) throw new ParseFailure(ownFileTooDeep);
    // The library throws an `Error` for merge keys that are wrong, and for aliases that
    // expand to too many values.
    if (!(error instanceof Error) || error instanceof ParseFailure) throw error;
    throw new ParseFailure(`this is not YAML: ${error.message}`);
  }
}

/** Reports the first repeated key only, which is enough for a small file. */
function requireUniqueKeys([key]: readonly RepeatedKey[]): void {
  if (key === undefined) return;
  const { place, line, column } = key;
  const tokens = place.map((token) =>
    String(token).replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  const pointer = ["#", ...tokens].join("/");
  const message = describeRepeatedKey(key);
  throw new ParseFailure(message, { pointer, line, column });
}

/** The library reports a stack overflow as a syntax error of the text. */
function explain(message: string): string {
  return /call stack/.test(message) ? ownFileTooDeep : message;
}

/** @throws ParseFailure */
export function parseOwnJson(text: string): unknown {
  try {
    return requireOwnTree(parseJson(text.replace(/^\ufeff/, "")));
  } catch (error) {
    if (error instanceof RepeatedKeyError) requireUniqueKeys(error.keys);
    if (!(error instanceof SyntaxError)) throw error;
    throw new ParseFailure(`this is not JSON: ${error.message}`);
  }
}

const ownFileTooDeep = `it contains itself, or is nested more than ${deepestOwnFile} levels deep`;

function requireOwnTree(root: unknown): unknown {
  const isFollowable = (value: unknown, levels: number): boolean => {
    if (typeof value !== "object" || value === null) return true;
    return (
      levels > 0 &&
      Object.values(value).every((child) => isFollowable(child, levels - 1))
    );
  };
  if (isFollowable(root, deepestOwnFile)) return root;
  throw new ParseFailure(ownFileTooDeep);
}
