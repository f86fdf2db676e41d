// Removes the secrets of a URL: credentials, query, and a fragment that may be a token.
// Messages end up in logs that more people can read than the config. A URL may be
// relative or malformed, so that `URL` cannot parse it; where it is ambiguous, the
// reading that hides more applies.

/**
 * Replaces credentials where it is ambiguous where they end; otherwise they are
 * omitted.
 */
const hiddenUser = "…@";

/** Characters that URL parsers strip first. */
const ignoredCharacters = /^[\p{Cc} ]+|[\p{Cc} ]+$|[\t\n\r]/gu;

/** URLs of these schemes have no host; everything after the scheme is content. */
const opaque = /^((?:blob|data|javascript|mailto|vbscript)\s*:)./is;

/**
 * Matches the start of a URL with a host. URL parsers also accept `https:host` and
 * `\\host`.
 */
const hostPrefix =
  /^(?:[a-z][a-z0-9+.-]*\s*:\s*[/\\]{2,}|(?:https?|wss?|ftps?)\s*:[/\\]*|[/\\]{2,})/i;

/** The colon of `npm:` (a package) and of `C:\` (a drive) does not end a user name. */
const userless = /^(?:npm:|[a-z]:(?=[/\\][^:]*$))/i;

/** A malformed URL after resolution as a path: `/home/me/https:/me:pw@host`. */
const foldersBefore =
  /^[^:?#]*[/\\](?=(?:https?|wss?|ftps?|blob|data|javascript|mailto|vbscript)\s*:)/i;

const userMarks = /@|%40/gi;
const queryMark = /\?|%3f/i;

/**
 * `https://me:pw@host/a?sig=x → https://host/a?…`. Text without `?` and `@` is
 * unchanged.
 */
export function showAddress(text: string): string {
  const address = text.replace(ignoredCharacters, "");
  const shown = withoutSecrets(address);
  return shown === address ? text : shown;
}

/** As `showAddress`, in quotes for a message. */
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
  const relative = address.slice(prefix.length);
  const userEnd = findUserEnd(relative);
  const user = userEnd === 0 ? "" : hiddenUser;
  return prefix + user + showRelative(relative.slice(userEnd));
}

/** `text` starts with the credentials or the host. */
function showHost(text: string): string {
  if (text.startsWith(hiddenUser)) {
    return hiddenUser + showHost(text.slice(hiddenUser.length));
  }
  const isValid = URL.canParse(`https://${text}`);
  if (!isValid) {
    const host = text.slice(lastMarkEnd(text));
    // `me:pw` without a host. A port consists of digits, and `[` starts an IPv6
    // address.
    return /^[^[/\\?#]*:(?!\d*(?:[/\\?#]|$))/.test(host)
      ? "…"
      : showAbsolute(host);
  }
  const [authority = ""] = /^[^/\\?#]*/.exec(text) ?? [];
  // A password may contain a raw `?` or `#`; URL parsers insert `/` before it.
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

/**
 * Returns where credentials end: after the last `@` that follows a `:`. An `@` at the
 * start of a segment belongs to the path: `/@scope/`.
 */
function findUserEnd(text: string): number {
  return [...text.matchAll(userMarks)].reduce((end, { index, 0: mark }) => {
    const before = text.slice(0, index);
    const isUser = before.includes(":") && !/[/\\]$/.test(before);
    return isUser ? index + mark.length : end;
  }, 0);
}

function showAbsolute(text: string): string {
  const [address, fragment] = splitFragment(text);
  const isToken =
    /[=?]|%3d/i.test(fragment) || /^#(?!\/).*(?:@|%40)/is.test(fragment);
  return showQuery(address) + (isToken ? "#…" : fragment);
}

/** A pointer may contain `=`: `#/paths/~1a/get/…/application~1json;charset=utf-8`. */
function showRelative(text: string): string {
  const [address, fragment] = splitFragment(text);
  const token = fragment.startsWith("#/") ? /[?&][^/]*=/ : /[=?]/;
  return showQuery(address) + (token.test(fragment) ? "#…" : fragment);
}

function splitFragment(text: string): [address: string, fragment: string] {
  const index = text.indexOf("#");
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index)];
}

function showQuery(address: string): string {
  const { index, 0: mark } = queryMark.exec(address) ?? { index: -1, 0: "" };
  if (index < 0) return address;
  const isEmpty = index + mark.length === address.length;
  return address.slice(0, index) + (isEmpty ? "" : "?…");
}
