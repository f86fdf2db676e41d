// The README shows one generated file; this keeps it the one that is generated.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the README's showcase is the generated file without its descriptions", () => {
  const [, shown] =
    /<!-- showcase[^>]*-->\s*```ts\n([\s\S]*?)```/.exec(read("README.md")) ??
    [];
  const generated = read(
    "generated/stripe/model/identity_verification_session.ts",
  )
    .replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "")
    .replace(/^\/\/.*\n/gm, "")
    .trimStart();
  expect(shown).toBe(generated);
});
