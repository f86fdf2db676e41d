// Addresses in messages are without what may be secret.

import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { hideSecrets } from "../../../src/diagnostics/hide-secrets.js";
import { showAddress } from "../../../src/diagnostics/show-address.js";

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
  ["me:pw@host", "…@host"],
  ["folder/a?b.json", "folder/a?…"],
  ["folder/a b.json", "folder/a b.json"],
  [" https://me:pw@host/x", "https://host/x"],
  ["//me:pw@host/x", "//host/x"],
  ["\\\\me:pw@host\\x", "\\\\host\\x"],
  ["https:/me:pw@host", "https:/host"],
  ["https:me:pw@host", "https:host"],
  ["http ://me:pw@host", "http ://host"],
  ["https://me:p#w@host", "https://host"],
  ["https://me:8/p@host/x", "https://…@host/x"],
  ["https://me:pw", "https://…"],
  ["https://[::1]:80/x", "https://[::1]:80/x"],
  ["https://host/zoo@1.0.0/a.json", "https://host/zoo@1.0.0/a.json"],
  ["/home/me/https:/me:pw@host", "/home/me/https:/host"],
  ["npm:@scope/zoo/a.json", "npm:@scope/zoo/a.json"],
  ["npm:zoo@1.0.0/a.json", "npm:zoo@1.0.0/a.json"],
  ["npm:me:pw@host", "npm:…@host"],
  ["C:\\me@home\\a.json", "C:\\me@home\\a.json"],
  ["data:text/plain,x", "data:…"],
  ["#/paths/~1a?b=c", "#/paths/~1a?b=c"],
  ["a.json#/content/text~1plain;a=b", "a.json#/content/text~1plain;a=b"],
  ["a.json#token=x", "a.json#…"],
])("%s", (address, shown) => {
  expect(showAddress(address)).toBe(shown);
  expect(showAddress(shown)).toBe(shown);
});

test("in a text, and in all of a diagnostic", () => {
  const address = "https://me:pw@host/a?sig=pw#/b";
  expect(hideSecrets(`"${address}" and ${address}`)).toBe(
    '"https://host/a?…#/b" and https://host/a?…#/b',
  );
  const unc = JSON.stringify("\\\\me:p w@host");
  expect(hideSecrets(`${unc} '//me:pw@host' (x?a=pw).`)).toBe(
    `${JSON.stringify("\\\\host")} '//host' (x?…).`,
  );
  const pattern = '"^a?b=c$" at #/paths/~1a?b=c';
  expect(hideSecrets(pattern)).toBe(pattern);
  const at = { file: address, pointer: `#/${address}` };
  const diagnostic = createDiagnostic("ref/remote", at, address, address);
  expect(JSON.stringify(diagnostic)).not.toContain("pw");
});
