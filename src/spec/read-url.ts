// An address → the text of the document there.

import { inputError } from "../diagnostics/input-error.js";
import {
  overLimit,
  type ReadBudget,
  type ReadLimits,
  requireBytes,
} from "./read-limits.js";
import {
  decodeSpec,
  formatOfName,
  type SpecFormat,
  type SpecText,
} from "./spec-text.js";

export async function readUrl(
  url: string,
  budget: ReadBudget,
): Promise<SpecText> {
  const at = { file: url };
  budget.countFetch(at);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(budget.remainingMs(at)),
    });
    if (!response.ok) {
      throw inputError(
        "spec/http-status",
        at,
        `the server answered ${response.status} ${response.statusText}`.trim(),
      );
    }
    const bytes = await readBounded(response, url, budget.limits);
    // Where it was redirected, what it refers to is beside what was found there.
    const location = response.url || url;
    return decodeSpec(bytes, url, location, formatOf(response, url));
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw overLimit("seconds", at, budget.limits, "there is no whole answer");
    }
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
  limits: ReadLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    requireBytes(size, { file: url }, limits);
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
