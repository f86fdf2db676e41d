// Templates against views: what is wrong in a template is found before anything
// is rendered, wherever it stands; what is in a view is only ever text.

import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/diagnostics/input-error.js";
import { slashSyntax } from "../../../src/languages/syntax.js";
import { renderFiles } from "../../../src/render/render-files.js";
import type { TemplatePack } from "../../../src/render/template-pack.js";
import type { ViewShape } from "../../../src/targets/target.js";
import { emptyPack } from "./empty-pack.js";

const shape: ViewShape = {
  fields: {
    name: "code",
    open: "flag",
    items: { list: { fields: { label: "code" } } },
    note: { fields: { text: "code" } },
  },
};

const target = {
  name: "test",
  viewVersion: 1,
  templates: { page: shape },
  runtime: ["same"],
  syntax: slashSyntax("\"'`"),
  hasOwnFiles: true,
};

const view = {
  name: "N",
  open: false,
  items: [{ label: "a" }, { label: "b" }],
  note: null,
};

function packOf(
  page: string,
  partials: Readonly<Record<string, string>> = {},
): TemplatePack {
  const texts = (all: Readonly<Record<string, string>>, folder: string) =>
    new Map(
      Object.entries(all).map(([name, text]) => [
        name,
        { file: `${folder}${name}.hbs`, text },
      ]),
    );
  return {
    ...emptyPack,
    templates: texts({ page }, ""),
    partials: texts(partials, "partials/"),
    runtime: texts({ "same.ts": "// the same\n" }, "runtime/"),
    header: "// Generated",
  };
}

function render(pack: TemplatePack, of: object = view): string | undefined {
  const files = [{ path: "p", template: "page", model: null, view: of }];
  return renderFiles(files, pack, target)[0]?.contents;
}

function faultsOf(pack: TemplatePack): string[] {
  try {
    render(pack);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(
      ({ at, message, help }) =>
        `${at?.file}:${at?.line}:${at?.column} ${message}; ${help}`,
    );
  }
  return [];
}

test("a template owns the shape, a partial takes over the indent", () => {
  const item = "- {{label}}\n- again\n";
  const page =
    "{{!-- view: Page --}}\n{{name}}\n{{#each items}}\n  {{> item this}}\n{{/each}}\n{{#if open}}\nopen\n{{/if}}\nend\n";
  expect(render(packOf(page, { item }))).toBe(
    "N\n  - a\n  - again\n  - b\n  - again\nend\n",
  );
});

describe("a path that the view does not have is found", () => {
  test.each([
    ["printed", "a\n{{nam}}\n", "page.hbs:2:3"],
    ["asked for", "{{#if opn}}x{{/if}}", "page.hbs:1:7"],
    ["looped over", "{{#each itms}}x{{/each}}", "page.hbs:1:9"],
    ["in a branch not taken", "{{#if open}}{{nam}}{{/if}}", "page.hbs:1:15"],
    ["in the other branch", "{{#if open}}{{else}}{{nam}}{{/if}}", ":1:23"],
    ["in a loop", "{{#each items}}{{labl}}{{/each}}", "page.hbs:1:18"],
    ["outside of a loop", "{{#each items}}{{name}}{{/each}}", "page.hbs:1:18"],
    ["behind ../", "{{#each items}}{{../nam}}{{/each}}", "page.hbs:1:18"],
    ["in what may be absent", "{{#with note}}{{txt}}{{/with}}", ":1:17"],
    ["given to a partial", "{{> item itms}}", "page.hbs:1:10"],
  ])("%s", (_where, page, place) => {
    const [fault, ...others] = faultsOf(packOf(page, { item: "x" }));
    expect(fault).toContain(place);
    expect(fault).toContain("the view has no");
    expect(others).toEqual([]);
  });

  test("in a partial, once, however often it is called", () => {
    const page = "{{#each items}}{{> item this}}{{> item this}}{{/each}}";
    expect(faultsOf(packOf(page, { item: "\n{{labl}}" }))).toEqual([
      'partials/item.hbs:2:3 the view has no "labl" (in labl); it has label; did you mean "label"?',
    ]);
  });
});

