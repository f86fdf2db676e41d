// Groups, indents and possible line breaks in templates.

import { expect, test } from "vitest";
import { InputError } from "../../../src/diagnostics/input-error.js";
import { slashSyntax } from "../../../src/languages/syntax.js";
import { renderFiles } from "../../../src/render/render-files.js";
import { emptyPack } from "./empty-pack.js";

function render(page: string, names: readonly string[]): string {
  const pack = {
    ...emptyPack,
    templates: new Map([["page", { file: "page.hbs", text: page }]]),
    ...{ partials: new Map(), runtime: new Map() },
  };
  const target = {
    ...{
      name: "test",
      viewVersion: 1,
      runtime: [],
      syntax: slashSyntax("'"),
      hasOwnFiles: true,
    },
    templates: { page: { fields: { names: { list: "word" } } } },
  } as const;
  const view = { names };
  const file = { path: "p", template: "page", model: null, view };
  return renderFiles([file], pack, target)[0]?.contents ?? "no file";
}

const list =
  "  f({{#group}}{{#indent}}{{softline}}{{#each names}}{{this}}{{#if @last}}{{#ifBreak}},{{else}}{{/ifBreak}}{{else}},{{line}}{{/if}}{{/each}}{{/indent}}{{softline}}{{/group}});\n";

test("a group that fits is one line, another breaks at each of its own breaks", () => {
  expect(render(list, ["a", "b"])).toBe("  f(a, b);\n");
  const long = ["a".repeat(40), "b".repeat(40)];
  expect(render(list, long)).toBe(
    `  f(\n    ${long[0]},\n    ${long[1]},\n  );\n`,
  );
  const exact = ["a".repeat(40), "b".repeat(80 - 48)];
  expect(render(list, exact)).toBe(`  f(${exact.join(", ")});\n`);
});

test("what is assigned begins on a line of its own if its start does not fit", () => {
  const tuple =
    "  x ={{#assign}}{{#group}}[{{#indent}}{{softline}}{{#each names}}{{this}}{{#unless @last}},{{line}}{{/unless}}{{/each}}{{/indent}}{{softline}}]{{/group}}{{/assign}};\n";
  const one = "  x ={{#assign}}{{#each names}}{{this}}{{/each}}{{/assign}};\n";
  const [a, b] = ["a".repeat(40), "b".repeat(40)];
  expect(render(tuple, ["a", "b"])).toBe("  x = [a, b];\n");
  expect(render(tuple, [a, b])).toBe(`  x = [\n    ${a},\n    ${b}\n  ];\n`);
  expect(render(one, [a, "b".repeat(33)])).toBe(
    `  x = ${a}${"b".repeat(33)};\n`,
  );
  expect(render(one, [a, b])).toBe(`  x =\n    ${a}${b};\n`);
});

test.each([
  ["{{#group names}}a{{/group}}", "page.hbs:1:1 #group takes no path"],
  ["{{#indent}}a{{else}}b{{/indent}}", "#indent has no {{else}}"],
  ["{{^group}}a{{/group}}", "write {{#group}}…{{/group}}"],
  ["// {{line}}\n", "page.hbs:1:4 {{line}} is allowed in code only"],
  [
    "// a{{#assign}}b{{/assign}}\n",
    "page.hbs:1:5 {{#assign}} is allowed in code only",
  ],
  ["{{#group}}/*{{/group}}", "must end in the block that opens it"],
  ["a\u0001", "control characters"],
])("%j is an error", (page, message) => {
  try {
    render(page, []);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem] = error.diagnostics;
    const at = `${problem?.at?.file}:${problem?.at?.line}:${problem?.at?.column}`;
    expect(`${at} ${problem?.message}`).toContain(message);
    return;
  }
  throw new Error("no error");
});
