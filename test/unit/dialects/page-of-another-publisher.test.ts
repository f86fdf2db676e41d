// A second publisher's page is a generic that its own dialect declares: no file of the
// product knows it, and every output has it.

import { expect, test } from "vitest";
import { builtinPacks, findTarget } from "../../../src/cli/registry.js";
import type { Dialect } from "../../../src/dialects/dialect.js";
import { plainDialect } from "../../../src/dialects/plain-dialect.js";
import { parseSpec } from "../../../src/document/parse-spec.js";
import { parseText } from "../../../src/document/parse-text.js";
import {
  genericField,
  genericObject,
  parameter,
} from "../../../src/ir/query/generic-structures.js";
import type { Generic } from "../../../src/ir/type-expr.js";
import { generate } from "../../../src/pipeline.js";
import { loadPack } from "../../../src/render/load-pack.js";
import {
  createReadBudget,
  defaultLimits,
} from "../../../src/source/read-limits.js";

const page: Generic = {
  name: "Page",
  parameters: ["T"],
  description: "Some of the books.",
  type: genericObject([
    genericField("items", { kind: "array", items: parameter(0) }, "The books."),
    genericField("next", { kind: "string", format: null }, null, {
      nullable: true,
    }),
  ]),
  role: null,
  languages: {},
};

const libraryDialect: Dialect = {
  ...plainDialect,
  name: "library",
  rules: [
    {
      summary: "{items: T[], next} → Page<T>",
      build(schema, pointer, context) {
        const { items, next } = Object(schema.properties);
        if (items?.items === undefined || next === undefined) return null;
        const at = `${pointer}/properties/items/items`;
        return {
          kind: "generic",
          generic: page,
          args: [context.build(items.items, at)],
        };
      },
    },
  ],
};

const spec = JSON.stringify({
  openapi: "3.0.0",
  info: { title: "Library", version: "1" },
  paths: {},
  components: {
    schemas: {
      book: {
        type: "object",
        required: ["title"],
        properties: { title: { type: "string" } },
      },
      shelf: {
        type: "object",
        required: ["books", "best"],
        properties: { books: pageOf("book"), best: pageOf("book") },
      },
    },
  },
});

function pageOf(model: string) {
  const items = { $ref: `#/components/schemas/${model}` };
  return {
    type: "object",
    required: ["items", "next"],
    properties: {
      items: { type: "array", items },
      next: { type: "string", nullable: true },
    },
  };
}

function generateWith(
  template: string,
  options: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const report = () => {};
  const text = {
    ...{ file: "spec.json", text: spec, location: "spec.json", sha256: "" },
    ...{ apiVersion: null, format: "unknown" as const },
  };
  const document = parseSpec(
    parseText(text, createReadBudget(defaultLimits), report),
    report,
  );
  const target = findTarget(template, null);
  const { files } = generate(document, {
    dialect: libraryDialect,
    target,
    targetOptions: target.readOptions(options, () => null),
    pack: loadPack(template, builtinPacks, "."),
    ...{ names: {}, namesAt: null, events: [], presence: null },
    ...{ fixtures: null, only: [] },
  });
  return new Map(files.map(({ path, contents }) => [path, contents]));
}

const typescript = generateWith("typescript", {
  emit: ["models", "validators", "factories"],
});

test("TypeScript declares it once and applies it wherever it is used", () => {
  expect(typescript.get("types.ts")).toContain(
    `export interface Page<T> {
  /** The books. */
  items: T[];
  next: string | null;
}`,
  );
  expect(typescript.get("model/shelf.ts")).toContain("books: Page<Book>;");
  expect(typescript.get("model/shelf.ts")).toContain("best: Page<Book>;");
  const declaring = [...typescript.values()].filter((text) =>
    text.includes("interface Page<"),
  );
  expect(declaring).toHaveLength(1);
});

test("validators and factories fall back on its structure", () => {
  const validator = typescript.get("validate/shelf.ts") ?? "";
  expect(validator).toContain(
    'array(c, "items", v.items, required, checkBook)',
  );
  expect(validator).toContain("v.next");
  expect(typescript.get("make/shelf.ts")).toContain("next: ");
  // Nothing is expanded in this document.
  expect([...typescript.keys()].filter((path) => /expand/.test(path))).toEqual(
    [],
  );
});

test("Rust prints its structure", () => {
  const rust = generateWith("rust", { typing: "precise" }).get(
    "model/shelf.rs",
  );
  expect(rust).toContain("pub items: Vec<Book>");
  expect(rust).toContain("pub next: Option<String>");
});
