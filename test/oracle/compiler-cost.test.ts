// The cost of importing a type: the number of types that the compiler instantiates for
// it, minus those of an empty program. Their number is the same
// on every machine; how long it takes is measured by `npm run bench:compiler`.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileText } from "../types/compile-text.js";

const folder = fileURLToPath(
  new URL("../../generated/stripe", import.meta.url),
);

const compile = (text: string) => compileText(join(folder, "cost.ts"), text);

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
