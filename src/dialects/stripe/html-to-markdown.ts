// Stripe describes operations in HTML, and here and there puts a link or a line
// break in HTML into its Markdown → Markdown throughout.

import { createRequire } from "node:module";
import type { NodeHtmlMarkdown } from "node-html-markdown";

/** Leaves Markdown as it is. */
export function htmlToMarkdown(text: string): string {
  if (!text.includes("<")) return text;
  if (/^\s*<(p|ul|ol|div)\b/.test(text)) return convertHtml(text);
  return text
    .replace(/<a\s[^>]*>.*?<\/a>/gs, convertHtml)
    .replace(/\s*(?:<br\s*\/?>\s*)+/g, "\n\n");
}

function convertHtml(html: string): string {
  // Without the spaces at line ends the words around a tag would grow together.
  const markdown = converter().translate(html.replace(/\s*\n\s*/g, " "));
  return markdown.replaceAll("%5F", "_").trim();
}

const noEscape = [/(?!)/g, ""] as const;

let loaded: NodeHtmlMarkdown | null = null;

/** Loaded when the first HTML is met: models alone have none, and loading it takes a while. */
function converter(): NodeHtmlMarkdown {
  if (loaded === null) {
    const require = createRequire(import.meta.url);
    const library: typeof import("node-html-markdown") = require("node-html-markdown");
    loaded = new library.NodeHtmlMarkdown({
      bulletMarker: "-",
      // Comments are read as they stand more often than rendered.
      globalEscape: noEscape,
      lineStartEscape: noEscape,
    });
  }
  return loaded;
}
