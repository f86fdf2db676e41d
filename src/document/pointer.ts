// JSON pointers as URI fragments, for messages and from `$ref`.

/**
 * `("#/a", "b/c") → "#/a/b~1c"`. Does not percent-encode, since people read the result.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function appendPointer(
  pointer: string,
  ...tokens: readonly (string | number)[]
): string {
  let result = pointer;
  for (const token of tokens) {
    const text = String(token);
    result += `/${/[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text}`;
  }
  return result;
}

/**
 * Returns the tokens of `#/a/b`; null if `ref` is not a pointer into its own
 * document.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
 */
export function parsePointer(ref: string): string[] | null {
  if (ref === "#") return [];
  if (!ref.startsWith("#/")) return null;
  const tokens = ref.slice(2).split("/");
  return /[%~]/.test(ref) ? tokens.map(decodeToken) : tokens;
}

/**
 * Returns the value at `ref`; undefined if it does not exist. Ignores inherited
 * properties.
 */
export function resolvePointer(root: unknown, ref: string): unknown {
  const tokens = parsePointer(ref);
  if (tokens === null) return undefined;
  let value = root;
  for (const token of tokens) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token]; // an own key, checked above
  }
  return value;
}

/**
 * Percent-encodes a pointer for libraries that expect a URI. Keeps unpaired surrogates,
 * which cannot be encoded.
 */
export function encodePointer(pointer: string): string {
  return pointer
    .split("/")
    .map((token) => {
      return /\p{Surrogate}/u.test(token)
        ? token.replaceAll("%", "%25").replaceAll("#", "%23")
        : encodeURIComponent(token);
    })
    .join("/");
}

function decodeToken(token: string): string {
  return decodePercentEscapes(token)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/** Returns a token with a malformed escape unchanged. */
function decodePercentEscapes(token: string): string {
  if (!token.includes("%")) return token;
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
