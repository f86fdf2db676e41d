// YAML → its document. The library compares keys as YAML does, where `1` and `"1"` are
// two keys; as an object of JavaScript both are "1", and one would be lost.

import {
  type Document,
  type DocumentOptions,
  isAlias,
  isNode,
  isScalar,
  LineCounter,
  type ParseOptions,
  parseDocument,
  Scalar,
  type SchemaOptions,
  visit,
  type YAMLMap,
} from "yaml";

/** A text that is not YAML, or that has a key twice. Offsets are in its text. */
export interface YamlFault {
  readonly kind: "repeatedKey" | "syntax";
  readonly message: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface ParsedYaml {
  readonly document: Document;
  readonly faults: readonly YamlFault[];
}

/** Keys of the document become text: `200`, `1.10` and `null` as they are written. */
export function parseYaml(
  text: string,
  options: DocumentOptions & ParseOptions & SchemaOptions = {},
): ParsedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    ...options,
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false, // compared here, and not each with all others
  });
  const faults: YamlFault[] = document.errors.map(({ message, pos }) =>
    faultAt("syntax", message, pos[0], lineCounter),
  );
  if (faults.length === 0) {
    visit(document, {
      Map(_key, map) {
        for (const [key, offset] of repeatedKeys(map, document)) {
          const message = `the key ${JSON.stringify(key)} appears twice in one map`;
          faults.push(faultAt("repeatedKey", message, offset, lineCounter));
        }
      },
    });
  }
  return { document, faults };
}

/** The value of a small file of the user's own; throws the first fault, with its line. */
export function readYaml(text: string): unknown {
  const { document, faults } = parseYaml(text);
  const [fault] = faults;
  if (fault === undefined) return document.toJS();
  const { message, line, column } = fault;
  throw new SyntaxError(`${message} (line ${line}, column ${column})`);
}

function faultAt(
  kind: YamlFault["kind"],
  message: string,
  offset: number,
  lineCounter: LineCounter,
): YamlFault {
  const { line, col } = lineCounter.linePos(offset);
  return { kind, message, line, column: col };
}

/** Each with the offset of the second one. */
function repeatedKeys(
  { items }: YAMLMap,
  document: Document,
): [key: string, offset: number][] {
  const known = new Set<string>();
  return items.flatMap(({ key }): [string, number][] => {
    const text = settleKey(key, document);
    if (text === null) return [];
    if (!known.has(text)) {
      known.add(text);
      return [];
    }
    return [[text, (isNode(key) ? key.range?.[0] : null) ?? 0]];
  });
}

/**
 * The key as text, which a plain scalar is made to be; null for a merge key (`<<`). One
 * with an anchor may be used as a value as well, and stays as it is.
 */
function settleKey(key: unknown, document: Document): string | null {
  const scalar = isAlias(key) ? key.resolve(document) : key;
  if (!isScalar(scalar)) return String(scalar);
  const { value, type, source = "", anchor } = scalar;
  if (typeof value === "symbol") return null;
  if (typeof value === "string") return value;
  if (type !== Scalar.PLAIN || anchor !== undefined) return String(value ?? "");
  scalar.value = source;
  return source;
}
