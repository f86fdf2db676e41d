// YAML → its document. The library compares keys as YAML does, where `1` and `"1"` are
// two keys; as an object of JavaScript both are "1", and one would be lost.

import {
  type Document,
  type DocumentOptions,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParseOptions,
  parseDocument,
  Scalar,
  type SchemaOptions,
  visit,
  type YAMLMap,
} from "yaml";
import type { KeyPath } from "./key-path.js";
import {
  mostRepeatedKeys,
  type RepeatedKey,
  type TextPosition,
} from "./repeated-key.js";

/** What is not YAML. */
export interface YamlError extends TextPosition {
  readonly message: string;
}

export interface ParsedYaml {
  readonly document: Document;
  readonly faults: readonly YamlError[];
  /** Not looked for where there are faults. */
  readonly repeatedKeys: readonly RepeatedKey[];
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
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const faults: YamlError[] = document.errors.map(({ message, pos }) => ({
    message,
    ...positionAt(pos[0]),
  }));
  const repeated: RepeatedKey[] = [];
  if (faults.length === 0) {
    visit(document, {
      Map(_key, map, above) {
        for (const offset of collectionKeys(map, document)) {
          const message = "a key must be a scalar, not a map or a list";
          faults.push({ message, ...positionAt(offset) });
        }
        if (faults.length > 0) return visit.BREAK;
        for (const [key, first, second] of repeatedKeys(map, document)) {
          if (repeated.length === mostRepeatedKeys) break;
          repeated.push({
            place: [...keyPathOf([...above, map], document), key],
            first: positionAt(first),
            ...positionAt(second),
          });
        }
        return undefined;
      },
    });
  }
  return { document, faults, repeatedKeys: faults.length > 0 ? [] : repeated };
}

/** The keys and indexes that lead from the first node to the last. */
function keyPathOf(nodes: readonly unknown[], document: Document): KeyPath {
  return nodes.flatMap((node, index): KeyPath => {
    if (isPair(node)) return [resolveKey(node.key, document) ?? "<<"];
    return isSeq(node) ? [node.items.indexOf(nodes[index + 1])] : [];
  });
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

/** Each with the offsets of the first one and of the one that repeats it. */
function repeatedKeys(
  { items }: YAMLMap,
  document: Document,
): [key: string, first: number, second: number][] {
  const known = new Map<string, number>();
  return items.flatMap(({ key }): [string, number, number][] => {
    const text = resolveKey(key, document);
    if (text === null) return [];
    const offset = (isNode(key) ? key.range?.[0] : null) ?? 0;
    const first = known.get(text);
    if (first !== undefined) return [[text, first, offset]];
    known.set(text, offset);
    return [];
  });
}

/**
 * The key as text, which a plain scalar is made to be; null for a merge key (`<<`). One
 * with an anchor may be used as a value as well, and stays as it is.
 */
function resolveKey(key: unknown, document: Document): string | null {
  const scalar = isAlias(key) ? key.resolve(document) : key;
  if (!isScalar(scalar)) return String(scalar);
  const { value, type, source = "", anchor } = scalar;
  if (typeof value === "symbol") return null;
  if (typeof value === "string") return value;
  if (type !== Scalar.PLAIN || anchor !== undefined) return String(value ?? "");
  scalar.value = source;
  return source;
}
