// A file's text → the checksum that the manifest keeps of it. Apart, because it
// is the one place here that needs Node's crypto; no input or output happens.

import { createHash } from "node:crypto";

/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
export function checksumOf(contents: string): string {
  return createHash("sha256").update(contents, "utf8").digest("hex");
}
