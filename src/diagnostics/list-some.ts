// Long lists in messages. All messages share one limit.

/** The most names that one message lists. */
const mostListed = 10;

/** Splits names, in quotes, into those that a message lists and the number of the others. */
export function listSome(names: readonly string[]): {
  readonly listed: readonly string[];
  readonly others: number;
} {
  const listed = names.slice(0, mostListed).map((name) => JSON.stringify(name));
  return { listed, others: names.length - listed.length };
}

/** `"a", "b" and 3 more` */
export function formatSome(names: readonly string[]): string {
  const { listed, others } = listSome(names);
  return listed.join(", ") + (others > 0 ? ` and ${others} more` : "");
}
