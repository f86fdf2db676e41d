// `[guide](/docs/api)` → `[guide](https://docs.stripe.com/api)`. Links in the
// document are relative to Stripe's own site.

/** Legal pages, which are on stripe.com: `/us/legal/ssa`. */
const outsideTheDocs = /^\/[^/]+\/legal\b/;

/** Does not change absolute links. */
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
