// The texts of the declaration files of the `stripe` package → a program of the
// TypeScript compiler, and the interfaces of resources in it. In memory: the compiler
// sees no file but these.

import type ts from "typescript";
import type { Compiler } from "../../learn/presence-finding.js";

/** The types of a package, ready to be compared with a document. */
export interface StripeTypes {
  readonly checker: ts.TypeChecker;
  /** `checkout.session` → the interfaces with this `object`. */
  readonly resources: ReadonlyMap<string, readonly ts.Type[]>;
  /** The API version that the package was generated for; null if it names none. */
  readonly apiVersion: string | null;
}

/** Enough of the standard library to resolve the members of Stripe's types. */
const library = `
interface Array<T> { readonly [index: number]: T; readonly length: number }
interface ReadonlyArray<T> { readonly [index: number]: T }
interface Boolean {} interface Function {} interface CallableFunction {}
interface NewableFunction {} interface IArguments {} interface Number {}
interface Object {} interface RegExp {} interface String {}
type Partial<T> = { [P in keyof T]?: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
`;

const libraryFile = "/library.d.ts";

/** `files`: path in the package → text, such as `types/Charges.d.ts`. */
export function openStripeTypes(
  compiler: Compiler,
  files: ReadonlyMap<string, string>,
): StripeTypes {
  const texts = new Map([[libraryFile, library]]);
  for (const [path, text] of files) texts.set(`/stripe/${path}`, text);
  const program = compiler.createProgram({
    rootNames: [...texts.keys()],
    options: {
      noLib: true,
      strict: true,
      types: [],
      target: compiler.ScriptTarget.ES2022,
    },
    host: createHost(compiler, texts),
  });
  const checker = program.getTypeChecker();
  const resources = new Map<string, ts.Type[]>();
  let apiVersion: string | null = null;
  const visit = (node: ts.Node): void => {
    if (compiler.isInterfaceDeclaration(node)) {
      const type = checker.getTypeAtLocation(node);
      const literal = literalOf(checker, type, "object");
      const others = resources.get(literal ?? "") ?? [];
      // An interface may be declared in several files.
      if (literal !== null && !others.includes(type)) {
        resources.set(literal, [...others, type]);
      }
    } else if (
      compiler.isTypeAliasDeclaration(node) &&
      node.name.text === "LatestApiVersion" &&
      compiler.isLiteralTypeNode(node.type) &&
      compiler.isStringLiteral(node.type.literal)
    ) {
      apiVersion = node.type.literal.text;
    }
    if (!isParams(compiler, node)) compiler.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) visit(file);
  return { checker, resources, apiVersion };
}

/** True for the namespace of a request's types, some of which have an `object` too. */
function isParams(compiler: Compiler, node: ts.Node): boolean {
  return (
    compiler.isModuleDeclaration(node) && node.name.text.endsWith("Params")
  );
}

/** The text of a property whose type is one string literal; null for any other. */
export function literalOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  name: string,
): string | null {
  const property = type.getProperty(name);
  if (property === undefined) return null;
  const found = checker.getTypeOfSymbol(property);
  return found.isStringLiteral() ? found.value : null;
}

function createHost(
  compiler: Compiler,
  texts: ReadonlyMap<string, string>,
): ts.CompilerHost {
  return {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      return text === undefined
        ? undefined
        : compiler.createSourceFile(path, text, target, true);
    },
    getDefaultLibFileName: () => libraryFile,
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
}
