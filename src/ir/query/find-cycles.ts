// Which steps of a graph are on a way back to where they start: what holds itself by
// such a step has no size, and a language in which values are held in place needs a
// pointer there.

/**
 * Whether the step from one node to another is on a circle. All steps of a circle are
 * told, and not the fewest that would break it: so a new node changes nothing elsewhere.
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
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      components.set(one, number);
      if (one === node) break;
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
