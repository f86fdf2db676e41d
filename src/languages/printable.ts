// Branded text for generated files. A document may come from a stranger, so that its
// text becomes printable only through the escaping of the context where it is printed.
// The compiler rejects raw text in a view, and `render/check-templates.ts` checks
// templates for the same contexts.

/** The contexts in which a template can print text. */
export type PrintPlace =
  | "blockComment"
  | "code"
  | "csv"
  | "html"
  | "lineComment"
  | "markdown"
  | "string";

declare const printPlaces: unique symbol;

/** A string that is safe in each of the contexts `Place`. */
export type Printable<Place extends PrintPlace> = string & {
  readonly [printPlaces]: { readonly [One in Place]: true };
};

/** Syntax of the target language: literals, keys, types, statements. */
export type Code = Printable<"code">;

/** An identifier, a file name without extension, or digits: safe in every context. */
export type Word = Printable<PrintPlace>;

/** A line of text behind `//` or `///`. */
export type LineComment = Printable<"lineComment">;

/** A line of text inside a block comment. */
export type BlockComment = Printable<"blockComment">;

/** Markdown that changes nothing around it. */
export type Markdown = Printable<"markdown">;

/** The text of an HTML element, or of an attribute in quotes. */
export type Html = Printable<"html">;

/** A cell of a CSV file. */
export type CsvCell = Printable<"csv">;

/** The contents of a string literal without escapes: `./model/charge.js`. */
export type StringContent = Printable<"string">;

/**
 * The type of a value that a template literal below accepts: branded text, numbers, and
 * strings that the compiler knows literally, which are from this program. Resolves to
 * `never` for any other string, whose origin is unknown.
 */
type Own<Text, Brand> = Text extends number | Brand
  ? Text
  : Text extends string
    ? // a literal type is a required key; `string` is not
      Record<never, never> extends Record<Text, 1>
      ? never
      : Text
    : never;

type TemplatePart = string | number;

type OwnParts<Parts extends readonly TemplatePart[], Brand> = {
  readonly [Index in keyof Parts]: Parts[Index] & Own<Parts[Index], Brand>;
};

/** Builds syntax from literal text and other syntax: `` code`${name}: ${type}` ``. */
export function code<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, Code>
): Code {
  return concat(strings, parts) as Code; // each part is code, or literal
}

/** Builds an identifier: `` word`parse${name}` ``. Does not check the literal text. */
export function word<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, Word>
): Word {
  return concat(strings, parts) as Word; // each part is a word, or literal
}

/** Builds a module name: `` stringContent`./model/${file}.js` ``. */
export function stringContent<const Parts extends readonly TemplatePart[]>(
  strings: TemplateStringsArray,
  ...parts: OwnParts<Parts, StringContent>
): StringContent {
  return concat(strings, parts) as StringContent; // as above
}

/** Brands a word that the compiler knows literally, e.g. from a table. */
export function ownWord<Text extends string>(
  text: Text & Own<Text, Word>,
): Word {
  return text as Word; // known literally
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

/** Joins syntax: `A` and `B` with `, ` become `A, B`. */
export function joinCode(parts: readonly Code[], separator: Code): Code {
  return parts.join(separator) as Code; // code between code
}

/** Returns the white space of an indentation of `indent` columns. */
export function spaces(indent: number): Code {
  return " ".repeat(indent) as Code; // white space
}

/** Lowers the first letter: `Charge → charge`. */
export function uncapitalized(name: Word): Word {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Word; // changes a letter
}

/** Removes white space at both ends. */
export function trimCode(text: Code): Code {
  return text.trim() as Code; // removes only white space
}

/**
 * Removes the first `length` characters. The caller ensures that the remainder is a
 * word.
 */
export function withoutStart(name: Word, length: number): Word {
  return name.slice(length) as Word; // part of a word
}

/** Removes a suffix: `ChargeValue`, `Value` → `Charge`. */
export function withoutEnd(name: Word, end: string): Word {
  return (name.endsWith(end) ? name.slice(0, -end.length) : name) as Word; // as above
}

/** Joins words into one: `a` and `b` with `_` become `a_b`. */
export function joinWords(parts: readonly Word[], separator: Word): Word {
  return parts.join(separator) as Word; // words between words
}

/** Returns at most the first `length` UTF-16 units of a word. */
export function startOfWord(name: Word, length: number): Word {
  if (name.length <= length) return name;
  // Removes half of a surrogate pair at the cut.
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, "") as Word; // part of a word
}
