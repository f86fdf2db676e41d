// Finds partials that call themselves with the same view. A view is a finite tree, so
// that recursion ends if each cycle of calls passes a part of the view at least once.
// The templates alone determine this: it does not depend on the views.

import { assertNever } from "../ir/assert-never.js";
import type { ParsedPack } from "./parse-pack.js";
import type {
  PartialNode,
  TemplateNode,
  TemplatePath,
} from "./template-tree.js";

/** A call that closes a cycle. */
export interface EndlessCall {
  /** The partial that contains the call. */
  readonly caller: string;
  readonly call: PartialNode;
  /** The names of the partials: `["a", "b", "a"]`. */
  readonly cycle: readonly string[];
}

/** A view inside a partial: its own view or a part of it. */
interface ViewScope {
  readonly isPart: boolean;
  readonly outer: ViewScope | null;
}

/** Returns one call of each cycle, in the order of the partials. */
export function findEndlessCalls({ pack, nodesOf }: ParsedPack): EndlessCall[] {
  const calls = new Map<string, readonly PartialNode[]>();
  for (const [name, partial] of pack.partials) {
    const scope = { isPart: false, outer: null };
    calls.set(name, [...callsWithSameView(nodesOf(partial), scope)]);
  }
  const endless: EndlessCall[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (caller: string) => {
    if (done.has(caller)) return;
    trail.push(caller);
    for (const call of calls.get(caller) ?? []) {
      const start = trail.indexOf(call.name);
      if (start < 0) visit(call.name);
      else {
        const cycle = [...trail.slice(start), call.name];
        endless.push({ caller, call, cycle });
      }
    }
    trail.pop();
    done.add(caller);
  };
  for (const name of calls.keys()) visit(name);
  return endless;
}

/** Yields the calls that pass on the partial's own view. */
function* callsWithSameView(
  nodes: readonly TemplateNode[],
  scope: ViewScope,
): Generator<PartialNode> {
  for (const node of nodes) {
    switch (node.kind) {
      case "block": {
        const { helper, path, body, otherwise } = node;
        const isPart = helper === "each" || isPartOfView(path, scope);
        const enters = helper === "each" || helper === "with";
        const inside = enters ? { isPart, outer: scope } : scope;
        yield* callsWithSameView(body, inside);
        yield* callsWithSameView(otherwise ?? [], scope);
        break;
      }
      case "layout":
        yield* callsWithSameView(node.body, scope);
        yield* callsWithSameView(node.otherwise ?? [], scope);
        break;
      case "partial":
        if (!isPartOfView(node.path, scope)) yield node;
        break;
      case "break":
      case "print":
      case "text":
      case "wrong":
        break;
      default:
        assertNever(node);
    }
  }
}

/**
 * A path that leaves the view is an error of its own, and no call. A variable, such as
 * `@options`, is the same in each call.
 */
function isPartOfView(path: TemplatePath, scope: ViewScope): boolean {
  if (path.isVariable) return false;
  let from: ViewScope | null = scope;
  for (let depth = 0; depth < path.depth; depth++) from = from?.outer ?? null;
  return from === null || from.isPart || path.parts.length > 0;
}
