// Partials that call themselves: with a part of their view they end, with the view
// itself they do not. And templates and views that are nested very deeply.

import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/diagnostics/input-error.js";
import type { Word } from "../../../src/languages/printable.js";
import { slashSyntax } from "../../../src/languages/syntax.js";
import { renderFiles } from "../../../src/render/render-files.js";
import type { ShapeOf, ViewShape } from "../../../src/targets/target.js";
import { emptyPack } from "./empty-pack.js";

interface TypeView {
  readonly name: Word;
  readonly items: TypeView | null;
  readonly members: readonly TypeView[];
}

const typeShape: ShapeOf<TypeView> = {
  fields: {
    name: "word",
    items: { ref: () => typeShape },
    members: { list: { ref: () => typeShape } },
  },
};

const shape: ViewShape = { fields: { type: typeShape } };

const text = (contents: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(contents).map(([name, body]) => [
      name,
      { file: `${name}.hbs`, text: body },
    ]),
  );

function render(
  page: string,
  partials: Readonly<Record<string, string>>,
  ...types: readonly object[]
): (string | undefined)[] {
  const pack = {
    ...emptyPack,
    ...{ templates: text({ page }), partials: text(partials) },
    runtime: new Map(),
  };
  const target = {
    ...{
      name: "test",
      viewVersion: 1,
      runtime: [],
      syntax: slashSyntax("'"),
      hasOwnFiles: true,
    },
    templates: { page: shape },
  };
  const files = types.map((type) => ({
    ...{ path: "p", template: "page", model: null, view: { type } },
  }));
  return renderFiles(files, pack, target).map((file) =>
    "contents" in file ? file.contents : undefined,
  );
}

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(
      ({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`,
    );
  }
  return [];
}

const named = (name: string) => ({ name, items: null, members: [] });

describe("a partial that calls itself with a part of its view", () => {
  const type =
    "{{#if items}}{{> type items}}[]{{else if members}}{{#each members}}{{> type this}}{{#unless @last}} | {{/unless}}{{/each}}{{else}}{{name}}{{/if}}";

  test("prints each level", () => {
    const union = { ...named(""), members: [named("A"), named("B")] };
    const array = { ...named(""), items: union };
    expect(render("{{> type type}}", { type }, array)).toEqual(["A | B[]"]);
  });

  test("is indented at each level, if its call is alone on its line", () => {
    const tree = "{{name}}\n{{#each members}}\n  {{> tree this}}\n{{/each}}\n";
    const inner = { ...named("b"), members: [named("c")] };
    const view = { ...named("a"), members: [inner, named("d")] };
    expect(render("{{> tree type}}", { tree }, view)).toEqual([
      "a\n  b\n    c\n  d\n",
    ]);
  });

  test("may do so through other partials, and behind ../", () => {
    const a = "{{name}}{{#with items}}{{> b this}}{{/with}}";
    const b =
      "({{#each members}}{{#if @first}}{{> a ../items}}{{/if}}{{/each}})";
    const last = { ...named("z"), items: null };
    const inner = { name: "y", items: last, members: [named("w")] };
    const view = { ...named("x"), items: inner };
    expect(render("{{> a type}}", { a, b }, view)).toEqual(["x(z)"]);
  });

  test("is checked, and each problem is reported once", () => {
    const wrong = `${type}\n{{nme}}`;
    const problems = problemsOf(() =>
      render("{{> type type}}", { type: wrong }),
    );
    expect(problems).toHaveLength(1);
    expect(problems.join()).toContain('type.hbs:2:3 the view has no "nme"');
  });

  test("ends in the context in which it starts", () => {
    const open = "{{#if items}}{{> open items}}{{/if}} /*";
    expect(
      problemsOf(() => render("{{> open type}}", { open })).join(),
    ).toContain("the partial open calls itself");
  });
});

describe("a cycle of calls that all pass the same view is endless", () => {
  test.each([
    [{ a: "{{> a this}}" }, "a → a"],
    [{ a: "{{#if items}}{{> a this}}{{/if}}" }, "a → a"],
    [{ a: "{{#with this}}{{> a ../this}}{{/with}}" }, "a → a"],
    [{ a: "{{#with items}}{{> a ..}}{{/with}}" }, "a → a"],
    [{ a: "{{#each members}}{{else}}{{> a .}}{{/each}}" }, "a → a"],
    // A variable is the same in each call, so it is no part of the view.
    [{ a: "{{> a @options}}" }, "a → a"],
    [{ a: "{{#with @options}}{{> a this}}{{/with}}" }, "a → a"],
    [{ a: "{{> b @file}}", b: "{{> a @file}}" }, "a → b → a"],
    // One of two ways from `a` to `b` passes the view itself.
    [{ a: "{{> b items}}{{> b this}}", b: "{{> a this}}" }, "a → b → a"],
    [
      { a: "{{> b this}}", b: "{{> c this}}", c: "\n{{> b this}}" },
      "b → c → b",
    ],
  ])("%j", (partials, cycle) => {
    const problems = problemsOf(() => render("{{> a type}}", partials));
    expect(problems).toHaveLength(1);
    expect(problems.join()).toMatch(/^[abc]\.hbs:\d:\d+ the partial/);
    expect(problems.join()).toContain(`endlessly with the same view: ${cycle}`);
  });
});

describe("very deep nesting is an error with a place", () => {
  test("of blocks in a template", () => {
    // 500 blocks of 14 characters are allowed
    const page = `${"{{#with type}}".repeat(10_000)}${"{{/with}}".repeat(10_000)}`;
    expect(problemsOf(() => render(page, {})).join()).toMatch(
      /^page\.hbs:1:7001 .*nested too deeply/,
    );
  });

  test("but not of blocks behind each other", () => {
    const block = "{{#if type}}a{{^}}b{{/if}}{{^if type}}c{{/if}}";
    expect(problemsOf(() => render(block.repeat(600), {}))).toEqual([]);
  });

  test("of a view, or it is printed", () => {
    const type = "{{name}}{{#if items}}{{> type items}}{{/if}}";
    const nest = (levels: number) => {
      let view: object = named("a");
      for (let level = 1; level < levels; level++) {
        view = { ...named("a"), items: view };
      }
      return view;
    };
    expect(render("{{> type type}}", { type }, nest(500))).toEqual([
      "a".repeat(500),
    ]);
    const deep = nest(100_000);
    expect(
      problemsOf(() => render("{{> type type}}", { type }, deep)).join(),
    ).toMatch(/^page\.hbs.*nested too deeply/);
  });
});

test("what every object inherits is in no view", () => {
  for (const path of ["__proto__", "constructor", "type.toString"]) {
    expect(problemsOf(() => render(`{{${path}}}`, {})).join()).toContain(
      "the view has no",
    );
  }
});

test.each([
  ["{{^if type}}a{{/if}}", []],
  ["{{^each type}}a{{/each}}", ["page.hbs:1:9 type is not a list"]],
  ["{{#if type includeZero=true}}a{{/if}}", ["#if takes exactly one path"]],
  ["{{> a type b=type}}", ["the partial a takes exactly one path"]],
  ["{{> a type type}}", ["the partial a takes exactly one path"]],
  [
    "{{#each type.members}}{{@../index}}{{/each}}",
    ["unknown variable @../index"],
  ],
  [
    "{{#each type.members}}{{#each members}}{{@../index}}{{/each}}{{/each}}",
    [],
  ],
])("%s", (page, expected) => {
  const problems = problemsOf(() => render(page, { a: "x" }));
  expect(problems).toHaveLength(expected.length);
  for (const part of expected) expect(problems.join()).toContain(part);
});
