// Names of the document → names of Rust, as rules that were found by comparing several
// hundred files have them, and beyond those so that they compile.

import { describe, expect, test } from "vitest";
import {
  fieldName,
  rustFileName,
  rustTypeName,
  variantName,
  wordsOf,
} from "../../../../src/languages/rust/rust-names.js";

test.each([
  ["identity.verification_session", "IdentityVerificationSession"],
  ["with-dash and space", "WithDashAndSpace"],
  ["payment_method_p24", "PaymentMethodP24"],
  ["TaxIDsList", "TaxIDsList"],
  ["SEPADebit", "SepaDebit"],
  ["3d_secure", "_3DSecure"],
  ["self", "Self_"],
  ["$", "Unnamed"],
])("the type of %j is %s", (raw, name) => {
  expect(rustTypeName(raw)).toBe(name);
});

test.each([
  ["last_4", "last4"],
  ["address_line1_check", "address_line1_check"],
  ["tax_reporting_us_1099_k", "tax_reporting_us1099_k"],
  ["x_2_y_3", "x2_y_3"], // dropped once
  ["p24_payments", "p24_payments"],
  ["customerId", "customer_id"],
  ["XMLHttpRequest", "xml_http_request"],
  ["with.dot", "with_dot"],
  ["1st", "_1_st"],
  ["", "unnamed"],
])("the field of %j is %s", (raw, name) => {
  expect(fieldName(raw)).toBe(name);
});

describe("words that the language keeps", () => {
  // https://doc.rust-lang.org/reference/keywords.html, with those of edition 2024
  const strict =
    "as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return self static struct super trait true type unsafe use where while async await dyn";
  const reserved =
    "abstract become box do final macro override priv typeof unsized virtual yield try gen";
  test.each(`${strict} ${reserved}`.split(" "))("%s", (word) => {
    expect(fieldName(word)).toBe(`${word}_`);
    expect(rustFileName(word)).toBe(`${word}_`);
  });

  test("a raw identifier is not a name of the document", () => {
    expect(fieldName("r#type")).toBe("r_type");
  });
});

test.each([
  ["in_transit", "InTransit"],
  ["1.0.2", "_1_0_2"],
  ["102", "_102"],
  ["en-AU", "EnAu"],
  ["*", "Other"],
])("the variant of %j is %s", (raw, name) => {
  expect(variantName(raw)).toBe(name);
});

test("files have names that every system takes", () => {
  expect(rustFileName("con")).toBe("con_");
  expect(rustFileName("naïve.é")).toBe("nauefve_ue9");
  const long = rustFileName(`a${"_very".repeat(60)}_long_name`);
  expect(Buffer.byteLength(`${long}.rs`)).toBeLessThan(255);
  expect(long).not.toBe(rustFileName(`a${"_very".repeat(60)}_long_nome`));
});

test.each([
  ["TaxIDsList", ["Tax", "I", "Ds", "List"]],
  ["a1b2", ["a", "1", "b", "2"]],
  ["ABc", ["A", "Bc"]],
  ["naïveÉtat", ["naïve", "État"]],
])("the words of %j", (raw, words) => {
  expect(wordsOf(raw)).toEqual(words);
});
