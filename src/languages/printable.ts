// Text that may be printed into a generated file, branded by the places where it is
// safe. A document is data from a stranger: its text becomes printable only through the
// escape of the place where it is put, and the compiler refuses raw text in a view.
// Templates are held to the same places by `render/check-templates.ts`.

/** Where a template can print a text, beside the program's own words. */
export type PrintPlace = "blockComment" | "code" | "lineComment" | "string";

declare const printPlaces: unique symbol;

/** A string that is safe at each of `Place`. */
export type Printable<Place extends PrintPlace> = string & {
  readonly [printPlaces]: { readonly [One in Place]: true };
};

/** Syntax of the target's language: literals, keys, types, statements. */
export type Code = Printable<"code">;

/** An identifier, the stem of a file name or digits: safe everywhere. */
export type Word = Printable<PrintPlace>;

/** One line of text behind `//` or `///`. */
export type LineComment = Printable<"lineComment">;

/** One line of text between `/*` and the end of that comment. */
export type BlockComment = Printable<"blockComment">;

/** The inside of a string literal that needs no escapes: `./model/charge.js`. */
export type StringContent = Printable<"string">;

/**
 * What a template literal of ours may take: text that is branded for the place, numbers,
 * and strings of which the compiler knows every character, since those are our own.
 * Everything else is text of unknown origin.
 */
type Own<Text, Brand> = Text extends number | Brand
  ? Text
  : Text extends string
    ? // Only a known string is a required key.
      Record<never, never> extends Record<Text, 1>
      ? never
      : Text
    : never;

type TemplatePart = string | number;

type OwnParts<Parts extends readonly TemplatePart[], Brand> = {
  readonly [Index in keyof Parts]: Parts[Index] & Own<Parts[Index], Brand>;
};

/** `` code`${name}: ${type}` `` → syntax made of our own characters and of other syntax. */
export function code<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, Code>
): Code {
  return concat(strings, parts) as Code; // each part is code, or our own
}

/** `` word`parse${name}` `` → an identifier. The literal part is our own, and not checked. */
export function word<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, Word>
): Word {
  return concat(strings, parts) as Word; // each part is a word, or our own
}

/** `` stringContent`./model/${file}.js` `` → the name of a module. */
export function stringContent<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, StringContent>
): StringContent {
  return concat(strings, parts) as StringContent; // as above
}

/** A word from a table of our own, as the compiler knows it. */
export function ownWord<Text extends string>(
  text: Text & Own<Text, Word>,
): Word {
  return text as Word; // the compiler knows it
}

/** A name that a dialect of ours declares, which the compiler does not know. */
export function declaredWord(text: string): Word {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return text as Word; // it is an identifier
  throw new Error(`${JSON.stringify(text)} is not an identifier`);
}

function concat(
  strings: TemplateStringsArray,
  parts: readonly TemplatePart[],
): string {
  let text = strings[0] ?? "";
  for (let index = 0; index < parts.length; index++) {
    text += String(parts[index]) + (strings[index + 1] ?? "");
  }
  return text;
}

export function joinCode(parts: readonly Code[], separator: Code): Code {
  return parts.join(separator) as Code; // code between code
}

/** The white space before a line that is indented by `indent` columns. */
export function spaces(indent: number): Code {
  return " ".repeat(indent) as Code; // white space
}

/** `Charge → charge`: a word stays one. */
export function uncapitalized(name: Word): Word {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Word; // a letter is changed
}

/** Without the white space around it. */
export function trimCode(text: Code): Code {
  return text.trim() as Code; // only white space is removed
}

/** A word without its first `length` characters: of one that stays a word. */
export function withoutStart(name: Word, length: number): Word {
  return name.slice(length) as Word; // part of a word
}

/** `ChargeValue`, `Value` → `Charge` */
export function withoutEnd(name: Word, end: string): Word {
  return (name.endsWith(end) ? name.slice(0, -end.length) : name) as Word; // as above
}

export function joinWords(parts: readonly Word[], separator: Word): Word {
  return parts.join(separator) as Word; // words between words
}

/** At most `length` characters of a word. */
export function startOfWord(name: Word, length: number): Word {
  if (name.length <= length) return name;
  // Half of a letter is none.
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, "") as Word; // part of a word
}
