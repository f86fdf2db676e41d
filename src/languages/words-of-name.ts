// Splits names of the document into words, and joins them in the cases that languages use.

import { createHash } from "node:crypto";
import type { Word } from "./printable.js";

/** A name in five cases. Each is an identifier, except for the `-` in `kebab`. */
export interface NameCases {
  /** `IdentityReport` */
  readonly pascal: Word;
  /** `identityReport` */
  readonly camel: Word;
  /** `identity_report` */
  readonly snake: Word;
  /** `identity-report` */
  readonly kebab: Word;
  /** `IDENTITY_REPORT` */
  readonly constant: Word;
}

/**
 * Splits a name at characters that identifiers cannot contain, before an upper-case
 * letter that follows a lower-case one, and before the last capital of several; digits
 * stay with their letters: `HTTPServer_v2` → `HTTP`, `Server`, `v2`.
 */
export function wordsOfName(raw: string): string[] {
  return raw
    .normalize("NFC")
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1_")
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1_")
    .split(/(?:[^\p{L}\p{Nd}]|\P{XIDC})+/u)
    .filter((word) => word !== "");
}

/** Names are identifiers and parts of paths, which have at most 255 bytes. */
const longestName = 180;

/**
 * `number` is for names that would be equal otherwise; null for none. Names that a
 * language reserves, and those in `reserved`, get a `_` at their end.
 */
export function nameCases(
  raw: string,
  number: number | null,
  reserved: ReadonlySet<string>,
): NameCases {
  const words = wordsOfName(raw);
  if (words.length === 0) words.push("unnamed");
  // no language lets an identifier start with a digit
  if (/^\p{Nd}/u.test(words[0] ?? "")) words[0] = `n${words[0]}`;
  if (number !== null) words.push(String(number));
  const lower = words.map((word) => word.toLowerCase());
  const upper = lower.map(withCapital);
  const identity = `${raw} ${number ?? ""}`;
  const safe = (name: string) => safeName(name, identity, reserved);
  const [first = "", ...others] = upper;
  return {
    pascal: safe(joinApart([first, ...others])),
    camel: safe(joinApart([lower[0] ?? "", ...others])),
    snake: safe(lower.join("_")),
    kebab: safe(lower.join("-")),
    constant: safe(lower.join("_").toUpperCase()),
  };
}

/** Separate digits stay separate, so that `v1_2` and `v12` get two names. */
function joinApart(words: readonly string[]): string {
  return words.reduce(
    (name, word) =>
      name + (/\d$/.test(name) && /^\d/.test(word) ? "_" : "") + word,
    "",
  );
}

function withCapital(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** `identity` differs for names that would be equal after cutting. */
function safeName(
  name: string,
  identity: string,
  reserved: ReadonlySet<string>,
): Word {
  if (reserved.has(name)) return `${name}_` as Word; // an identifier
  if (Buffer.byteLength(name) <= longestName) return name as Word; // letters, digits, `_`, `-`
  const digest = createHash("sha256")
    .update(identity)
    .digest("hex")
    .slice(0, 8);
  const start = Buffer.from(name).subarray(0, longestName).toString("utf8");
  return `${start.replace(/\ufffd+$/, "")}_${digest}` as Word; // as above
}
