// The order in which factories may call each other, such that creating a value
// always terminates: a factory only calls factories of earlier rounds.

import type { Model } from "../ir/model.js";
import { type Strategy, strategies } from "./planner.js";

export interface PlaceInOrder {
  /** The round of a model; its factory only calls those of lower rounds. */
  readonly round: number;
  readonly strategy: Strategy;
}

/** Returns true if values of models for which `isKnown` is true suffice to create one of `model`. */
export type TryModel = (
  model: Model,
  strategy: Strategy,
  isKnown: (name: string) => boolean,
) => boolean;

/**
 * Each round takes all models that only need models of earlier rounds. If
 * there are none, one model is taken with a weaker strategy, which may enable
 * others. A failed model is tried again only after a model that it asked for
 * is taken, so that a chain takes linear time.
 */
export function findMakingOrder(
  models: readonly Model[],
  tryModel: TryModel,
): ReadonlyMap<string, PlaceInOrder> {
  const known = new Map<string, PlaceInOrder>();
  const queues = new Map(
    strategies.map((strategy) => [strategy, createQueue(models.length)]),
  );
  const waiting = new Map<string, (() => void)[]>();

  const attempt = (index: number, strategy: Strategy): Model | null => {
    const model = models[index];
    if (model === undefined || known.has(model.name)) return null;
    const missing = new Set<string>();
    const isMade = tryModel(model, strategy, (name) => {
      if (!known.has(name)) missing.add(name);
      return known.has(name);
    });
    if (isMade) return model;
    const again = () => queues.get(strategy)?.add(index);
    for (const name of missing) {
      const others = waiting.get(name);
      if (others === undefined) waiting.set(name, [again]);
      else others.push(again);
    }
    return null;
  };

  const findNext = (): { models: readonly Model[]; strategy: Strategy } => {
    const whole: Model[] = [];
    const queue = queues.get("whole");
    for (let at = queue?.take(); at !== undefined; at = queue?.take()) {
      const model = attempt(at, "whole");
      if (model !== null) whole.push(model);
    }
    if (whole.length > 0) return { models: whole, strategy: "whole" };
    for (const strategy of strategies.slice(1)) {
      const others = queues.get(strategy);
      for (let at = others?.take(); at !== undefined; at = others?.take()) {
        const model = attempt(at, strategy);
        if (model !== null) return { models: [model], strategy };
      }
    }
    return { models: [], strategy: "any" };
  };

  for (let round = 0; ; round++) {
    const { models: next, strategy } = findNext();
    if (next.length === 0) return known;
    for (const { name } of next) known.set(name, { round, strategy });
    for (const { name } of next) {
      for (const again of waiting.get(name) ?? []) again();
      waiting.delete(name);
    }
  }
}

interface Queue {
  add(index: number): void;
  /** Removes and returns the lowest pending index. */
  take(): number | undefined;
}

/** Creates a queue of the indices below `length`, all pending. */
function createQueue(length: number): Queue {
  const isPending = new Array<boolean>(length).fill(true);
  let lowest = 0;
  return {
    add(index) {
      isPending[index] = true;
      lowest = Math.min(lowest, index);
    },
    take() {
      while (lowest < length && isPending[lowest] !== true) lowest++;
      if (lowest >= length) return undefined;
      isPending[lowest] = false;
      return lowest;
    },
  };
}
