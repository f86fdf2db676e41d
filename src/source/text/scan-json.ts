// Scans valid JSON for what `JSON.parse` discards: repeated keys, and numbers as
// written.

import type { KeyPath } from "./key-path.js";

/** Called for each finding; `place` computes its path on demand. */
export interface JsonVisitor {
  /** `place()` ends with the repeated key. */
  onRepeatedKey?(place: () => KeyPath, offset: number, first: number): void;
  onNumber?(place: () => KeyPath, source: string): void;
}

/** An open object or array, with the current key or index. */
interface Level {
  /** Offset of each key; null for an array. */
  readonly keys: Map<string, number> | null;
  token: string | number;
}

/** Scans without recursion, so that deep documents do not overflow the stack. */
export function scanJson(text: string, visitor: JsonVisitor): void {
  const levels: Level[] = [];
  const placeNow = (): KeyPath => levels.map(({ token }) => token);
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1);
    switch (text[at]) {
      case "{":
        levels.push({ keys: new Map(), token: "" });
        break;
      case "[":
        levels.push({ keys: null, token: 0 });
        break;
      case "}":
      case "]":
        levels.pop();
        break;
      case ",":
        if (typeof level?.token === "number") level.token++;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys != null && isKey(text, end)) {
          const key: string = JSON.parse(text.slice(at, end));
          level.token = key;
          const first = level.keys.get(key);
          if (first === undefined) level.keys.set(key, at);
          else visitor.onRepeatedKey?.(placeNow, at, first);
        }
        at = end - 1;
        break;
      }
      default: {
        const source = numberAt(text, at);
        if (source === null) break;
        visitor.onNumber?.(placeNow, source);
        at += source.length - 1;
      }
    }
  }
}

/** Counts keys including repeated ones, several times as fast as `scanJson`. */
export function countKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; ) {
    const end = endOfString(text, at);
    if (isKey(text, end)) count++;
    at = text.indexOf('"', end);
  }
  return count;
}

/** Returns the offset behind the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

/** A quote is escaped by an odd number of backslashes before it. */
function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1;
  while (text[before] === "\\") before--;
  return (quote - before) % 2 === 0;
}

/** In valid JSON, a colon follows only keys. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (isSpace(text.charCodeAt(at))) at++;
  return text[at] === ":";
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function numberAt(text: string, start: number): string | null {
  let end = start;
  while (isOfNumber(text.charCodeAt(end), end === start)) end++;
  return end === start ? null : text.slice(start, end);
}

/** `e` and `E` cannot start a number: `true` and `false` contain them. */
function isOfNumber(code: number, first: boolean): boolean {
  if ((code >= 0x30 && code <= 0x39) || code === 0x2d) return true;
  return (
    !first && (code === 0x2e || code === 0x2b || code === 0x65 || code === 0x45)
  );
}
