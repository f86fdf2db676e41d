// Without a manifest, finds the files that a run generated among those with our header.
// The header is not proof: a copy that the user made and edited has it too. But
// generated files import each other, starting at an index, and the index on disk is
// still the one of the last run: it does not import copies.

import { extname } from "node:path";
import type { FileTraces } from "../targets/target.js";
import { hasHeader } from "./header.js";

/**
 * Returns the `candidates` (path → text) that are reachable from the rendered paths and
 * the fixed paths of the targets.
 */
export function findGenerated(
  candidates: ReadonlyMap<string, string>,
  renderedPaths: readonly string[],
  contents: ReadonlyMap<string, string>,
  traces: readonly FileTraces[],
): Map<string, string> {
  const generated = new Map<string, string>();
  const visited = new Set<string>();
  const pending = [...renderedPaths, ...traces.flatMap(({ fixed }) => fixed)];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (visited.has(path)) continue;
    visited.add(path);
    const stray = candidates.get(path);
    if (stray !== undefined) generated.set(path, stray);
    const text = stray ?? contents.get(path);
    if (text === undefined || !hasHeader(text)) continue;
    for (const { extension, readReferences } of traces) {
      if (extname(path) !== extension) continue;
      pending.push(...readReferences(path, text));
    }
  }
  return generated;
}
