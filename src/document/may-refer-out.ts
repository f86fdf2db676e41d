// Tests the text of a document for references that need a closer look. Walking a
// document takes as long as parsing it, and most documents contain only references to
// their own schemas.

/**
 * Matches a reference that may lead to another file, and examples, which may contain
 * references.
 */
const suspicious = /\$ref["']?\s*:\s*["']?(?!["']?#)|\bexamples?["']?\s*:/;

/** Returns false where no reference leads out, and no example contains one. */
export function mayReferOut(text: string): boolean {
  return suspicious.test(text);
}
