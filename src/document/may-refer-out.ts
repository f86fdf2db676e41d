// Tests the text of a document for references that need a closer look. Walking a
// document takes as long as parsing it, and most documents contain only references to
// their own schemas.

/**
 * Matches a reference that may lead to another file, examples, which may contain
 * references, and escapes, which may spell `$ref` (`"\u0024ref"`). The
 * look-ahead includes the spaces, so that `$ref: "#/a"` does not match. Without quotes, `#`
 * starts a comment of YAML.
 */
const suspicious =
  /\$ref["']?\s*:(?!\s*["']#)|\bexamples?["']?\s*:|\\(?:u00|x|U0{6})(?:24|72|65|66)/i;

const mapping = /\bmapping["']?\s*:/;

/** Matches a value that names a file, as that of a mapping may: `./cat.yaml#/Cat`. */
const namesFile = /:\s*["']?(?![#"'\s])[^"'\s#,{}]*(?:\.(?:ya?ml|json)\b|#\/)/i;

/**
 * Returns false where no reference and no mapping of a discriminator leads out, and no
 * example contains a reference.
 */
export function mayReferOut(text: string): boolean {
  return suspicious.test(text) || (mapping.test(text) && namesFile.test(text));
}
