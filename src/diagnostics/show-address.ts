// An address → the same address without its secrets: user, password, query, and what
// follows `#` where that may hold a token. Messages end up in logs that more people read
// than the config. An address may be relative or malformed, so it is taken apart here
// and not by `URL`; where it can be read in two ways, the way that hides more wins.

/** A user is left out, and replaced by this where it is unclear where the user ends. */
const hiddenUser = "…@";

/** What a URL parser removes before it reads an address. */
const ignoredCharacters = /^[\p{Cc} ]+|[\p{Cc} ]+$|[\t\n\r]/gu;

/** Schemes after which everything is content. */
const opaque = /^((?:blob|data|javascript|mailto|vbscript)\s*:)./is;

/** The start of an address with a host. URL parsers accept `https:host` and `\\host` too. */
const hostPrefix =
  /^(?:[a-z][a-z0-9+.-]*\s*:\s*[/\\]{2,}|(?:https?|wss?|ftps?)\s*:[/\\]*|[/\\]{2,})/i;

/** `npm:` names a package, and `C:\` a disk: this colon does not end the name of a user. */
const userless = /^(?:npm:|[a-z]:(?=[/\\][^:]*$))/i;

/** A malformed address that was resolved as a path: `/home/me/https:/me:pw@host`. */
const foldersBefore =
  /^[^:?#]*[/\\](?=(?:https?|wss?|ftps?|blob|data|javascript|mailto|vbscript)\s*:)/i;

const userMarks = /@|%40/gi;
const queryMark = /\?|%3f/i;

/** `https://me:pw@host/a?sig=x → https://host/a?…`. A name without `?` and `@` is not changed. */
export function showAddress(text: string): string {
  const address = text.replace(ignoredCharacters, "");
  const shown = withoutSecrets(address);
  return shown === address ? text : shown;
}

/** The same in quotation marks, for messages. */
export function quoteAddress(text: string): string {
  return JSON.stringify(showAddress(text));
}

function withoutSecrets(address: string): string {
  if (address.startsWith("#/")) return address; // a JSON pointer
  const [folders] = foldersBefore.exec(address) ?? [];
  if (folders !== undefined) {
    return folders + withoutSecrets(address.slice(folders.length));
  }
  const [, scheme] = opaque.exec(address) ?? [];
  if (scheme !== undefined) return `${scheme}…`;
  const [host] = hostPrefix.exec(address) ?? [];
  if (host !== undefined) return host + showHost(address.slice(host.length));
  const [prefix = ""] = userless.exec(address) ?? [];
  const rest = address.slice(prefix.length);
  const userEnd = findUserEnd(rest);
  const user = userEnd === 0 ? "" : hiddenUser;
  return prefix + user + showRelative(rest.slice(userEnd));
}

/** From the user or the host on. */
function showHost(text: string): string {
  if (text.startsWith(hiddenUser)) {
    return hiddenUser + showHost(text.slice(hiddenUser.length));
  }
  const isValid = URL.canParse(`https://${text}`);
  if (!isValid) {
    const rest = text.slice(lastMarkEnd(text));
    // `me:pw` without a host. A port is a number, and `[` begins an IPv6 address.
    return /^[^[/\\?#]*:(?!\d*(?:[/\\?#]|$))/.test(rest)
      ? "…"
      : showAbsolute(rest);
  }
  const [authority = ""] = /^[^/\\?#]*/.exec(text) ?? [];
  // A password may hold an unencoded `?` or `#`; a URL parser writes `/` before these.
  const isCut =
    !authority.includes("@") &&
    (authority.includes(":") ? /^[^?#/\\]*\/?[?#]/ : /^[^?#/\\]*[?#]/).test(
      text,
    );
  const ambiguous = isCut ? lastMarkEnd(text) : findUserEnd(pathOf(text));
  if (ambiguous > authority.length) {
    return hiddenUser + showAbsolute(text.slice(ambiguous));
  }
  return showAbsolute(text.slice(lastMarkEnd(authority)));
}

function pathOf(text: string): string {
  return /^[^?#]*/.exec(text)?.[0] ?? "";
}

function lastMarkEnd(text: string): number {
  return [...text.matchAll(userMarks)].reduce(
    (_end, { index, 0: mark }) => index + mark.length,
    0,
  );
}

/** Where a user ends: at the last `@` after a `:`. One that begins a segment is of a path: `/@scope/`. */
function findUserEnd(text: string): number {
  return [...text.matchAll(userMarks)].reduce((end, { index, 0: mark }) => {
    const before = text.slice(0, index);
    const isUser = before.includes(":") && !/[/\\]$/.test(before);
    return isUser ? index + mark.length : end;
  }, 0);
}

function showAbsolute(text: string): string {
  const [place, fragment] = splitFragment(text);
  const isToken =
    /[=?]|%3d/i.test(fragment) || /^#(?!\/).*(?:@|%40)/is.test(fragment);
  return showQuery(place) + (isToken ? "#…" : fragment);
}

/** A pointer may hold `=`: `#/paths/~1a/get/…/application~1json;charset=utf-8`. */
function showRelative(text: string): string {
  const [place, fragment] = splitFragment(text);
  const token = fragment.startsWith("#/") ? /[?&][^/]*=/ : /[=?]/;
  return showQuery(place) + (token.test(fragment) ? "#…" : fragment);
}

function splitFragment(text: string): [place: string, fragment: string] {
  const index = text.indexOf("#");
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index)];
}

function showQuery(place: string): string {
  const { index, 0: mark } = queryMark.exec(place) ?? { index: -1, 0: "" };
  if (index < 0) return place;
  const isEmpty = index + mark.length === place.length;
  return place.slice(0, index) + (isEmpty ? "" : "?…");
}
