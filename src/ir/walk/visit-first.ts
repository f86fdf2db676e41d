// A graph → each node after those that it leads to, without recursion: a chain of
// schemas can be longer than the stack.

/** Calls `settle` once for each node; of a circle, one node comes too early. */
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
    for (const one of next(node)) {
      if (!done.has(one) && !open.has(one)) pending.push(one);
    }
  }
}
