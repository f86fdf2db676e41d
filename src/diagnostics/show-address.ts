// An address → the same without what may be secret: a name and a password, the query, and
// tokens after `#`. Messages end up in logs that more people read than the config.

/** `see https://me:pw@host/a?sig=x → see https://host/a?…`: every address in a text. */
export function hideSecrets(text: string): string {
  return text.includes("://")
    ? text.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>`]*/gi, showAddress)
    : text;
}

/** The same for a text that is an address as a whole; any other text is left as it is. */
export function showAddress(text: string): string {
  const [, scheme, address] =
    /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(text) ?? [];
  if (scheme === undefined || address === undefined) return text;
  const fragmentAt = indexOrEnd(address, "#");
  const queryAt = indexOrEnd(address.slice(0, fragmentAt), "?");
  const place = withoutUser(address.slice(0, queryAt), URL.canParse(text));
  const query = queryAt < fragmentAt - 1 ? "?…" : "";
  const fragment = address.slice(fragmentAt);
  return scheme + place + query + (fragment.includes("=") ? "#…" : fragment);
}

/** An `@` may also stand in a path; where the address is wrong, the last one counts. */
function withoutUser(place: string, isAddress: boolean): string {
  const hostEnd = isAddress ? indexOrEnd(place, "/") : place.length;
  return place.slice(place.lastIndexOf("@", hostEnd - 1) + 1);
}

function indexOrEnd(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? text.length : index;
}
