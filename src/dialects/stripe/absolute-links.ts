// `[guide](/docs/api)` → `[guide](https://docs.stripe.com/api)`: the document is
// written for Stripe's own site, where such links are relative.

/** Pages of Stripe's site that are not part of its documentation. */
const outsideTheDocs = /^\/[^/]+\/legal\b/;

/** Leaves links that already name their host as they are. */
export function absoluteLinks(markdown: string): string {
  return markdown.replace(
    /\]\(([/#][^)\s]*)/g,
    (_whole, target: string) => `](${absoluteLink(target)}`,
  );
}

function absoluteLink(target: string): string {
  if (target.startsWith("#")) return `https://docs.stripe.com/api${target}`;
  if (outsideTheDocs.test(target)) return `https://stripe.com${target}`;
  return `https://docs.stripe.com${target.replace(/^\/docs\//, "/")}`;
}
