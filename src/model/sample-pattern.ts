// A regular expression → a short string that matches it, where its syntax is simple:
// characters, classes, groups, alternatives and quantifiers.

/** Null where it says more than that. `more` is how often what may repeat without end does so. */
export function samplePattern(pattern: string, more = 0): string | null {
  const reader: Reader = { text: [...pattern], at: 0, more };
  const sample = readAlternatives(reader);
  return reader.at < reader.text.length ? null : sample;
}

interface Reader {
  readonly text: readonly string[];
  at: number;
  readonly more: number;
}

/** The first alternative that can be read; the others are skipped. */
function readAlternatives(reader: Reader): string | null {
  let first = readSequence(reader);
  while (reader.text[reader.at] === "|") {
    reader.at++;
    const other = readSequence(reader);
    first ??= other;
  }
  return first;
}

function readSequence(reader: Reader): string | null {
  let result: string | null = "";
  for (;;) {
    const next = reader.text[reader.at];
    if (next === undefined || next === "|" || next === ")") return result;
    const atom = readAtom(reader);
    const [least, most] = readQuantifier(reader);
    const times = Math.min(Math.max(least, reader.more), most, 1000);
    result =
      result === null || atom === null
        ? null
        : result + atom.repeat(most === least ? least : times);
  }
}

function readAtom(reader: Reader): string | null {
  const { text } = reader;
  const next = text[reader.at++] ?? "";
  if (next === "^" || next === "$") return "";
  if (next === "(") return readGroup(reader);
  if (next === "[") return readClass(reader);
  if (next === "\\") return readEscape(reader);
  if (next === ".") return "a";
  return next;
}

/** Nothing that looks ahead or behind: that is no part of the string. */
function readGroup(reader: Reader): string | null {
  const rest = reader.text.slice(reader.at).join("");
  const head = /^\?(?::|<[^=!>]+>)/.exec(rest)?.[0] ?? "";
  const looks = rest.startsWith("?") && head === "";
  reader.at += [...head].length;
  const inner = readAlternatives(reader);
  if (reader.text[reader.at] !== ")") return null;
  reader.at++;
  return looks ? null : inner;
}

function readClass(reader: Reader): string | null {
  let source = "[";
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at++] ?? "";
    source += next;
    if (next === "]") return findCharacter(source);
    if (next === "\\") source += reader.text[reader.at++] ?? "";
  }
  return null;
}

function readEscape(reader: Reader): string | null {
  const rest = reader.text.slice(reader.at).join("");
  const source =
    /^(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/su.exec(
      rest,
    )?.[0] ?? "";
  reader.at += [...source].length;
  if (source === "b" || source === "B") return "";
  return /^[1-9k]/.test(source) ? null : findCharacter(`\\${source}`);
}

const characters = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  ..."_-. /:+@#,;!?'\"()[]{}<>|\\*&%$=~^`\t\n\r",
];

/** One that a class takes: plain ones first. */
function findCharacter(source: string): string | null {
  try {
    const expression = new RegExp(`^${source}$`, "u");
    return characters.find((one) => expression.test(one)) ?? null;
  } catch {
    return null;
  }
}

/** How often at least and at most. */
function readQuantifier(reader: Reader): readonly [number, number] {
  const rest = reader.text.slice(reader.at, reader.at + 24).join("");
  const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(rest);
  if (found === null) return [1, 1];
  const [whole, least = "", comma, most = ""] = found;
  reader.at += whole.length;
  if (whole.startsWith("*")) return [0, Number.POSITIVE_INFINITY];
  if (whole.startsWith("+")) return [1, Number.POSITIVE_INFINITY];
  if (whole.startsWith("?")) return [0, 1];
  if (comma === undefined) return [Number(least), Number(least)];
  return [Number(least), most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}
