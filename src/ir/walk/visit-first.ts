// Visits the nodes of a graph in post-order: each node after its successors.
// Iterative, because a chain of schemas can be longer than the call stack.

/**
 * Calls `settle` once for each node that can be reached from `starts`. In a
 * cycle, one node is visited before one of its successors.
 */
export function visitFirst(
  starts: Iterable<string>,
  next: (node: string) => Iterable<string>,
  settle: (node: string) => void,
): void {
  const done = new Set<string>();
  for (const start of starts) visitFrom(start, next, settle, done);
}

function visitFrom(
  start: string,
  next: (node: string) => Iterable<string>,
  settle: (node: string) => void,
  done: Set<string>,
): void {
  const open = new Set<string>();
  const pending = [start];
  for (let node = pending.at(-1); node !== undefined; node = pending.at(-1)) {
    if (open.has(node) || done.has(node)) {
      pending.pop();
      if (!done.has(node)) settle(node);
      done.add(node);
      continue;
    }
    open.add(node);
    for (const successor of next(node)) {
      if (!done.has(successor) && !open.has(successor)) pending.push(successor);
    }
  }
}
