// Converts names of the document to Rust names: of types, files (modules), fields, and
// enum variants.

import { createHash } from "node:crypto";
import { type Word, word } from "../printable.js";

/**
 * Splits a name at `_`, `-`, spaces and other characters that identifiers cannot
 * contain; before an upper-case letter that follows a lower-case one; at digits; and
 * before the last capital of several: `TaxIDsList → Tax, I, Ds, List`.
 */
export function wordsOf(raw: string): string[] {
  return (
    raw
      .normalize("NFC")
      .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1_")
      .replace(/(\p{L})(?=\p{Nd})|(\p{Nd})(?=\p{L})/gu, "$1$2_")
      .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1_")
      // Some letters, such as U+FE70, cannot be in an identifier.
      .split(/(?:[^\p{L}\p{Nd}]|\P{XIDC})+/u)
      .filter((word) => word !== "")
  );
}

/** `identity.verification_session → IdentityVerificationSession` */
export function rustTypeName(raw: string): Word {
  return safe(wordsOf(raw).map(capitalized).join(""), word`Unnamed`);
}

/**
 * `identity.verification_session → identity_verification_session`, `last_4 → last4`. The
 * underscore disappears before the first number only, as in the files that users have:
 * `x_2_y_3 → x2_y_3`.
 */
export function fieldName(raw: string): Word {
  const snake = wordsOf(raw)
    .map((word) => word.toLowerCase())
    .join("_");
  return safe(snake.replace(/(\p{L})_(?=\p{Nd})/u, "$1"), word`unnamed`);
}

/** Windows reserves these names for devices, whatever the extension. */
const isReservedRustFile = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** File systems limit names to 255 bytes, including the extension. */
const rustMaxFileBytes = 180;

/**
 * Returns the name of a file and of its module, which must be ASCII: `é → ue9`.
 * @see https://doc.rust-lang.org/error_codes/E0754.html
 */
export function rustFileName(raw: string): Word {
  return safeRustFileName(raw) as Word; // letters, digits and `_`
}

function safeRustFileName(raw: string): string {
  const name = fieldName(raw).replace(
    /[^\w]/gu,
    (letter) => `u${letter.codePointAt(0)?.toString(16)}`,
  );
  if (isReservedRustFile.test(name)) return `${name}_`;
  if (Buffer.byteLength(name) <= rustMaxFileBytes) return name;
  const digest = createHash("sha256").update(raw).digest("hex").slice(0, 8);
  const cut = Buffer.from(name).subarray(0, rustMaxFileBytes).toString("utf8");
  return `${cut.replace(/\ufffd+$/, "")}_${digest}`;
}

/** `in_transit → InTransit`, `1.0.2 → _1_0_2`: separate digits stay separate. */
export function variantName(raw: string): Word {
  const name = wordsOf(raw)
    .map(capitalized)
    .reduce(
      (left, word) =>
        left + (/\d$/.test(left) && /^\d/.test(word) ? "_" : "") + word,
      "",
    );
  return safe(name, word`Other`);
}

function capitalized(word: string): string {
  const [first = "", ...others] = word;
  return first.toUpperCase() + others.join("").toLowerCase();
}

/**
 * Strict and reserved keywords of all editions. They get a `_` suffix, since not all
 * are valid as raw identifiers (`r#self` is not).
 * @see https://doc.rust-lang.org/reference/keywords.html
 */
const rustKeywords: ReadonlySet<string> = new Set(
  `abstract as async await become box break const continue crate do dyn else enum
  extern false final fn for gen if impl in let loop macro match mod move mut override
  priv pub ref return self Self static struct super trait true try type typeof
  unsafe unsized use virtual where while yield`.split(/\s+/),
);

function safe(name: string, fallback: Word): Word {
  if (name === "") return fallback;
  const start = /^\p{Nd}/u.test(name) ? "_" : "";
  const end = rustKeywords.has(name) ? "_" : "";
  return `${start}${name}${end}` as Word; // letters, digits and `_`
}
