// Files with our header, and no manifest → those that a run wrote. The header alone does
// not show it, as a copy that the user made and edited has it too. But a run writes
// files that refer to one another, from an index down, and the index on disk is still
// that of the last run: it refers to no copy, nor to a file that became the user's.

import { extname } from "node:path";
import type { FileTraces } from "../targets/target.js";
import { hasHeader } from "./header.js";

/** `found`: path → text. Returns some of the entries. */
export function findGenerated(
  found: ReadonlyMap<string, string>,
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
    const stray = found.get(path);
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
