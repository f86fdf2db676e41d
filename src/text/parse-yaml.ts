// YAML → its document. The library compares keys as YAML does, where `1` and `"1"` are
// two keys; as an object of JavaScript both are "1", and one would be lost.

import {
  type Document,
  type DocumentOptions,
  isAlias,
  isCollection,
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

/** Throws `RangeError` for what is nested too deeply. Keys of the document become text: `200`, `1.10` and `null` as they are written. */
export function parseYaml(
  text: string,
  options: DocumentOptions & ParseOptions & SchemaOptions = {},
): ParsedYaml {
  // At the end of the stack an engine may end the process, rather than throw.
  if (/(?:[?-][ \t]+){300}/.test(text)) {
    throw new RangeError("keys and lists are nested too deeply on one line");
  }
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
        for (const offset of collectionKeys(map, document)) {
          const message = "a key must be a scalar, not a map or a list";
          faults.push(faultAt("syntax", message, offset, lineCounter));
        }
        if (faults.length > 0) return visit.BREAK;
        for (const [key, offset] of repeatedKeys(map, document)) {
          const message = `the key ${JSON.stringify(key)} appears twice in one map`;
          faults.push(faultAt("repeatedKey", message, offset, lineCounter));
        }
        return undefined;
      },
    });
  }
  return { document, faults };
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

/**
 * JSON has no such keys, and the library writes each out as text: a key within a key, 30
 * deep, would take minutes.
 */
function collectionKeys({ items }: YAMLMap, document: Document): number[] {
  return items.flatMap(({ key }) => {
    const node = isAlias(key) ? key.resolve(document) : key;
    if (!isCollection(node)) return [];
    return [(isNode(key) ? key.range?.[0] : null) ?? 0];
  });
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
