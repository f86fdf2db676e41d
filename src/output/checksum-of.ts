// Computes the checksum of a file for the manifest. In a file of its own, since nothing
// else in this folder needs Node's crypto for file contents; it does no I/O.

import { createHash } from "node:crypto";
import { withUnixLineEnds } from "./line-ends.js";

/**
 * Returns the SHA-256 of the UTF-8 text in lower-case hex. Ignores differences that are
 * not edits: `\r\n` line ends, and a leading byte order mark, which editors add.
 */
export function checksumOf(contents: string): string {
  const text = withUnixLineEnds(contents).replace(/^\uFEFF/, "");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
