// A text put together from many pieces → the same text in one piece. V8 keeps what was
// added up as a tree of its pieces until someone reads a character of it. Of a whole
// output those are millions of pieces, which the garbage collector would copy for as
// long as the files wait to be written.

export function flattenText(text: string): string {
  text.charCodeAt(0);
  return text;
}
