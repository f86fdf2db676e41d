// A generated Python module → the texts of the document in it that became more than a
// string, a comment or a name. A small lexer, since not every machine has Python.

import type { Fault, FileReading } from "./fault.js";

interface PythonToken {
  readonly kind: "comment" | "string" | "word" | "number" | "mark";
  readonly text: string;
  readonly index: number;
}

/** @see https://docs.python.org/3/reference/lexical_analysis.html */
const pythonPatterns: readonly (readonly [PythonToken["kind"], RegExp])[] = [
  ["comment", /#[^\n\r]*/y],
  ["string", /r?"""(?:\\[\s\S]|[^\\])*?"""/y],
  ["string", /"(?:\\[^\n\r]|[^"\\\n\r])*"/y],
  ["word", /[\p{XID_Start}_][\p{XID_Continue}]*/uy],
  ["number", /-?\d[\w.+]*/y],
  ["mark", /[()*,.:=[\]|-]/y],
];

export function readPython(text: string): FileReading {
  const faults: Fault[] = [];
  const words: PythonToken[] = [];
  let index = 0;
  while (index < text.length) {
    if (/[ \n]/.test(text[index] ?? "")) {
      index++;
      continue;
    }
    const token = nextPythonToken(text, index);
    if (token === null) {
      faults.push({ kind: "not Python", index });
      break;
    }
    if (
      token.kind === "string" &&
      !token.text.startsWith("r") &&
      /\\(?!["\\/bfnrtu])/.test(withoutPairs(token.text))
    ) {
      faults.push({ kind: "escape that Python does not know", index });
    }
    words.push(token);
    index += token.text.length;
  }
  words.forEach(({ kind, text: word, index: at }, position) => {
    const next = words[position + 1]?.text;
    if (kind === "word" && /^(?:pwned|debugger)$/.test(word) && next !== ":") {
      faults.push({ kind: "code", index: at });
    }
  });
  return { syntax: new Set(), tags: new Map(), faults };
}

/** A string without its escaped backslashes. */
function withoutPairs(literal: string): string {
  return literal.replaceAll("\\\\", "");
}

function nextPythonToken(text: string, index: number): PythonToken | null {
  for (const [kind, pattern] of pythonPatterns) {
    pattern.lastIndex = index;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found, index };
  }
  return null;
}
