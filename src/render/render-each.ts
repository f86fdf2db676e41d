// `{{#each list}}` over lists, which is all that templates are allowed. Handlebars' own
// also walks objects and iterators, and makes a text and four objects for each turn of
// a loop; most of what a large output is rendered from are loops.

import Handlebars, { type HelperOptions } from "handlebars";

/** `data` is there only in templates that may name `@last` and the like. */
export function renderEach(
  this: unknown,
  list: readonly unknown[] | null,
  { data, fn, inverse }: HelperOptions,
): string {
  if (list === null || list.length === 0) return inverse(this);
  const frame = data && Handlebars.createFrame(data);
  let text = "";
  list.forEach((item, index) => {
    if (frame) {
      frame.index = index;
      frame.first = index === 0;
      frame.last = index === list.length - 1;
    }
    text += fn(item, frame && { data: frame });
  });
  return text;
}
