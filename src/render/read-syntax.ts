// Reads the key `syntax` of `pack.yaml`: what the files of a pack look like.

import { type BaseText, baseTexts, type Syntax } from "../languages/syntax.js";
import type { PackReader } from "./pack-reader.js";

/**
 * Null if the pack declares none.
 * @throws InputError
 */
export function readSyntax(pack: PackReader): Syntax | null {
  const reader = pack.object("syntax");
  if (reader === null) return null;
  reader.refuseUnknownKeys(["text", "lineComment", "blockComment", "quotes"]);
  const pair = reader.texts("blockComment", "the start and the end");
  const [start, end, ...more] = pair;
  if (more.length > 0 || (start === undefined) !== (end === undefined)) {
    throw reader.wrong("blockComment", "a list of two texts");
  }
  return {
    base: readBase(reader),
    lineComment: reader.textOrNull("lineComment", "the start of a comment"),
    blockComment:
      start === undefined || end === undefined ? null : [start, end],
    quotes:
      reader.textOrNull("quotes", "the characters that open strings") ?? "",
  };
}

function readBase(reader: PackReader): BaseText {
  const value = reader.values.text ?? "code";
  const base = baseTexts.find((text) => text === value);
  if (base !== undefined) return base;
  throw reader.wrong("text", `one of ${baseTexts.join(", ")}`);
}
