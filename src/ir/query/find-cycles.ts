// The edges of a graph that are part of a cycle. A language that stores values in
// place needs a pointer there: the type would have an infinite size.

/**
 * Returns a function that is true if the edge from one node to another is on a
 * cycle. It reports all edges of a cycle instead of a minimal set that breaks
 * it, so that a new node does not change the result for other nodes.
 */
export function findCycles(
  graph: ReadonlyMap<string, Iterable<string>>,
): (from: string, to: string) => boolean {
  const components = findComponents(graph);
  return (from, to) => {
    const component = components.get(from);
    return component !== undefined && component === components.get(to);
  };
}

interface VisitState {
  readonly node: string;
  readonly pending: Iterator<string>;
}

/**
 * Node → the number of its strongly connected component.
 * @see https://doi.org/10.1137/0201010 Tarjan's algorithm, without recursion
 */
export function findComponents(
  graph: ReadonlyMap<string, Iterable<string>>,
): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const components = new Map<string, number>();
  const enter = (node: string): VisitState => {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    stack.push(node);
    return { node, pending: (graph.get(node) ?? [])[Symbol.iterator]() };
  };
  const lower = (node: string, to: number | undefined) =>
    lowest.set(node, Math.min(lowest.get(node) ?? 0, to ?? 0));
  const leave = (node: string) => {
    if (lowest.get(node) !== order.get(node)) return;
    const number = components.size;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      components.set(member, number);
      if (member === node) break;
    }
  };
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (
      let visit = visits.at(-1);
      visit !== undefined;
      visit = visits.at(-1)
    ) {
      const { node, pending } = visit;
      const next = pending.next();
      if (next.done) {
        visits.pop();
        leave(node);
        const above = visits.at(-1)?.node;
        if (above !== undefined) lower(above, lowest.get(node));
      } else if (!order.has(next.value)) {
        visits.push(enter(next.value));
      } else if (!components.has(next.value)) {
        lower(node, order.get(next.value));
      }
    }
  }
  return components;
}
