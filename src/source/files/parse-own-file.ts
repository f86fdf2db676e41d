// The text of a small YAML or JSON file of the user's own (a config, a pin, a pack, facts,
// samples) → plain values that every step can follow down.

import { parseJson, RepeatedKeyError } from "../text/parse-json.js";
import { parseYaml } from "../text/parse-yaml.js";
import { describeRepeatedKey, type RepeatedKey } from "../text/repeated-key.js";

/** Far more than any such file needs. */
const deepestOwnFile = 500;

/** Where in the file: `pointer` as in `Location` of diagnostics. */
interface Place {
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

export class ParseFailure extends Error {
  constructor(
    message: string,
    readonly place: Place = {},
  ) {
    super(message);
    this.name = "ParseFailure";
  }
}

/** Throws `ParseFailure`. */
export function parseOwnYaml(text: string): unknown {
  try {
    // The library would print warnings by itself.
    const parsed = parseYaml(text, { logLevel: "error" });
    const [fault] = parsed.faults;
    if (fault !== undefined) {
      const { message, line, column } = fault;
      const at = { line, column };
      throw new ParseFailure(`this is not YAML: ${explain(message)}`, at);
    }
    requireUniqueKeys(parsed.repeatedKeys);
    return requireOwnTree(parsed.document.toJS());
  } catch (error) {
    if (error instanceof RangeError) throw new ParseFailure(ownFileTooDeep);
    // What the library throws for aliases that stand for too much, and for merge keys.
    if (!(error instanceof Error) || error instanceof ParseFailure) throw error;
    throw new ParseFailure(`this is not YAML: ${error.message}`);
  }
}

/** Reports the first: such a file is small. */
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

/** The library reports the end of the stack as an error of the text. */
function explain(message: string): string {
  return /call stack/.test(message) ? ownFileTooDeep : message;
}

/** Throws `ParseFailure`. */
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
