// Texts that a stranger's document could contain. Each one is harmless as data, and
// visible in a generated file or on a terminal if it is interpreted as anything else:
// code calls `pwned`, a comment directive names `pwned`.

export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Code that would run if the text before it ended the string, comment or key. */
const code = ";debugger;pwned(1);";

/** Line ends of any language, and characters that look like one. */
const breaks: Readonly<Record<string, string>> = {
  LF: "\n",
  CR: "\r",
  CRLF: "\r\n",
  "U+2028": "\u2028",
  "U+2029": "\u2029",
  NEL: "\u0085",
  VT: "\v",
  FF: "\f",
};

/** Characters that are invisible, or change how others are displayed. */
const invisible: Readonly<Record<string, string>> = {
  NUL: "\0",
  TAB: "\t",
  BS: "\b",
  BEL: "\u0007",
  DEL: "\u007f",
  "U+202A": "\u202a",
  "U+202B": "\u202b",
  "U+202C": "\u202c",
  "U+202D": "\u202d",
  "U+202E": "\u202e",
  "U+2066": "\u2066",
  "U+2067": "\u2067",
  "U+2068": "\u2068",
  "U+2069": "\u2069",
  LRM: "\u200e",
  RLM: "\u200f",
  ALM: "\u061c",
  BOM: "\ufeff",
  ZWSP: "\u200b",
  ZWJ: "\u200d",
  NBSP: "\u00a0",
  "soft hyphen": "\u00ad",
  "high surrogate": "\ud83d",
  "low surrogate": "\ude00",
  "swapped surrogates": "\ude00\ud83d",
  "tag letter": "\u{e0041}",
};

/** Texts that end a literal or a comment, or start another, in some language. */
const delimiters: Readonly<Record<string, string>> = {
  "end of block comment": "*/",
  "start of block comment": "/*",
  "end of block comment, twice": "*/*/",
  "escaped end of block comment": "*\\/",
  "line comment": "//",
  "double quote": '"',
  "single quote": "'",
  backtick: "`",
  "quote behind a backslash": '\\"',
  "quote behind two backslashes": '\\\\"',
  "brace and bracket": "}])>",
  "end of declaration": "; }",
  "end of HTML script": "</script>",
  "start of HTML comment": "<!--",
  "end of HTML comment": "-->",
  "end of CDATA": "]]>",
  "end of raw string": '"#',
  "end of longer raw string": '"##',
  "start of raw string": 'r#"',
  "start of byte string": 'b"',
  "escape that is not one": '\\u{"',
  "lifetime or character": "'a",
  "code span, closed": "`` ` ``",
};

/** Texts that tools interpret as instructions at certain positions of a comment. */
const directives: readonly string[] = [
  "@deprecated",
  "@internal",
  "@jsx pwned",
  "@jsxImportSource pwned",
  "@jsxRuntime pwned",
  "@ts-nocheck",
  "@ts-ignore",
  "@ts-expect-error",
  "@type {pwned}",
  "@see {@link pwned}",
  "{@link pwned}",
  "{@inheritDoc pwned}",
  '/// <reference path="pwned"/>',
  '/// <reference types="pwned"/>',
  '/// <amd-module name="pwned"/>',
  "//# sourceMappingURL=pwned",
  "//@ sourceMappingURL=pwned",
  "/*# sourceMappingURL=pwned */",
  "#__PURE__",
  "biome-ignore lint: pwned",
  "eslint-disable",
  "prettier-ignore",
  "c8 ignore next",
  "#![allow(pwned)]",
  "#[cfg(pwned)]",
  "/// pwned",
  "//! pwned",
  "/** pwned",
];

const interpolations: Readonly<Record<string, string>> = {
  "template literal": "\u0024{pwned(1)}",
  mustache: "{{pwned}}",
  "mustache, unescaped": "{{{pwned}}}",
  "mustache partial": "{{> doc}}",
  "mustache comment": "{{!-- pwned --}}",
  "format arguments": "{} {0} {pwned} %s %n",
  "replacement pattern": "$& $1 $` $' $$",
  "percent escape": "%0A;debugger;pwned(1);%0D",
  "HTML entities": "&#10;debugger;&lt;/script&gt;&#x2028;pwned(1)&#42;&#47;",
  "unicode escape": "\\u000adebugger;pwned(1)\\u2028",
};

/** Names with a meaning for an engine, a file system or a shell. */
const names: Readonly<Record<string, string>> = {
  prototype: "__proto__",
  constructor: "constructor",
  "has own property": "hasOwnProperty",
  "to string": "toString",
  "promise method": "then",
  empty: "",
  space: " ",
  dot: ".",
  "leading dash": "--pwned",
  "device of Windows": "con",
  "word of the language": "class",
  "word of Rust": "self",
  number: "-0",
  "path out": "../../pwned",
  "absolute path": "/etc/pwned",
  address: "file:///pwned#?x",
};

