// Texts in places of a document, many at once → for each of them whether the document was
// generated, refused, or let the text become more than text.

import type { JsonValue } from "../../src/ir/json-value.js";
import type { OutputCheck } from "./check-output.js";
import type { HostileText } from "./hostile-texts.js";
import { putTexts, type TextPlace } from "./text-places.js";

export interface Trial {
  readonly place: TextPlace;
  readonly text: HostileText;
}

export interface Tally {
  readonly generated: number;
  readonly refused: number;
  /** Each with the place's pointer, the name of the text, and what went wrong. */
  readonly faults: readonly string[];
}

/** More than these are not shown, and looking for each takes a while. */
const maxFaults = 30;

/** Places in which one text or another was refused: tried alone, they spoil no group. */
export type Refusing = Set<TextPlace>;

/** `atOnce` in one document: more make a refusal costlier to find, fewer are slower. */
export function tryAll(
  document: JsonValue,
  trials: readonly Trial[],
  check: OutputCheck,
  refusing: Refusing,
  atOnce = 32,
): Tally {
  const alone = trials.filter(({ place }) => refusing.has(place));
  const others = trials.filter(({ place }) => !refusing.has(place));
  const groups = [...alone.map((trial) => [trial]), ...apart(others, atOnce)];
  let tally = noTrials;
  for (const group of groups) {
    if (tally.faults.length >= maxFaults) break;
    tally = addTallies(tally, tryGroup(document, group, check, refusing));
  }
  return tally;
}

/** Groups whose places are far from each other, so that one does not hide another. */
function apart(trials: readonly Trial[], atOnce: number): Trial[][] {
  const count = Math.ceil(trials.length / atOnce);
  return Array.from({ length: count }, (_, group) =>
    trials.filter((_trial, index) => index % count === group),
  );
}

/** Halves what is refused or wrong until a single text is to blame, or two together. */
function tryGroup(
  document: JsonValue,
  trials: readonly Trial[],
  check: OutputCheck,
  refusing: Refusing,
): Tally {
  const replacements = new Map(
    trials.map(({ place, text }) => [place, text.text]),
  );
  const { refused, faults } = check(putTexts(document, replacements));
  const isClean = faults.length === 0;
  if (isClean && !refused) {
    return { generated: trials.length, refused: 0, faults };
  }
  const [first] = trials;
  if (trials.length === 1 && first !== undefined) {
    if (refused) refusing.add(first.place);
    const blame = `${nameOf(first.place)} ← ${first.text.name}`;
    return {
      generated: refused ? 0 : 1,
      refused: refused ? 1 : 0,
      faults: faults.slice(0, 3).map((fault) => `${blame}: ${fault}`),
    };
  }
  const middle = Math.ceil(trials.length / 2);
  const halves = [trials.slice(0, middle), trials.slice(middle)];
  const tally = halves
    .map((half) => tryGroup(document, half, check, refusing))
    .reduce(addTallies, noTrials);
  if (isClean || tally.faults.length > 0) return tally;
  const together = trials.map(({ place }) => nameOf(place)).join(", ");
  return { ...tally, faults: faults.map((fault) => `${together}: ${fault}`) };
}

export const noTrials: Tally = { generated: 0, refused: 0, faults: [] };

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    generated: one.generated + other.generated,
    refused: one.refused + other.refused,
    faults: [...one.faults, ...other.faults],
  };
}

function nameOf({ pointer, kind }: TextPlace): string {
  return `${kind} ${pointer}`;
}
