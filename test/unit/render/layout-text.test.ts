// Laying out text against Prettier's own printer of documents, on random documents.

import fc from "fast-check";
import type { Doc } from "prettier";
import { doc } from "prettier";
import { expect, test } from "vitest";
import { layoutMarks, layoutText } from "../../../src/render/layout-text.js";

const {
  group,
  hardline,
  ifBreak,
  indent,
  indentIfBreak,
  line,
  literalline,
  softline,
} = doc.builders;

/** The same document for us and for Prettier. */
interface Both {
  readonly ours: string;
  readonly prettiers: Doc;
}

const marks = layoutMarks;

const leaf: fc.Arbitrary<Both> = fc.oneof(
  fc
    .constantFrom("a", "bcd", "{", "long text", "名前", "x".repeat(17), ",")
    .map((text) => ({ ours: text, prettiers: text })),
  fc.constant({ ours: marks.line, prettiers: line }),
  fc.constant({ ours: marks.softline, prettiers: softline }),
);

const breaks: fc.Arbitrary<Both> = fc.constantFrom(
  { ours: marks.hardline, prettiers: hardline },
  { ours: "\n", prettiers: literalline },
);

const concat = (parts: readonly Both[]): Both => ({
  ours: parts.map(({ ours }) => ours).join(""),
  prettiers: parts.map(({ prettiers }) => prettiers),
});

function document(size: number): fc.Arbitrary<Both> {
  if (size === 0) return leaf;
  const inner = document(size - 1);
  return fc
    .array(
      fc.oneof(
        { arbitrary: leaf, weight: 6 },
        { arbitrary: breaks, weight: 1 },
        {
          weight: 4,
          arbitrary: inner.map(({ ours, prettiers }) => ({
            ours: marks.groupStart + ours + marks.groupEnd,
            prettiers: group(prettiers),
          })),
        },
        {
          weight: 3,
          arbitrary: inner.map(({ ours, prettiers }) => ({
            ours: marks.indentStart + ours + marks.indentEnd,
            prettiers: indent(prettiers),
          })),
        },
        {
          weight: 2,
          arbitrary: inner.map(({ ours, prettiers }) => {
            const groupId = Symbol("assign");
            return {
              ours: marks.assignStart + ours + marks.assignEnd,
              prettiers: [
                group(indent(line), { id: groupId }),
                indentIfBreak(prettiers, { groupId }),
              ],
            };
          }),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(inner, inner).map(([broken, flat]) => ({
            ours:
              marks.ifBreakStart +
              broken.ours +
              marks.otherwise +
              flat.ours +
              marks.ifBreakEnd,
            prettiers: ifBreak(broken.prettiers, flat.prettiers),
          })),
        },
      ),
      { maxLength: 6 },
    )
    .map(concat);
}

test("random documents are laid out as Prettier's printer does", () => {
  fc.assert(
    fc.property(
      document(4),
      document(2),
      fc.constantFrom(10, 20, 40),
      (first, second, width) => {
        // The outer groups fix the indent that the groups inside continue: none.
        const inGroup = ({ ours }: Both) =>
          marks.groupStart + ours + marks.groupEnd;
        const ours = `x: ${inGroup(first)};\n\ny = ${inGroup(second)} end\n`;
        // a document of Prettier is changed by printing it: `propagateBreaks`
        const prettiers = [
          ...["x: ", group(first.prettiers), ";", literalline, literalline],
          ...["y = ", group(second.prettiers), " end", literalline],
        ];
        const { formatted } = doc.printer.printDocToString(prettiers, {
          ...{ printWidth: width, tabWidth: 2, useTabs: false },
        });
        expect(layoutText(ours, { width, indent: "  " })).toBe(formatted);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a text without marks is returned as it is", () => {
  const text = `${"long ".repeat(40)}\n  \n`;
  expect(layoutText(text, { width: 10, indent: "  " })).toBe(text);
});

test("broken lines continue the indent of the line where the group starts", () => {
  const { groupStart, groupEnd, indentStart, indentEnd, line, softline } =
    marks;
  const list = `${groupStart}[${indentStart}${softline}a,${line}b${indentEnd}${softline}]${groupEnd}`;
  expect(layoutText(`x\n    y: ${list};\n`, { width: 10, indent: "  " })).toBe(
    "x\n    y: [\n      a,\n      b\n    ];\n",
  );
  expect(layoutText(`y: ${list};`, { width: 80, indent: "  " })).toBe(
    "y: [a, b];",
  );
});

test("a group fits only with the text and the start of the group behind it", () => {
  const { groupStart, groupEnd, softline } = marks;
  const list = `${groupStart}a${softline}b${groupEnd}`;
  const text = `${list}cd${groupStart}efg${softline}h${groupEnd}\n`;
  expect(layoutText(text, { width: 7, indent: "  " })).toBe("abcdefg\nh\n");
  expect(layoutText(text, { width: 6, indent: "  " })).toBe("a\nbcdefg\nh\n");
});

test.each([
  `${marks.groupStart}a`,
  `a${marks.groupEnd}`,
  `${marks.groupStart}${marks.indentStart}${marks.groupEnd}${marks.indentEnd}`,
])("marks that do not match are an error: %j", (text) => {
  expect(() => layoutText(text, { width: 80, indent: "  " })).toThrow();
});

test("a megabyte of marks takes no longer than its size allows", () => {
  const { groupStart, groupEnd, softline } = marks;
  const size = 300_000;
  const nested = groupStart.repeat(size) + groupEnd.repeat(size);
  expect(layoutText(nested, { width: 80, indent: "  " })).toBe("");
  const siblings = (groupStart + softline + groupEnd).repeat(size);
  expect(layoutText(siblings, { width: 80, indent: "  " })).toBe("");
});
