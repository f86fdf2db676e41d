// Generated files → what the compiler has against them, under the strictest
// options that a user may have.

import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** `file: message`, for all the files in one program, as that loads the library once. */
export function compileFiles(files: readonly string[]): string[] {
  const program = ts.createProgram(files, options);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${file?.fileName ?? ""}: ${message}`;
  });
}

/** The statements of a file that are neither an import, an export nor a declaration of types. */
export function findCode(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(
    fileName,
    text,
    ts.ScriptTarget.ES2022,
    true,
  );
  const code: string[] = [];
  for (const statement of source.statements) {
    if (!declaresTypesOnly(statement)) code.push(statement.getText());
  }
  return code;
}

function declaresTypesOnly(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement)) return true;
  if (ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) {
    return statement.importClause?.isTypeOnly === true;
  }
  return ts.isExportDeclaration(statement) && statement.isTypeOnly;
}
