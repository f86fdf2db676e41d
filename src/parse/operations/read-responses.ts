// The responses of an operation → the type of the success response, and the
// type of all other responses.

import { appendPointer } from "../../document/pointer.js";
import type { Operation } from "../../ir/operation.js";
import type { OperationContext } from "./operation-context.js";
import {
  type ContentEntry,
  listContent,
  uniteContent,
} from "./read-content.js";

/**
 * The success responses are those with a 2xx status, or `default` if there are
 * none.
 * @see https://spec.openapis.org/oas/v3.1.1#responses-object
 */
export function readResponses(
  value: unknown,
  pointer: string,
  context: OperationContext,
): Pick<Operation, "error" | "response"> {
  const responses =
    value === undefined ? [] : listResponses(value, pointer, context);
  const succeeds = successOf(responses);
  const good = responses.filter(({ status }) => succeeds(status));
  const bad = responses.filter(({ status }) => !succeeds(status));
  const type = unite(good, context);
  return {
    response:
      type === null
        ? null
        : { required: good.every(({ held }) => held.length > 0), type },
    error: unite(bad, context),
  };
}

interface StatusResponse {
  readonly status: string;
  /** Empty if the response has no content. */
  readonly held: readonly ContentEntry[];
}

/** Sorted by status, with `default` last. */
function listResponses(
  value: unknown,
  pointer: string,
  context: OperationContext,
): StatusResponse[] {
  const { parts } = context;
  const responses = parts.read(value, pointer, null);
  if (responses === null) return [];
  const statuses = Object.keys(responses.raw).filter(
    (status) => !status.startsWith("x-"),
  );
  return statuses.sort().flatMap((status): StatusResponse[] => {
    const at = appendPointer(responses.pointer, status);
    if (!/^([1-5](\d\d|XX)|default)$/i.test(status)) {
      parts.wrong(
        at,
        `${JSON.stringify(status)} is no status: 200, 4XX or default; it is left out`,
      );
      return [];
    }
    const response = parts.read(responses.raw[status], at, "a response");
    if (response === null) return [];
    const content = `${response.pointer}/content`;
    const held = listContent(
      response.raw.content,
      content,
      "response",
      context,
    );
    return [{ status, held }];
  });
}

/** Without a 2xx status, `default` describes success. */
function successOf(
  responses: readonly StatusResponse[],
): (status: string) => boolean {
  return responses.some(({ status }) => status.startsWith("2"))
    ? (status) => status.startsWith("2")
    : (status) => status.toLowerCase() === "default";
}

function unite(
  responses: readonly StatusResponse[],
  context: OperationContext,
) {
  const entries = responses.flatMap((answer) => answer.held);
  return uniteContent(entries, "response", context);
}
