// Generated files → what the compiler has against them at its strictest, with no disk
// and, in validators, without the line that keeps it from looking.

import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  types: [],
};

const unchecked = /^\/\/ @ts-nocheck.*\n/m;

/** `path: message` */
export function compileInMemory(
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const root = "/in-memory/";
  const texts = new Map(
    [...files].map(([path, text]) => [
      root + path,
      text.replace(unchecked, ""),
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.directoryExists = () => true; // no disk has those of the files
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language);
  };
  const paths = [...texts.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(paths, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${file?.fileName.replace(root, "") ?? ""}: ${message}`;
  });
}
