// Stripe's descriptions → Markdown. Descriptions of operations are HTML; others
// are Markdown with a few HTML links and line breaks.

import { createRequire } from "node:module";
import type { NodeHtmlMarkdown } from "node-html-markdown";

/** Does not change text without HTML. */
export function htmlToMarkdown(text: string): string {
  if (!text.includes("<")) return text;
  if (/^\s*<(p|ul|ol|div)\b/.test(text)) return convertHtml(text);
  return text
    .replace(/<a\s[^>]*>.*?<\/a>/gs, convertHtml)
    .replace(/(?<!\s)\s*(?:<br\s*\/?>\s*)+/g, "\n\n");
}

function convertHtml(html: string): string {
  // A line break becomes a space, so that the words around a tag stay separate.
  const markdown = converter().translate(html.replace(/(?<!\s)\s*\n\s*/g, " "));
  return markdown.replaceAll("%5F", "_").trim();
}

const noEscape = [/(?!)/g, ""] as const;

let loaded: NodeHtmlMarkdown | null = null;

/** Loads the library at the first HTML: it loads slowly, and models alone contain none. */
function converter(): NodeHtmlMarkdown {
  if (loaded === null) {
    const require = createRequire(import.meta.url);
    const library: typeof import("node-html-markdown") = require("node-html-markdown");
    loaded = new library.NodeHtmlMarkdown({
      bulletMarker: "-",
      // Comments are more often read as source than rendered, so nothing is escaped.
      globalEscape: noEscape,
      lineStartEscape: noEscape,
    });
  }
  return loaded;
}
