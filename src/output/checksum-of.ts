// A file's text → the checksum that the manifest keeps of it. Separate because it
// is the only file here that needs Node's crypto; it does no input or output.

import { createHash } from "node:crypto";
import { withUnixLineEnds } from "./line-ends.js";

/**
 * SHA-256 of the text's UTF-8 bytes with `\n` as line end, in lower-case hex. A byte
 * order mark at the start does not count: an editor adds it unasked.
 */
export function checksumOf(contents: string): string {
  const text = withUnixLineEnds(contents).replace(/^\uFEFF/, "");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
