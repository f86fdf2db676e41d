// `codegen explain`: prints the catalogue's entry of a code, or all of them.

import { expect, test } from "vitest";
import { diagnosticCatalogue } from "../../src/diagnostics/diagnostic-catalogue.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const explain = (...args: string[]) =>
  runCodegen(temporaryFolder({}), ["explain", ...args]);

test("a code gives its severity, title, cause and fix", async () => {
  const { cause, fix, title } = diagnosticCatalogue["ref/not-found"];
  const { status, stdout, stderr } = await explain("ref/not-found");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(
    `ref/not-found (error)\n${title}\n\n  ${cause}\n\n  fix: ${fix}\n`,
  );
});

test("--json prints the same as an object", async () => {
  const { stdout } = await explain("schema/no-items", "--json");
  expect(JSON.parse(stdout)).toEqual({
    code: "schema/no-items",
    ...diagnosticCatalogue["schema/no-items"],
  });
});

test("without a code it lists all", async () => {
  const codes = Object.keys(diagnosticCatalogue);
  const { stdout } = await explain();
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual(codes);
  const listed: { code: string }[] = JSON.parse(
    (await explain("--json")).stdout,
  );
  expect(listed.map(({ code }) => code)).toEqual(codes);
});

test("an unknown code is wrong input, with the nearest one", async () => {
  const { status, stdout, stderr } = await explain("ref/not-foud");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    'error: unknown diagnostic code "ref/not-foud" [cli/usage]\n  help: did you mean "ref/not-found"?\n',
  );
  expect((await explain("hello")).stderr).toContain(
    "`codegen explain` lists all codes",
  );
  expect((await explain("a", "b")).status).toBe(2);
});
