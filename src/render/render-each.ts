// Implements `{{#each list}}` for lists only, the one use that templates have.
// Handlebars' own helper also accepts objects and iterators, and creates a string and
// four objects for each iteration. Rendering a large output is mostly loops.

import Handlebars, { type HelperOptions } from "handlebars";

/** `data` is set only for templates that may use loop variables such as `@last`. */
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