describe("what templates may not do is refused", () => {
  test.each([
    ["print a value that is not text", "{{open}}", "is not text"],
    [
      "loop over a value that is not a list",
      "{{#each note}}x{{/each}}",
      "is not a list",
    ],
    ["call a helper", '{{lookup this "constructor"}}', "unknown helper"],
    [
      "use a block of its own",
      "{{#shout name}}x{{/shout}}",
      "unknown block helper",
    ],
    ["reach the prototype", "{{constructor}}", 'no "constructor"'],
    ["reach the prototype deeper", "{{note.__proto__.x}}", 'no "__proto__"'],
    ["leave the view", "{{../name}}", "leaves the view"],
    ["call a partial that is not there", "{{> itm this}}", "no partial"],
    ["call a partial without a view", "{{> item}}", "needs a view"],
    ["define a partial inline", '{{#*inline "x"}}{{/inline}}', "not supported"],
    ["be no template", "a\n{{#if open}}", "not a Handlebars template"],
  ])("%s", (_what, page, message) => {
    expect(faultsOf(packOf(page, { item: "x" })).join("\n")).toContain(message);
  });

  test("lack a template, bring one that nothing uses, or be of another version", () => {
    const pack = packOf("x");
    const pages = {
      ...pack,
      templates: new Map([["pag", { file: "pag.hbs", text: "x" }]]),
    };
    expect(faultsOf(pages).join("\n")).toMatch(/no "page.hbs"[\s\S]*"pag"/);
    expect(faultsOf({ ...pack, viewVersion: 2 }).join()).toContain("version 2");
    expect(faultsOf({ ...pack, target: "rust" }).join()).toContain('"rust"');
  });
});

describe("a text is printed only where it is safe", () => {
  const places: ViewShape = {
    fields: {
      ...{ code: "code", tail: "lineComment", block: "blockComment" },
      ...{ path: "string", word: "word", raw: "raw", open: "flag" },
      items: { list: "code" },
    },
  };
  const wrongIn = (page: string, partial = "") => {
    const all = { ...target, templates: { page: places } };
    try {
      renderFiles([], packOf(page, { partial }), all);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.diagnostics.map(({ message }) => message);
    }
  };

  test.each([
    "{{code}} /* {{block}} */ {{code}} // {{tail}}\n{{code}}",
    "// {{block}}\n/* {{word}} */ '{{path}}' `{{path}}` \"{{word}}\"",
    '"a // {{path}} \\" {{path}}" {{code}}',
    "/** {{#if open}}{{block}}{{else}}x{{/if}} */ {{code}}",
    "{{#if open}}// {{tail}}\n{{else}}/* {{block}} */{{/if}}{{code}}",
    "{{#each items}}{{this}} // \n{{/each}}{{code}}",
    "/** {{> partial this}} {{code}}",
  ])("%j is right", (page) => {
    expect(wrongIn(page, "{{block}} */")).toEqual([]);
  });

  test.each([
    ["{{tail}}", "tail is safe behind `//` only"],
    ["/* {{tail}} */", "but is printed in a comment"],
    ["// x\n{{tail}}", "but is printed as code"],
    ['"{{tail}}"', "but is printed in a string"],
    ["// {{code}}", "code is safe as code only"],
    ["/* {{code}} */", "but is printed in a comment"],
    ["'{{code}}'", "but is printed in a string"],
    ["`\n{{code}}`", "but is printed in a string"],
    ["/* x */ {{block}}", "block is safe in a comment only"],
    ["{{path}}", "path is safe in a string only"],
    ["{{raw}}", "raw is unescaped text"],
    ["// {{raw}}", "raw is unescaped text"],
    ["{{#if open}}// {{/if}}{{code}}", "must end in the block that opens it"],
    ["{{#if open}}/*{{else}} {{/if}}x", "must end in the block that opens it"],
    ["{{#each items}}/*{{/each}}*/", "must end in the block that opens it"],
    ["{{> partial this}}", "block is safe in a comment only"],
  ])("%j is wrong", (page, message) => {
    expect(wrongIn(page, "{{block}}").join("\n")).toContain(message);
  });
});

test("run-time code is copied under the header, and has to be in the pack", () => {
  const pack = packOf("x");
  const files = [{ path: "same.ts", runtime: "same", model: null }];
  expect(renderFiles(files, pack, target)).toEqual([
    { path: "same.ts", contents: "// Generated\n// the same\n" },
  ]);
  expect(faultsOf({ ...pack, runtime: new Map() }).join("\n")).toContain(
    'no "runtime/same.ts"',
  );
});

test("text of a document is never a template, and never escaped", () => {
  const name = `{{name}} </script> & "quotes" '{{{x}}}' \\`;
  expect(render(packOf("{{name}}"), { ...view, name })).toBe(name);
});

test("reading into what is absent says how to ask first", () => {
  expect(faultsOf(packOf("{{note.text}}")).join()).toContain("{{#if}}");
});

test("a partial that calls itself with the same view is refused where it does", () => {
  const pack = packOf("{{> a this}}", {
    a: "{{> b this}}",
    b: "\n{{> a this}}",
  });
  const render = () => renderFiles([], pack, target);
  expect(render).toThrow("calls itself endlessly with the same view: a → b");
});
