// A valid regular expression with the flag `u` → its structure, for generating
// samples, for matching in bounded time and for finding exponential
// backtracking.

import { assertNever } from "../../assert-never.js";

export type PatternNode =
  /** One character: `a`, `\w`, `[^0-9]`, `.`. */
  | { readonly kind: "atom"; readonly source: string }
  /** A position between characters: `^`, `$`, `\b`, `\B`. */
  | { readonly kind: "edge"; readonly source: string }
  /** Not regular: a backreference, or a lookaround with its content. */
  | { readonly kind: "other"; readonly inner: PatternNode | null }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly least: number;
      readonly most: number;
    };

/** The maximum nesting of groups, since the readers of the structure are recursive. */
const deepestPattern = 200;

interface Group {
  readonly looks: boolean;
  readonly choices: PatternNode[][];
}

/** Null if groups are nested too deeply. */
export function parsePattern(pattern: string): PatternNode | null {
  const groups: Group[] = [{ looks: false, choices: [[]] }];
  const token = createTokenizer(pattern);
  for (let next = token(); next !== null; next = token()) {
    const group = groups.at(-1);
    const sequence = group?.choices.at(-1);
    if (group === undefined || sequence === undefined) return null;
    if (next.startsWith("(")) {
      groups.push({ looks: /^\(\?<?[=!]/.test(next), choices: [[]] });
    } else if (next === ")") {
      groups.pop();
      const outer = groups.at(-1)?.choices.at(-1);
      if (outer === undefined) return null;
      const inner = choiceOf(group);
      outer.push(group.looks ? { kind: "other", inner } : inner);
    } else if (next === "|") {
      group.choices.push([]);
    } else if (/^[*+?{]/.test(next)) {
      const item = sequence.pop();
      if (item === undefined) return null;
      sequence.push(repeatOf(item, next));
    } else {
      sequence.push(nodeOf(next));
    }
  }
  const [whole, ...others] = groups;
  if (whole === undefined || others.length > 0) return null;
  const node = choiceOf(whole);
  return isDeeper(node, deepestPattern) ? null : node;
}

/** True if it has no backreference or lookaround, which need a backtracking engine. */
export function isRegular(node: PatternNode): boolean {
  switch (node.kind) {
    case "other":
      return false;
    case "sequence":
    case "choice":
      return node.items.every(isRegular);
    case "repeat":
      return isRegular(node.item);
    case "atom":
    case "edge":
      return true;
    default:
      return assertNever(node);
  }
}

/** Simplifies groups of one item, so that 5,000 parentheses around `a` are just `a`. */
function choiceOf({ choices }: Group): PatternNode {
  const items = choices.map((items): PatternNode => {
    const [only] = items;
    return only !== undefined && items.length === 1
      ? only
      : { kind: "sequence", items };
  });
  const [only] = items;
  return only !== undefined && items.length === 1
    ? only
    : { kind: "choice", items };
}

function repeatOf(item: PatternNode, quantifier: string): PatternNode {
  const [, least = "", comma, most = ""] =
    /^\{(\d+)(,(\d*))?\}/.exec(quantifier) ?? [];
  const [from, to] = quantifier.startsWith("*")
    ? [0, Number.POSITIVE_INFINITY]
    : quantifier.startsWith("+")
      ? [1, Number.POSITIVE_INFINITY]
      : quantifier.startsWith("?")
        ? [0, 1]
        : [
            Number(least),
            comma === undefined
              ? Number(least)
              : most === ""
                ? Number.POSITIVE_INFINITY
                : Number(most),
          ];
  return { kind: "repeat", item, least: from, most: to };
}

function nodeOf(source: string): PatternNode {
  if (["^", "$", "\\b", "\\B"].includes(source))
    return { kind: "edge", source };
  return /^\\[1-9k]/.test(source)
    ? { kind: "other", inner: null }
    : { kind: "atom", source };
}

const tokens = [
  String.raw`\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?`,
  String.raw`[*+?]\??|\{\d+(?:,\d*)?\}\??`,
  String.raw`\[(?:\\[\s\S]|[^\\\]])*\]`,
  String.raw`\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|[1-9]\d*|[\s\S])`,
  String.raw`[\s\S]`,
].join("|");

function createTokenizer(pattern: string): () => string | null {
  const expression = new RegExp(tokens, "uy");
  return () => expression.exec(pattern)?.[0] ?? null;
}

function isDeeper(node: PatternNode, levels: number): boolean {
  if (levels === 0) return true;
  switch (node.kind) {
    case "sequence":
    case "choice":
      return node.items.some((item) => isDeeper(item, levels - 1));
    case "repeat":
      return isDeeper(node.item, levels - 1);
    case "other":
      return node.inner !== null && isDeeper(node.inner, levels - 1);
    case "atom":
    case "edge":
      return false;
    default:
      return assertNever(node);
  }
}
