// The text of a document before parsing, with its origin.

import { createHash } from "node:crypto";
import { inputError } from "../diagnostics/input-error.js";

/** `unknown` where neither the name nor the content type states the format. */
export type SpecFormat = "json" | "yaml" | "unknown";

export interface SpecText {
  /** The name for messages: the source as the user wrote it, without credentials. */
  readonly file: string;
  /** An absolute path or a URL, against which relative references are resolved. */
  readonly location: string;
  readonly text: string;
  /** Checksum of the bytes, in hexadecimal. */
  readonly sha256: string;
  /**
   * As the file name or the content type states; the text may turn out to be the other
   * one.
   */
  readonly format: SpecFormat;
  /** The `info.version` that a pin requires; null without one. */
  readonly apiVersion: string | null;
}

/**
 * Decodes the bytes of a document.
 * @throws InputError for an empty document, and for bytes that are not UTF-8
 */
export function decodeSpec(
  bytes: Uint8Array,
  file: string,
  location: string,
  format: SpecFormat,
): SpecText {
  const text = decodeUtf8(bytes);
  if (text === null || text.includes("\0")) {
    throw inputError(
      "spec/binary",
      { file },
      "the document is binary, not JSON or YAML in UTF-8",
    );
  }
  if (text.trim() === "") {
    throw inputError("spec/empty", { file }, "the document is empty");
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, location, text, sha256, format, apiVersion: null };
}

/** `https://example.com/openapi.yaml?raw=1` → `"yaml"` */
export function formatOfName(name: string): SpecFormat {
  const path = name.replace(/[?#].*$/, "").toLowerCase();
  if (path.endsWith(".json")) return "json";
  return /\.ya?ml$/.test(path) ? "yaml" : "unknown";
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // skips a byte order mark
  } catch {
    return null;
  }
}
