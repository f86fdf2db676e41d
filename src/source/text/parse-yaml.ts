// Parses YAML so that no key is lost. In YAML, `1` and `"1"` are different keys, but
// both are the property "1" of a JavaScript object.

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

/** A syntax error. */
export interface YamlError extends TextPosition {
  readonly message: string;
}

export interface ParsedYaml {
  readonly document: Document;
  readonly faults: readonly YamlError[];
  /** Empty if there are syntax errors. */
  readonly repeatedKeys: readonly RepeatedKey[];
}

/**
 * Scalar keys become strings as written: `200`, `1.10` and `null`.
 * @throws RangeError for text that is nested too deeply
 */
export function parseYaml(
  text: string,
  options: DocumentOptions & ParseOptions & SchemaOptions = {},
): ParsedYaml {
  // A stack overflow in the library may end the process instead of throwing.
  if (/(?:[?-][ \t]+){300}/.test(text)) {
    throw new RangeError("keys and lists are nested too deeply on one line");
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    ...options,
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false, // compared below; the library compares every pair of keys
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

/** Returns the keys and indexes from the first node to the last. */
function keyPathOf(nodes: readonly unknown[], document: Document): KeyPath {
  return nodes.flatMap((node, index): KeyPath => {
    if (isPair(node)) return [resolveKey(node.key, document) ?? "<<"];
    return isSeq(node) ? [node.items.indexOf(nodes[index + 1])] : [];
  });
}

/**
 * Returns the offsets of keys that are maps or lists. JSON has no such keys, and the
 * library would convert each to text: keys nested 30 deep would take minutes.
 */
function collectionKeys({ items }: YAMLMap, document: Document): number[] {
  return items.flatMap(({ key }) => {
    const node = isAlias(key) ? key.resolve(document) : key;
    if (!isCollection(node)) return [];
    return [(isNode(key) ? key.range?.[0] : null) ?? 0];
  });
}

/** Returns each repeated key with the offset of its first use and of the repetition. */
function repeatedKeys(
  { items }: YAMLMap,
  document: Document,
): [key: string, first: number, second: number][] {
  const offsets = new Map<string, number>();
  return items.flatMap(({ key }): [string, number, number][] => {
    const text = resolveKey(key, document);
    if (text === null) return [];
    const offset = (isNode(key) ? key.range?.[0] : null) ?? 0;
    const first = offsets.get(text);
    if (first !== undefined) return [[text, first, offset]];
    offsets.set(text, offset);
    return [];
  });
}

/**
 * Returns the key as text; null for a merge key (`<<`). Sets the value of a plain
 * scalar to its source text, except with an anchor, since an alias may use it as a
 * value.
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
