// Converts names of the document to TypeScript names: of types and files.

import { createHash } from "node:crypto";
import type { Word } from "../printable.js";

/** `identity.verification_session → IdentityVerificationSession` */
export function tsTypeName(raw: string): Word {
  // `²` and `½` are numbers and U+2E2F is a letter, but none can be in an identifier.
  const words = raw.normalize("NFC").split(/(?:[^\p{L}\p{Nd}\p{Nl}]|\u2e2f)+/u);
  let name = "";
  for (const word of words) {
    const [first = ""] = word;
    // Separate digits stay separate, so that `v1_2` and `v12` get two names.
    if (/\d$/.test(name) && /^\d/.test(word)) name += "_";
    name += first.toUpperCase() + word.slice(first.length);
  }
  const safe = /^[\p{L}_]/u.test(name) ? name : `_${name}`;
  return safe as Word; // letters, digits and `_`
}

/**
 * Windows reserves these names for devices, whatever the extension; `index` stands for
 * a folder.
 */
const isReservedTsFile = /^(con|prn|aux|nul|com\d|lpt\d|index)$/i;

/** File systems limit names to 255 bytes, including the extension. */
const tsMaxFileBytes = 180;

/** `identity.verification_session → identity_verification_session` */
export function tsFileName(raw: string): Word {
  return safeTsFileName(raw) as Word; // letters, digits and `_`
}

function safeTsFileName(raw: string): string {
  const safe = raw.normalize("NFC").replace(/[^\p{L}\p{N}_]/gu, "_") || "_";
  if (isReservedTsFile.test(safe)) return `${safe}_`;
  if (Buffer.byteLength(safe) <= tsMaxFileBytes) return safe;
  const digest = createHash("sha256").update(raw).digest("hex").slice(0, 8);
  const cut = Buffer.from(safe).subarray(0, tsMaxFileBytes).toString("utf8");
  return `${cut.replace(/\ufffd+$/, "")}_${digest}`;
}
