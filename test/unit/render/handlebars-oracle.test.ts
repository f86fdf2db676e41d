// Our renderer against Handlebars itself, on random templates of the language that packs
// may use: white space control, lines of their own, indented partials, chains of `else`.

import fc from "fast-check";
import Handlebars from "handlebars";
import { expect, test } from "vitest";
import { slashSyntax } from "../../../src/languages/syntax.js";
import { renderFiles } from "../../../src/render/render-files.js";
import type { ViewShape } from "../../../src/targets/target.js";
import { emptyPack } from "./empty-pack.js";

const shape: ViewShape = {
  fields: {
    name: "word",
    count: "word",
    open: "flag",
    nothing: "word",
    items: { list: { ref: () => shape } },
    note: { ref: () => shape },
  },
};

/** Paths by what they lead to. A path that starts with `../` needs an outer view. */
const texts = ["name", "count", "this.name", "./count", "nothing"];
const conditions = [...texts, "open", "items", "note", "this"];

/** Handlebars adds two numbers that are next to each other: `{{count}}{{count}}` prints 2. */
function before(path: string): string {
  return /count|index/.test(path) ? "#" : "";
}

const strip = fc.constantFrom("", "", "", "~");
const space = fc.constantFrom(
  "",
  " ",
  "\n",
  "\n\n",
  "  ",
  "\n  ",
  "\t",
  "\r\n",
);
const plain = fc.constantFrom("a", "b\n", "\nc", " d ", "{ }", "'\"", "\n");

/** `depth`: the number of blocks around it that have a view of their own. */
function template(
  size: number,
  outer: number,
  loops: number,
): fc.Arbitrary<string> {
  const inner = (more: number, loop: number) =>
    template(size - 1, outer + more, loops + loop);
  const up = outer > 0 ? ["../name", "../count"] : [];
  const data = loops > 0 ? ["@index"] : [];
  const flags = loops > 0 ? ["@first", "@last"] : [];
  const printed = fc
    .tuple(strip, fc.constantFrom(...texts, ...up, ...data), strip)
    .map(([left, path, right]) => `${before(path)}{{${left}${path}${right}}}`);
  const raw = fc
    .constantFrom(...texts)
    .map((path) => `${before(path)}{{{${path}}}}`);
  const comment = fc.constantFrom("{{! x }}", "{{!-- }} --}}", "{{~! y ~}}");
  const leaf = fc.oneof(space, plain, printed, raw, comment);
  if (size === 0) return leaf;
  const condition = fc.constantFrom(...conditions, ...flags);
  const otherwise = fc.oneof(
    fc.constant(""),
    fc
      .tuple(strip, inner(0, 0), strip)
      .map(([l, b, r]) => `{{${l}else${r}}}${b}`),
    fc
      .tuple(condition, inner(0, 0), inner(0, 0))
      .map(([path, a, b]) => `{{else if ${path}}}${a}{{else}}${b}`),
    inner(0, 0).map((body) => `{{^}}${body}`),
  );
  const block = (helper: string, path: fc.Arbitrary<string>, more: number) =>
    fc
      .tuple(
        fc.tuple(strip, strip, strip, strip),
        path,
        inner(more, helper === "each" ? 1 : 0),
        otherwise,
      )
      .map(
        ([[a, b, c, d], name, body, rest]) =>
          `{{${a}#${helper} ${name}${b}}}${body}${rest}{{${c}/${helper}${d}}}`,
      );
  const partial = fc
    .tuple(space, strip, fc.constantFrom("this", "note"), strip, space)
    .map(([before, l, path, r, after]) => {
      const call = `{{${l}> part ${path}${r}}}`;
      return path === "note"
        ? `{{#if note}}${before}${call}${after}{{/if}}`
        : before + call + after;
    });
  const inverted = fc
    .tuple(condition, inner(0, 0))
    .map(([path, body]) => `{{^if ${path}}}${body}{{/if}}`);
  return fc
    .array(
      fc.oneof(
        { arbitrary: leaf, weight: 5 },
        block("each", fc.constant("items"), 1),
        block("if", condition, 0),
        block("unless", condition, 0),
        block("with", fc.constant("note"), 1),
        partial,
        inverted,
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(""));
}

function viewOf(levels: number): fc.Arbitrary<object> {
  const inner = levels === 0 ? null : viewOf(levels - 1);
  return fc.record({
    name: fc.constantFrom("N", "two\nlines", "", "{{name}}", "<&>\n"),
    count: fc.constantFrom(0, 1, 12),
    open: fc.boolean(),
    nothing: fc.constant(null),
    items: inner === null ? fc.constant([]) : fc.array(inner, { maxLength: 3 }),
    note: inner === null ? fc.constant(null) : fc.option(inner),
  });
}

/** Options of Handlebars under which it has the semantics of this language. */
const options = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  explicitPartialContext: true,
};

function renderByHandlebars(page: string, part: string, of: object): string {
  const engine = Handlebars.create();
  const render = engine.compile(part, options);
  // A partial does not see the loops around its call.
  engine.registerPartial("part", (context, call) =>
    render(context, { ...call, data: {} }),
  );
  return engine.compile(page, options)(of);
}

function renderByUs(page: string, part: string, of: object): string {
  const text = (file: string, contents: string) =>
    new Map([[file, { file, text: contents }]]);
  const pack = {
    ...emptyPack,
    templates: text("page", page),
    partials: text("part", part),
    runtime: new Map(),
  };
  const target = {
    ...{
      name: "test",
      viewVersion: 1,
      runtime: [],
      syntax: slashSyntax(""),
      hasOwnFiles: true,
    },
    templates: { page: shape },
  };
  const file = { path: "p", template: "page", model: null, view: of };
  return renderFiles([file], pack, target)[0]?.contents ?? "no file";
}

test("random templates print what Handlebars prints", () => {
  // The template of the partial calls no partial: it would call itself.
  const part = template(1, 0, 0)
    .filter((text) => !text.includes("{{>"))
    .filter((text) => !text.includes("> part"));
  fc.assert(
    fc.property(template(3, 0, 0), part, viewOf(2), (page, body, of) => {
      expect(renderByUs(page, body, of)).toBe(
        renderByHandlebars(page, body, of),
      );
    }),
    { numRuns: 400 },
  );
});
