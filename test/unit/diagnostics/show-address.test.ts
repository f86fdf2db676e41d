// Addresses in messages are without what may be secret.

import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import {
  hideSecrets,
  showAddress,
} from "../../../src/diagnostics/show-address.js";

test.each([
  ["https://host/a.json", "https://host/a.json"],
  ["https://host:8080/@scope/a.json#/b", "https://host:8080/@scope/a.json#/b"],
  ["https://me:pw@host/a.json", "https://host/a.json"],
  ["HTTPS://token@host/a.json", "HTTPS://host/a.json"],
  ["https://me:p@w@host/@x", "https://host/@x"],
  ["https://me:p/w@host/x", "https://host/x"],
  ["https://me:p w@host/x", "https://host/x"],
  ['https://me:p"w@host/x', "https://host/x"],
  ["https://host/a?token=x", "https://host/a?…"],
  ["https://host/a?pw@x#/b", "https://host/a?…#/b"],
  ["https://host/a#token=x", "https://host/a#…"],
  ["https://host/a?", "https://host/a"],
  ["postgres://me:pw@host/db", "postgres://host/db"],
  ["me:pw@host", "me:pw@host"],
  ["folder/a?b.json", "folder/a?b.json"],
])("%s", (address, shown) => {
  expect(showAddress(address)).toBe(shown);
  expect(showAddress(shown)).toBe(shown);
});

test("in a text, and in all of a diagnostic", () => {
  const address = "https://me:pw@host/a?sig=pw#/b";
  expect(hideSecrets(`"${address}" and ${address}`)).toBe(
    '"https://host/a?…#/b" and https://host/a?…#/b',
  );
  const at = { file: address, pointer: `#/${address}` };
  const diagnostic = createDiagnostic("ref/remote", at, address, address);
  expect(JSON.stringify(diagnostic)).not.toContain("pw");
});
