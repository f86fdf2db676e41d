/** A value of a document as a message quotes it. JSON has no `bigint`, which stands for large integers. */
export function quote(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "bigint" ? String(part) : part,
  );
  return text ?? "nothing";
}

/** The same, of a long value only its beginning. */
export function quoteBriefly(value: unknown): string {
  const text = quote(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** More would bury the message. */
const longestQuoted = 80;

/** For a value from a file that may be damaged: of any size, and nested to any depth. */
export function quoteAnySize(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string" || value.length <= longestQuoted) {
    return quote(value);
  }
  return `${quote(value.slice(0, longestQuoted))}… (${value.length} characters)`;
}
