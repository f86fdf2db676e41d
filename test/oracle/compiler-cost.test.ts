// What importing a type costs whoever compiles against it: the types that the
// compiler makes for it, above those of an empty program. Their number is the same
// on every machine; how long it takes is measured by `npm run bench:compiler`.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = fileURLToPath(
  new URL("../../generated/stripe", import.meta.url),
);

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

/** The types made for a program of one file, and what is wrong with it. */
function compile(text: string): { types: number; errors: string[] } {
  const path = join(folder, "cost.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], options, host);
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    );
  return { types: program.getTypeCount(), errors };
}

const empty = compile("export {};").types;

test("an empty program makes types of its own", () => {
  expect(empty).toBeGreaterThan(0);
});

test.each([
  ["identity_verification_session", "IdentityVerificationSession", 250],
  ["charge", "Charge", 4800],
])("model/%s.js makes few types: %s, at most %i", (file, type, most) => {
  const { types, errors } = compile(
    `import type { ${type} } from "./model/${file}.js";
     declare const one: ${type};
     export const status = one.status;`,
  );
  expect(errors).toEqual([]);
  expect(types - empty).toBeGreaterThan(100);
  expect(types - empty).toBeLessThanOrEqual(most);
});

test("an expand path of five names is not excessively deep", () => {
  const { errors } = compile(
    `import type { CheckoutSession } from "./model/checkout_session.js";
     import type { Expanded } from "./expand.js";
     declare const session: Expanded<CheckoutSession, "subscription.items.data.price.product">;
     export const ids: string[] | undefined =
       session.subscription?.items.data.map((item) => item.price.product.id);`,
  );
  expect(errors).toEqual([]);
});

test("and an error would be seen", () => {
  const { errors } = compile(
    `import type { Charge } from "./model/charge.js";
     export type No = Charge["no"];`,
  );
  expect(errors).toEqual([expect.stringContaining("'no' does not exist")]);
});
