// The file of presence facts: what it does, and what is wrong in one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const document = JSON.stringify({
  openapi: "3.0.0",
  info: { title: "t", version: "2024-01-01", "x-stripeSpecFilename": "ours" },
  components: {
    schemas: {
      "our.card": {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          note: { type: "string", nullable: true },
          brand: { type: "string", nullable: true },
          extra: { type: "string" },
        },
      },
    },
  },
});

const config =
  "outputs: [{spec: api.json, out: out, presence: presence.yaml}]\n";

async function runWith(presence: string, args: readonly string[] = []) {
  const folder = temporaryFolder({
    "api.json": document,
    "codegen.config.yaml": config,
    "presence.yaml": presence,
  });
  const before = readTexts(folder);
  const result = await runCodegen(folder, ["run", ...args]);
  return { ...result, folder, before };
}

const learnt = (presence: string, version = "2024-01-01") =>
  `"${version}":\n  - source: npm:stripe@1.0.0\n    ${presence}\n`;

const facts = (property: string, version = "2024-01-01") =>
  `"${version}":\n  - reason: not in the sample\n    properties: [${property}]\n`;

const fields = (folder: string) =>
  readFileSync(join(folder, "out/model/our_card.ts"), "utf8").match(
    /^ {2}\w+\??: .*$/gm,
  );

test("a nullable property is optional, but for those that are listed", async () => {
  const { folder, status } = await runWith(learnt("always: [our.card.brand]"));
  expect(status).toBe(0);
  expect(fields(folder)).toEqual([
    "  brand: string | null;",
    "  extra?: string;",
    "  id: string;",
    "  note?: string | null;",
  ]);
});

test("--set presence=observed narrows what no fact decides", async () => {
  const args = ["--set", "presence=observed"];
  const { folder } = await runWith(facts("our.card.note"), args);
  expect(fields(folder)).toContain("  brand: string | null;");
  expect(fields(folder)).toContain("  note?: string | null;");
});

test("facts of the nearest version are used, with a warning that names it", async () => {
  const far = learnt("always: [our.card.note]", "2020-01-01");
  const near = learnt("always: [our.card.brand, our.gone.x]", "2023-12-01");
  const { folder, status, stderr } = await runWith(far + near);
  expect(status).toBe(0);
  expect(fields(folder)).toContain("  brand: string | null;");
  expect(fields(folder)).toContain("  note?: string | null;");
  expect(stderr).toMatch(
    /no facts of "2024-01-01": those of "2023-12-01" are used; 1 of 2 do not apply/,
  );
});

test("--set presence=document goes by `required` alone", async () => {
  const args = ["--set", "presence=document"];
  const { folder } = await runWith(learnt("always: [our.card.brand]"), args);
  expect(fields(folder)).toContain("  brand?: string | null;");
});

test.each([
  ["facts", "Maybe<String>"],
  ["observed", "Option<String>"],
  ["document", "Maybe<String>"],
])("Rust follows presence=%s", async (presence, type) => {
  const args = ["--template", "rust", "--set", `presence=${presence}`];
  const { folder, status } = await runWith(facts("our.card.note"), args);
  expect(status).toBe(0);
  const text = readFileSync(join(folder, "out/model/our_card.rs"), "utf8");
  expect(text).toContain(`pub brand: ${type},`);
  expect(text).toContain("pub note: Maybe<String>,");
});

test.each([
  ["no such schema", facts("our.crd.note"), /did you mean "our.card"/],
  ["no such property", facts("our.card.nte"), /did you mean "note"/],
  ["a required one", facts("our.card.id"), /is required/],
  [
    "a fact that says nothing new",
    facts("our.card.extra"),
    /is optional and never null/,
  ],
  ["no property at all", facts("card"), /is not SCHEMA.PROPERTY/],
  ["no reason", '"2024-01-01": [{properties: [a.b]}]', /"reason" is missing/],
  ["no list", '"2024-01-01": {}', /\{\} is not a list/],
  ["an unknown key", '"2024-01-01": [{why: x}]', /unknown key "why"/],
  [
    "no source",
    learnt("always: []").replace("npm:stripe@1.0.0", "[]"),
    /\[\] is not a source/,
  ],
  ["no list of what is always there", learnt("always: x"), /"x" is not a list/],
  ["no YAML", "a: [", /this is not YAML[\s\S]*presence.yaml:1:5/],
])("%s is refused, with its place", async (_what, presence, message) => {
  const { status, stderr, folder, before } = await runWith(presence);
  expect(stderr).toMatch(message);
  expect(stderr).toContain("at presence.yaml");
  expect(status).toBe(2);
  expect(readTexts(folder)).toEqual(before);
});

