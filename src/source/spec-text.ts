// A document as text, before it is parsed, and what is known of where it is from.

import { createHash } from "node:crypto";
import { inputError } from "../diagnostics/input-error.js";

export type SpecFormat = "json" | "yaml" | "unknown";

export interface SpecText {
  /** As messages name it: the source as the user wrote it, without passwords and tokens. */
  readonly file: string;
  /** An absolute path or a URL: what relative references start from. */
  readonly location: string;
  readonly text: string;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** What the name or the content type promises. */
  readonly format: SpecFormat;
  /** What `info.version` must be, where a pin says so. */
  readonly apiVersion: string | null;
}

/** Bytes → text, refusing what cannot be a document: nothing, or no UTF-8. */
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

export function formatOfName(name: string): SpecFormat {
  const path = name.replace(/[?#].*$/, "").toLowerCase();
  if (path.endsWith(".json")) return "json";
  return /\.ya?ml$/.test(path) ? "yaml" : "unknown";
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // drops a byte order mark
  } catch {
    return null;
  }
}
