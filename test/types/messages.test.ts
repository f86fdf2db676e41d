// The compiler's message for a wrong expand path contains the path, the valid paths and
// the probable correction.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileText } from "./compile-text.js";

const folder = fileURLToPath(
  new URL("../../generated/stripe", import.meta.url),
);

test("the message of a wrong path", () => {
  const found = compileText(
    join(folder, "message.ts"),
    `import type { Expanded } from "./expand.js";
     import type { CheckoutSession } from "./model/checkout_session.js";
     import type { CheckoutSessionExpandPath } from "./expand-paths.js";
     export type Wrong = Expanded<CheckoutSession, "custmer">;
     export const wrong = (expand: readonly CheckoutSessionExpandPath[]) => expand;
     wrong(["custmer"]);`,
  ).errors;
  expect(found).toEqual([
    expect.stringMatching(
      /^Type '"custmer"' does not satisfy the constraint '.*"customer".*'\.$/,
    ),
    expect.stringMatching(
      /^Type '"custmer"' is not assignable to type '.*'\. Did you mean '"customer"'\?$/,
    ),
  ]);
});
