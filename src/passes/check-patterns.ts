// Removes regular expressions that a validator should not run, with a warning
// each. A pass of its own, because only targets with run-time checks need it
// and it takes time.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { ModelSet, PatternUse } from "../ir/model.js";
import { backtracks } from "../ir/query/patterns/backtracks.js";
import type { TypeExpr } from "../ir/type-expr.js";
import { mapModelSet } from "../ir/walk/map-model-set.js";

/**
 * Reports and removes patterns that are invalid, too large or too deeply
 * nested; reports patterns that may take exponential time, and keeps them.
 * @see
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3.3
 */
export function checkPatterns(modelSet: ModelSet, report: Report): ModelSet {
  const { file, patterns } = modelSet;
  const removed = new Set<string>();
  for (const use of patterns) {
    if (!isPattern(use, file, report)) removed.add(use.pattern);
  }
  return removed.size === 0
    ? modelSet
    : mapModelSet(modelSet, (type) => withoutPatterns(type, removed));
}

function withoutPatterns(
  type: TypeExpr,
  removed: ReadonlySet<string>,
): TypeExpr {
  if (
    (type.kind !== "string" && type.kind !== "generic") ||
    type.constraints?.pattern === undefined ||
    !removed.has(type.constraints.pattern)
  ) {
    return type;
  }
  const { constraints, ...open } = type;
  const { pattern, ...others } = constraints;
  return Object.keys(others).length === 0
    ? open
    : { ...open, constraints: others };
}

/** False if the pattern has to be removed, after reporting why. */
function isPattern(
  { pattern, pointer }: PatternUse,
  file: string,
  report: Report,
): boolean {
  const shown = JSON.stringify(
    pattern.length > longestShown
      ? `${pattern.slice(0, longestShown)}…`
      : pattern,
  );
  const isDeep = quantifiedDepth(pattern) > deepestQuantified;
  if (isDeep) {
    report(
      createDiagnostic(
        "schema/wrong-pattern",
        { file, pointer },
        `${shown} nests quantifiers more than ${deepestQuantified} deep; validators ignore it`,
        "write it without nested quantifiers",
      ),
    );
    return false;
  }
  try {
    // Engines compile on first use, and then reject valid patterns that are
    // too large.
    new RegExp(pattern, "u").test("");
  } catch (error) {
    const isTooLarge =
      error instanceof Error && /too large/i.test(error.message);
    report(
      createDiagnostic(
        "schema/wrong-pattern",
        { file, pointer },
        isTooLarge
          ? `${shown} is too large to compile; validators ignore it`
          : `${shown} is not a regular expression; validators ignore it`,
        isTooLarge ? "lower its quantifiers, or use maxLength" : undefined,
      ),
    );
    return false;
  }
  if (backtracks(pattern)) {
    report(
      createDiagnostic(
        "schema/slow-pattern",
        { file, pointer },
        `${shown} takes exponential time for some values that do not match`,
      ),
    );
  }
  return true;
}

/** With deeper nesting, an engine takes exponential memory or time, and may crash. */
const deepestQuantified = 50;

/** The maximum nesting of groups that have a quantifier. */
function quantifiedDepth(pattern: string): number {
  const deepest = [0];
  const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|\(|\)(?:[*+?]|\{\d)?/gsu;
  for (const [token] of pattern.matchAll(tokens)) {
    if (token === "(") deepest.push(0);
    if (!token.startsWith(")") || deepest.length < 2) continue;
    const inner = (deepest.pop() ?? 0) + (token.length > 1 ? 1 : 0);
    deepest.push(Math.max(deepest.pop() ?? 0, inner));
  }
  return Math.max(...deepest.slice(0, 1), ...deepest.slice(-1));
}

/** The length after which a message truncates a pattern. */
const longestShown = 200;
