/**
 * Formats a value of a document for a message. Large integers are `bigint` values,
 * which `JSON.stringify` rejects.
 */
export function quote(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "bigint" ? String(part) : part,
  );
  return text ?? "nothing";
}

/** Quotes the first 60 characters of a value. */
export function quoteBriefly(value: unknown): string {
  const text = quote(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The most characters that a message quotes. */
const longestQuoted = 80;

/** Quotes a value of a file that may be damaged: of any size, and nested to any depth. */
export function quoteAnySize(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string" || value.length <= longestQuoted) {
    return quote(value);
  }
  return `${quote(value.slice(0, longestQuoted))}… (${value.length} characters)`;
}
