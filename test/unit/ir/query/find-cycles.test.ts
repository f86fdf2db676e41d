// Which steps of a graph are on a circle, against a search for a way back.

import fc from "fast-check";
import { expect, test } from "vitest";
import { findCycles } from "../../../../src/ir/query/find-cycles.js";

const graphs = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  .map((steps) => {
    const graph = new Map<string, string[]>();
    for (const [from, to] of steps) {
      graph.set(`${from}`, [...(graph.get(`${from}`) ?? []), `${to}`]);
    }
    return graph;
  });

test("a step is on a circle where some way leads back", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const isCycle = findCycles(graph);
      for (const [from, tos] of graph) {
        for (const to of tos) {
          expect(isCycle(from, to)).toBe(leads(graph, to, from));
        }
      }
    }),
  );
});

function leads(
  graph: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): boolean {
  const seen = new Set<string>();
  const pending = [from];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...(graph.get(next) ?? []));
  }
  return false;
}
