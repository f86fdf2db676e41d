// Shortens long lists in messages. All messages share one limit.

/** The maximum number of names in one message. */
const maxListed = 10;

/** Returns the names that a message lists, in quotes, and how many it omits. */
export function listSome(names: readonly string[]): {
  readonly listed: readonly string[];
  readonly others: number;
} {
  const listed = names.slice(0, maxListed).map((name) => JSON.stringify(name));
  return { listed, others: names.length - listed.length };
}

/** `"a", "b" and 3 more` */
export function formatSome(names: readonly string[]): string {
  const { listed, others } = listSome(names);
  return listed.join(", ") + (others > 0 ? ` and ${others} more` : "");
}