// Requirements on the packages and folders that presence facts are learnt from.
const stripePackage = {
  "node_modules/stripe/package.json": '{"name":"stripe","version":"1.2.3"}',
  "node_modules/stripe/types/lib.d.ts":
    "declare module 'stripe' { namespace Stripe { export type LatestApiVersion = '2024-01-01';" +
    " interface Card { object: 'our.card'; note?: string | null; brand: string | null } } }",
};

function learningFolder(files: Readonly<Record<string, string>>) {
  return temporaryFolder({
    "api.json": document.replace(
      '"id":{"type":"string"}',
      '"id":{"type":"string"},"object":{"type":"string","enum":["our.card"]}',
    ),
    "codegen.config.yaml": config,
    ...files,
  });
}

const learn = (folder: string, from: string) =>
  runCodegen(folder, ["presence", "learn", "--from", from]);

test("facts are learnt from types, and again with the same bytes", async () => {
  const folder = learningFolder(stripePackage);
  expect((await learn(folder, "npm:stripe@1.2.3")).status).toBe(0);
  const first = readTexts(folder);
  expect(readFileSync(join(folder, "presence.yaml"), "utf8")).toMatch(
    /source: npm:stripe@1.2.3\n {4}always:\n {6}- our.card.brand\n {4}properties:\n {6}- our.card.note\n$/,
  );
  await learn(folder, "node_modules/stripe");
  expect(readTexts(folder)).toEqual(first);
});

test("facts are learnt from samples near the version; facts by hand stay", async () => {
  const sample = (value: object) =>
    JSON.stringify({ resources: { "our.card": value } });
  const folder = learningFolder({
    "presence.yaml": facts("our.card.brand"),
    "samples/2024-02-01.json": sample({ brand: null }),
    "samples/2020-02-01.json": sample({}),
  });
  expect((await learn(folder, "samples:samples")).status).toBe(0);
  const text = readFileSync(join(folder, "presence.yaml"), "utf8");
  expect(text).toContain("reason: not in the sample");
  expect(text).toMatch(
    /samples:2024-02-01\n {4}properties:\n {6}- our.card.note\n$/,
  );
});

test.each([
  [
    "another version",
    "npm:stripe@9.9.9",
    /version "1.2.3" is installed, not "9.9.9" .*\n {2}at --from npm:stripe\n/,
  ],
  ["another package", "npm:other@1.0.0", /only the package stripe/],
  ["a folder that is not there", "nowhere", /--from nowhere/],
  ["no samples", "samples:nowhere", /is not a folder/],
  [
    "no sample near the version",
    "samples:node_modules",
    /no sample is named after a date/,
  ],
])("nothing is learnt from %s", async (_what, from, message) => {
  const folder = learningFolder(stripePackage);
  const before = readTexts(folder);
  const { status, stderr } = await learn(folder, from);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
  expect(readTexts(folder)).toEqual(before);
});

test("nothing is learnt from a package that is not installed", async () => {
  const { status, stderr } = await learn(
    learningFolder({}),
    "npm:stripe@1.2.3",
  );
  expect(stderr).toMatch(/is not installed/);
  expect(status).toBe(2);
});

test("a wrong presence file is not replaced", async () => {
  const folder = learningFolder({
    ...stripePackage,
    "presence.yaml": "a: 1\n",
  });
  const { status, stderr } = await learn(folder, "npm:stripe");
  expect(stderr).toMatch(/1 is not a list/);
  expect(status).toBe(2);
  expect(readFileSync(join(folder, "presence.yaml"), "utf8")).toBe("a: 1\n");
});

test("`codegen presence` alone names its commands", async () => {
  const { status, stderr } = await runCodegen(temporaryFolder({}), [
    "presence",
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain(
    "missing command; expected one of learn [cli/usage]",
  );
});
