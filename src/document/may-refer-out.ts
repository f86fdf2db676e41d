// The text of a document → whether its references have to be looked at one by one
// before it is read. Walking a document takes as long as parsing it, and most refer to
// their own schemas and nothing else.

/** A reference that may lead out of the document, or an example in which one may stand. */
const suspicious = /\$ref["']?\s*:\s*["']?(?!["']?#)|\bexamples?["']?\s*:/;

export function mayReferOut(text: string): boolean {
  return suspicious.test(text);
}
