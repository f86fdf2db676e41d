// Removes secrets from all URLs in a text, as `showAddress` does for a single URL. This
// is the last safeguard, for texts that quote others. Code that quotes a URL calls
// `quoteAddress`, since it knows where the URL starts and ends.

import { showAddress } from "./show-address.js";

/** Matches quoted text and words. */
const secretParts = /"(?:[^"\\]|\\.)*"|'[^'\n]*'|`[^`\n]*`|[^\s"'`<>]+/gs;

/** Match the start of a URL with a host: at the start of a text, and within a word. */
const hostAtStart =
  /^[\p{Cc} ]*(?:[a-z][a-z0-9+.-]*\s*:\s*[/\\]{2}|(?:https?|wss?|ftps?)\s*:|[/\\]{2})/iu;
const hostWithin =
  /(?:[a-z][a-z0-9+.-]*:[/\\]{2}|(?:https?|wss?|ftps?):|[/\\]{2})/i;

/** Matches `x.yaml?key=value` and `me:pw@host`, but not an expression such as `^a?b=c$`. */
const plain = /^[^\s"^$()[\]{}|*]+$/;
const secretAtEnd = /\?[\w.~%-]+=|:.*[^/\\:]@/s;

/** `see https://me:pw@host/a?sig=x → see https://host/a?…` */
export function hideSecrets(text: string): string {
  if (!/[:?]|[/\\]{2}/.test(text)) return text;
  return text.replace(secretParts, (part) => {
    const mark = part.charAt(0);
    const isQuoted = /["'`]/.test(mark) && part.length > 1;
    return isQuoted ? hideInQuotes(part, mark) : hideInWord(part);
  });
}

function hideInQuotes(part: string, mark: string): string {
  const inner = mark === '"' ? unquote(part) : part.slice(1, -1);
  if (inner !== null && isAddress(inner)) {
    const shown = showAddress(inner);
    if (shown === inner) return part;
    return mark === '"' ? JSON.stringify(shown) : mark + shown + mark;
  }
  const between = part.slice(1, -1).replace(/[^\s"'`<>]+/g, hideInWord);
  return mark + between + mark;
}

function hideInWord(word: string): string {
  const [, before = "", inner = "", after = ""] =
    /^([([{,;]*)(.*?)([)\]},.;:]*)$/s.exec(word) ?? [];
  if (isAddress(inner)) return before + showAddress(inner) + after;
  const start = hostWithin.exec(inner)?.index ?? -1;
  if (start < 0) return word;
  return (
    before + inner.slice(0, start) + showAddress(inner.slice(start)) + after
  );
}

function isAddress(text: string): boolean {
  if (text.startsWith("#/")) return false; // a JSON pointer
  return hostAtStart.test(text) || (plain.test(text) && secretAtEnd.test(text));
}

/** Returns null if the text is not a JSON string. */
function unquote(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
