// Helpers of the oracles that compare types with openapi-typescript's: a program of
// files in memory, and nominal references, so that a difference appears only in the
// type that has it.

import ts from "typescript";
import { expect } from "vitest";

/** Declares the types that `nominal` uses. */
export const referenceType =
  "interface Ref<Name extends string> { readonly referenceTo: Name }\n";

/** Declares a type that is true if the compiler considers two types identical. */
export const same =
  "type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;";

/** `components["schemas"]["charge"] → Ref<"charge">` */
export function nominal(output: string): string {
  return output.replace(/components\["schemas"\]\["([^"]+)"\]/g, 'Ref<"$1">');
}

/** Alias in `/compare.ts` → the string literals it stands for: none for `never`. */
export function readAliases(
  files: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.directoryExists = () => true;
  host.readFile = (path) => files.get(path) ?? ts.sys.readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const content = files.get(path);
    return content === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, content, ts.ScriptTarget.ES2022);
  };
  host.getCurrentDirectory = () => "/";
  const program = ts.createProgram(["/compare.ts"], options, host);
  const problems = ts.getPreEmitDiagnostics(program);
  expect(problems.map(({ messageText }) => messageText)).toEqual([]);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile("/compare.ts");
  const results = new Map<string, string[]>();
  source?.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node)) return;
    const type = checker.getTypeAtLocation(node.name);
    const parts = type.isUnion() ? type.types : [type];
    // If no single property differs, the type as a whole does.
    const keys = parts.flatMap((part) =>
      part.isStringLiteral()
        ? [part.value]
        : part.flags & ts.TypeFlags.Never
          ? []
          : [""],
    );
    results.set(node.name.text, keys);
  });
  return results;
}
