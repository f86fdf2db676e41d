// A model set is the same whoever asks for it, and has one canonical JSON.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { findDialect } from "../../../src/cli/registry.js";
import { parseSpec } from "../../../src/document/parse-spec.js";
import { canonicalJson } from "../../../src/ir/query/canonical-json.js";
import { buildModelSet } from "../../../src/parse/build-model-set.js";
import { shuffleKeys } from "../../corpus/shuffle-keys.mjs";

const cases = new URL("../../golden/cases/", import.meta.url);

function modelSetOf(root: unknown, wantsOperations: boolean) {
  const report = () => {};
  const tree = { file: "a.yaml", location: "a.yaml", root, apiVersion: null };
  const document = parseSpec(tree, report);
  const dialect = findDialect(null, document.root, null);
  return buildModelSet(document, dialect, () => wantsOperations, report);
}

const documents = readdirSync(cases).flatMap((name) => {
  const text = readFileSync(new URL(`${name}/spec.yaml`, cases), "utf8");
  const root: unknown = parse(text, { merge: true });
  return [[name, root] as const];
});

describe.each(documents)("%s", (_name, root) => {
  test("has the same models whether operations are listed or not", () => {
    const [asked, unasked] = [modelSetOf(root, true), modelSetOf(root, false)];
    expect(unasked.models).toEqual(asked.models);
    expect(unasked.discriminators).toEqual(asked.discriminators);
  });

  test("has one canonical JSON, whatever the order of its keys", () => {
    const json = canonicalJson(modelSetOf(root, true));
    expect(canonicalJson(modelSetOf(shuffleKeys(root), true))).toBe(json);
    expect(JSON.parse(json)).toMatchObject({ file: "a.yaml" });
  });
});
