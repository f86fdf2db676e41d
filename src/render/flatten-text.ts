// Flattens a concatenated string. V8 represents it as a tree of its pieces until a
// character is read. The trees of a large output have millions of nodes, which the
// garbage collector would copy until the files are written.

/** Returns the same string; reading a character makes V8 flatten it. */
export function flattenText(text: string): string {
  text.charCodeAt(0);
  return text;
}
