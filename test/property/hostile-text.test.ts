// A document's text is data. Whatever it is and wherever it stands, each generated file
// is read by the compiler as the same file with other strings, comments and names.
//
// HOSTILE_FULL=1 tries every text in every place, which takes about half an hour.

import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../src/ir/json-value.js";
import { createOutputCheck } from "./check-output.js";
import { outputsOf } from "./generate-document.js";
import { plainDocument, publisherDocument } from "./hostile-document.js";
import {
  everything,
  everythingPrintable,
  type HostileText,
  hostileTexts,
} from "./hostile-texts.js";
import { findTextPlaces, type TextPlace } from "./text-places.js";
import {
  addTallies,
  noTrials,
  type Refusing,
  type Trial,
  tryAll,
} from "./try-texts.js";

const isFull = process.env.HOSTILE_FULL === "1";

const documents: readonly (readonly [
  name: string,
  document: JsonValue,
  emit: string,
])[] = [
  [
    "3.1, of a publisher",
    publisherDocument,
    "models,values,params,events,validators,factories",
  ],
  ["3.0", plainDocument, "models,values,params,validators,factories"],
];

/** So many that each text meets a dozen places, and each place as many texts. */
const turnsOfWords = 12;

describe.each(documents)("a document of %s", (_name, document, emit) => {
  const places = findTextPlaces(document);
  const refusing: Refusing = new Set(places.filter(isReference));
  describe.each(
    outputsOf(emit).map((output, index) => ({ ...output, output, index })),
  )("as $name", ({ name, output, index }) => {
    const check = createOutputCheck(document, output);

    test.each(combinedFor(index))("every place takes $name", (text) => {
      const trials = places.map((place) => ({ place, text }));
      const tally = tryAll(document, trials, check, refusing);
      expect(tally.faults).toEqual([]);
      expect(tally.generated).toBeGreaterThan(places.length * 0.75);
    });

    test("every text occurs in many kinds of words", () => {
      const words = places.filter(isWords);
      for (let turn = 0; turn < turnsOfWords; turn++) {
        const trials = deal(words, turn);
        const tally = tryAll(document, trials, check, refusing, words.length);
        expect(tally.faults).toEqual([]);
        // Strings of Rust cannot hold half of a surrogate pair.
        const halves = trials.filter(({ text }) =>
          /\p{Surrogate}/u.test(text.text),
        );
        const most = name.startsWith("rust") ? halves.length : 0;
        expect(tally.refused).toBeLessThanOrEqual(most);
      }
    });

    test("directives occur in values, which comments quote", () => {
      const values = places.filter(isValue);
      const directives = hostileTexts.filter(({ text }) => text.includes("@"));
      for (let turn = 0; turn < 4; turn++) {
        const trials = deal(values, turn, directives);
        const tally = tryAll(document, trials, check, refusing, values.length);
        expect(tally.faults).toEqual([]);
      }
    });

    test("texts of every kind stand anywhere", { timeout: wholeMatrix }, () => {
      const turns = isFull ? hostileTexts.length : 1;
      let tally = noTrials;
      for (let turn = 0; turn < turns; turn++) {
        const trials = deal(places, turn);
        tally = addTallies(tally, tryAll(document, trials, check, refusing));
      }
      expect(tally.faults).toEqual([]);
      expect(tally.generated).toBeGreaterThan(places.length * turns * 0.75);
    });
  });
});

/** The whole matrix is asked for, and takes as long as it takes: an hour on two cores. */
const wholeMatrix = isFull ? 24 * 60 * 60 * 1000 : 120_000;

/** One of the two for each output where not all is tried: each pack has two outputs. */
function combinedFor(index: number): readonly HostileText[] {
  const both = [everything, everythingPrintable];
  return isFull ? both : both.filter((_text, at) => at === index % 2);
}

/** Leads nowhere when it is another text, and so is refused. */
function isReference({ pointer, kind }: TextPlace): boolean {
  return kind === "value" && /\/(?:\$ref|openapi)$/.test(pointer);
}

/** Texts without any other meaning: `description` of a property, of an operation, … */
function isWords({ pointer, kind }: TextPlace): boolean {
  return (
    kind === "value" &&
    /\/(?:description|summary|title|default|x-enum-(?:descriptions|varnames)\/[^/]+|x-ms-enum\/values\/\d+\/name)$/.test(
      pointer,
    )
  );
}

function isValue({ pointer, kind }: TextPlace): boolean {
  return (
    kind === "value" &&
    /\/(?:enum\/\d+|const|values\/\d+\/value)$/.test(pointer)
  );
}

/** Each place another text; after as many turns as there are texts, each has had all. */
function deal(
  places: readonly TextPlace[],
  turn: number,
  texts = hostileTexts,
): Trial[] {
  return places.flatMap((place, index) => {
    const text = texts[(index * 7 + turn) % texts.length];
    return text === undefined ? [] : [{ place, text }];
  });
}
