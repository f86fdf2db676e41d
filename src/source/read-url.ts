// Fetches the text of a document. Follows redirects itself, so that every address is
// checked before it is contacted.

import {
  type IncomingMessage,
  request as requestHttp,
  STATUS_CODES,
} from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Location } from "../diagnostics/diagnostic.js";
import { InputError, inputError } from "../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";
import { readStream } from "./files/read-stream.js";
import { type HostGuard, PrivateAddressError } from "./host-guard.js";
import { overLimit, type ReadBudget, tooManyBytes } from "./read-limits.js";
import {
  decodeSpec,
  formatOfName,
  type SpecFormat,
  type SpecText,
} from "./spec-text.js";

/** The same number as `fetch`. */
const mostRedirects = 20;

/** The limits and the host check that all requests of a run share. */
export interface Network {
  readonly budget: ReadBudget;
  readonly guard: HostGuard;
}

interface HttpResponse {
  readonly response: IncomingMessage;
  /** The URL after all redirects. */
  readonly url: URL;
}

/**
 * Fetches a document over http(s).
 * @throws InputError
 */
export async function readUrl(
  address: string,
  network: Network,
): Promise<SpecText> {
  const { budget } = network;
  const file = showAddress(address);
  const at = { file };
  if (!URL.canParse(address)) {
    const message = `${quoteAddress(file)} is not an address`;
    throw inputError("spec/unreachable", at, message);
  }
  return budget.wait(at, async (milliseconds) => {
    const signal = AbortSignal.timeout(milliseconds);
    try {
      const final = await follow(new URL(address), at, network, signal);
      const bytes = await readResponseBody(final, at, budget, signal);
      // Relative references are resolved against the URL after redirects.
      const { href } = final.url;
      return decodeSpec(bytes, file, href, formatOf(final, address));
    } catch (error) {
      if (error instanceof InputError) throw error;
      if (signal.aborted) {
        const excess = "the response is incomplete";
        throw overLimit("seconds", at, budget.limits, excess);
      }
      throw unreachable(error, at);
    }
  });
}

async function follow(
  start: URL,
  at: Location,
  { budget, guard }: Network,
  signal: AbortSignal,
): Promise<HttpResponse> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    budget.countFetch(at);
    const response = await send(url, guard, signal).catch((error: unknown) => {
      throw error instanceof PrivateAddressError
        ? privateAddress(url, error, at)
        : error;
    });
    const { statusCode = 0, headers } = response;
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
    if (isRedirect && headers.location !== undefined) {
      response.destroy();
      url = redirect(url, headers.location, at);
      continue;
    }
    if (statusCode >= 200 && statusCode < 300) return { response, url };
    response.destroy();
    // The server's reason phrase is not quoted: it could repeat secrets of the URL.
    const meaning = STATUS_CODES[statusCode] ?? "";
    const message = `the server answered ${statusCode} ${meaning}`.trim();
    throw inputError("spec/http-status", at, message);
  }
  const message = `there are more than ${mostRedirects} redirects`;
  throw inputError("spec/redirect", at, message);
}

function send(
  url: URL,
  guard: HostGuard,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    guard.requireAllowed(url);
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    request(url, {
      agent: false, // closes the connection after the response
      headers: { accept: "*/*", "user-agent": "codegen" },
      lookup: guard.lookup,
      signal,
    })
      .on("response", resolve)
      .on("upgrade", (_response, socket) => {
        socket.destroy();
        const error = new Error("the server answered 101 Switching Protocols");
        reject(Object.assign(error, { code: "EPROTO" }));
      })
      .on("error", reject)
      .end();
  });
}

/** Keeps credentials only while the origin stays the same. */
function redirect(from: URL, location: string, at: Location): URL {
  const to = URL.canParse(location, from.href)
    ? new URL(location, from.href)
    : null;
  if (to === null || !/^https?:$/.test(to.protocol)) {
    const message = `the server redirects to ${quoteAddress(location)}, which is not an HTTP address`;
    throw inputError("spec/redirect", at, message);
  }
  const isSameOrigin = to.origin === from.origin;
  to.username = isSameOrigin ? from.username : "";
  to.password = isSameOrigin ? from.password : "";
  return to;
}

function privateAddress(
  url: URL,
  { address }: PrivateAddressError,
  at: Location,
): InputError {
  const shown = quoteAddress(url.href);
  return inputError(
    "spec/private-address",
    at,
    `${shown} leads to ${address}, a private or loopback address that you did not name`,
  );
}

async function readResponseBody(
  { response }: HttpResponse,
  at: Location,
  { limits }: ReadBudget,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const limit = limits.bytes;
  const bytes = await readStream(decompress(response), { limit, signal });
  if (bytes === "too-large") throw tooManyBytes(at, limits);
  if (bytes === "too-slow") throw new Error(bytes); // the caller checks the signal
  return bytes;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
function decompress(response: IncomingMessage): Readable {
  const encoding = response.headers["content-encoding"] ?? "identity";
  const decoders = {
    br: createBrotliDecompress,
    deflate: createInflate,
    gzip: createGunzip,
    "x-gzip": createGunzip,
  };
  const [, decoder] =
    Object.entries(decoders).find(
      ([name]) => name === encoding.trim().toLowerCase(),
    ) ?? [];
  // `pipeline` forwards errors of the response to the stream that it returns.
  return decoder === undefined
    ? response
    : pipeline(response, decoder(), () => {});
}

function formatOf({ response }: HttpResponse, address: string): SpecFormat {
  const type = response.headers["content-type"] ?? "";
  if (/\bya?ml\b/i.test(type)) return "yaml";
  return /\bjson\b/i.test(type) ? "json" : formatOfName(address);
}

function unreachable(error: unknown, at: Location): unknown {
  const isOfNetwork =
    error instanceof URIError || (error instanceof Error && "code" in error);
  if (!isOfNetwork) return error;
  const message = `${quoteAddress(at.file)} cannot be fetched (${describeFailure(error)})`;
  return inputError("spec/unreachable", at, message);
}

/**
 * Names only the system call: Node's message names a host, which may be the user name
 * of a malformed URL.
 */
function describeFailure(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  return "syscall" in error
    ? `${error.syscall} ${code}`
    : error.message || code;
}
