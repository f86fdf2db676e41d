// Markdown of the document → the lines of a doc comment.

/** Marks that turn the direction of text are refused in comments, as they can hide code. */
const unwanted = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Each line as it stands, with no space at its end; empty where there is nothing to say. */
export function docLines(...texts: readonly (string | null)[]): string[] {
  return texts
    .filter((text) => text !== null && text !== "")
    .join("\n\n")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line.replaceAll("\t", "    ").replace(unwanted, "").trimEnd(),
    )
    .filter((line, _index, all) => all.length > 1 || line !== "");
}