const commands: Readonly<Record<string, string>> = {
  "colour sequence": "\u001b[31m",
  "clear screen": "\u001b[2J\u001b[H",
  "title of the window": "\u001b]0;pwned\u0007",
  "link (OSC 8)":
    "\u001b]8;;https://pwned.invalid\u001b\\pwned\u001b]8;;\u001b\\",
  "clipboard (OSC 52)": "\u001b]52;c;cHduZWQ=\u0007",
  "C1 sequence": "\u009b31m",
  "C1 string": "\u009d0;pwned\u009c",
  "workflow command": "::error file=pwned,line=1::pwned",
  "workflow command on its line": "x\n::error::pwned\n",
  "older workflow command": "##[error]pwned",
  "pipeline command": "##vso[task.setvariable variable=pwned]1",
  "properties of an annotation": "x,line=1,title=pwned::pwned",
};

const shapes: Readonly<Record<string, string>> = {
  "trailing backslash": "pwned\\",
  "two trailing backslashes": "pwned\\\\",
  "trailing star": "pwned *",
  "trailing slash": "/ pwned /",
  "leading slash": "/pwned",
  "leading star": "*pwned",
  "long word": "pwned".repeat(60),
  "many words": "pwned pwned ".repeat(40),
  "astral letters": "\u{1d4d0}\u{20000}\u{10ffff}",
  "combining marks": "\u0301\u0301e\u0301\u0301 \u200d\u0301",
  "end of comment across a wrapped line": `${"word ".repeat(14)}*/;debugger;pwned(1);/*`,
  "tag after a wrapped line": `${"word ".repeat(14)}@deprecated ${"word ".repeat(14)}@internal`,
  "fenced code": "```\npwned(1);\n```",
  "fenced code of the language": "```rust\npwned(1);\n```",
  "unclosed fence": "```\npwned(1);",
  "indented code": "words\n\n    pwned(1);\n",
  "code in a list": "- item\n\n      pwned(1);\n",
  "Markdown link": "[pwned](javascript:pwned(1)) ![x](//pwned.invalid/x.png)",
  HTML: '<p>a</p><a href="javascript:pwned(1)">*/;debugger;pwned(1);/*</a><br>\n@internal',
  "HTML with entities":
    "<p>&#42;&#47;;debugger;pwned(1);&#47;&#42; &#64;internal &#10;&#8232;;pwned(1)</p>",
  "tag behind a zero-width space": "x\u200b@deprecated y\u3000@internal",
  "only a tag behind a zero-width space": "\u200b@deprecated",
};

/** All texts that end something, in one. A lone surrogate is rejected in a name. */
export const everything: HostileText = {
  name: "everything",
  text: `a\n${code}\r${code}\u2028${code}\u2029${code}"${code}'${code}\`${code}*/${code}/*${code}\\"${code}\${pwned(1)}{{pwned}}</script>\u202e\u2066 @deprecated @internal\n@ts-ignore\0\u001b[31m\u009b\ufeff"#${code}//\\`,
};

/** The same without characters that are rejected in names, to test names as well. */
export const everythingPrintable: HostileText = {
  name: "everything printable",
  text: `a\u2028${code}\u2029${code}"${code}'${code}\`${code}* ${code}\\"${code}\${pwned(1)}{{pwned}}\u202e\u2066 @deprecated @internal\ufeff"#${code}//\\`,
};

const tabled = (
  table: Readonly<Record<string, string>>,
  make: (text: string) => string,
): HostileText[] =>
  Object.entries(table).map(([name, text]) => ({ name, text: make(text) }));

export const hostileTexts: readonly HostileText[] = [
  ...tabled(breaks, (text) => `x${text}${code}//`),
  ...tabled(breaks, (text) => `${text}*/${code}/*`).map(({ name, text }) => ({
    name: `${name} first`,
    text,
  })),
  ...tabled(invisible, (text) => `x${text}y @pwned`),
  ...tabled(delimiters, (text) => `x${text}${code}${text}`),
  ...tabled(delimiters, (text) => text).map(({ name, text }) => ({
    name: `${name} alone`,
    text,
  })),
  ...directives.map((text) => ({ name: text, text })),
  ...directives.map((text) => ({
    name: `${text}, in running text`,
    text: `x ${text} y`,
  })),
  ...directives.map((text) => ({
    name: `${text}, on its line`,
    text: `x\n${text}\ny\n${text}`,
  })),
  ...tabled(interpolations, (text) => text),
  ...tabled(names, (text) => text),
  ...tabled(commands, (text) => text),
  ...tabled(shapes, (text) => text),
];
