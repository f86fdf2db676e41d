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
