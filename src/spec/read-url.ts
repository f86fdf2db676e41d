// An address → the text of the document there.

import { inputError } from "../diagnostics/input-error.js";
import {
  decodeSpec,
  formatOfName,
  type SpecFormat,
  type SpecText,
} from "./spec-text.js";

const timeoutMs = 30_000;
const maxBytes = 256 * 1024 * 1024;

export async function readUrl(url: string): Promise<SpecText> {
  const at = { file: url };
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      throw inputError(
        "spec/http-status",
        at,
        `the server answered ${response.status} ${response.statusText}`.trim(),
      );
    }
    const bytes = await readBounded(response, url);
    return decodeSpec(bytes, url, formatOf(response, url));
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) {
      throw inputError(
        "spec/unreachable",
        at,
        `${JSON.stringify(url)} could not be fetched (${reason(error)})`,
      );
    }
    throw error;
  }
}

async function readBounded(
  response: Response,
  url: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw inputError(
        "spec/too-large",
        { file: url },
        `the document is larger than ${maxBytes} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function formatOf(response: Response, url: string): SpecFormat {
  const type = response.headers.get("content-type") ?? "";
  if (/\bya?ml\b/i.test(type)) return "yaml";
  return /\bjson\b/i.test(type) ? "json" : formatOfName(url);
}

/** Node hides why a connection failed in the cause of the error it throws. */
function reason(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? cause.message || cause.name : error.message;
}
