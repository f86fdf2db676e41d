// The name of a media type → whether its content is text or bytes.

const text = /^text\//i;
const bytes =
  /^((audio|font|image|video)\/(?!svg)|application\/(octet-stream|pdf|zip|gzip|x-tar)\b)/i;

export function isTextMediaType(mediaType: string): boolean {
  return text.test(mediaType);
}

export function isBytesMediaType(mediaType: string): boolean {
  return bytes.test(mediaType);
}

/**
 * The format of a string with `contentMediaType`: `binary` for bytes that no encoding
 * makes text. A `format` beside it takes precedence.
 * @see https://spec.openapis.org/oas/v3.1.1#considerations-for-file-uploads
 */
export function formatOfContent(
  schema: Readonly<Record<string, unknown>>,
): string | null {
  const { format, contentMediaType, contentEncoding } = schema;
  if (typeof format === "string") return format;
  return typeof contentMediaType === "string" &&
    isBytesMediaType(contentMediaType) &&
    contentEncoding === undefined
    ? "binary"
    : null;
}
