// The responses of an operation → the type of what it answers when it succeeds,
// and the type of what it answers otherwise.

import { appendPointer } from "../../document/pointer.js";
import type { Operation } from "../../ir/operation.js";
import type { OperationContext } from "./operation-context.js";
import { type Held, listHeld, uniteHeld } from "./read-content.js";

/** @see https://spec.openapis.org/oas/v3.1.1#responses-object */
export function readAnswers(
  value: unknown,
  pointer: string,
  context: OperationContext,
): Pick<Operation, "error" | "response"> {
  const answers =
    value === undefined ? [] : listAnswers(value, pointer, context);
  const succeeds = successOf(answers);
  const good = answers.filter(({ status }) => succeeds(status));
  const bad = answers.filter(({ status }) => !succeeds(status));
  const type = unite(good, context);
  return {
    response:
      type === null
        ? null
        : { required: good.every(({ held }) => held.length > 0), type },
    error: unite(bad, context),
  };
}

interface Answer {
  readonly status: string;
  /** Empty where it has no content. */
  readonly held: readonly Held[];
}

/** In the order of their numbers, `default` last. */
function listAnswers(
  value: unknown,
  pointer: string,
  context: OperationContext,
): Answer[] {
  const { parts } = context;
  const responses = parts.read(value, pointer, null);
  if (responses === null) return [];
  const statuses = Object.keys(responses.raw).filter(
    (status) => !status.startsWith("x-"),
  );
  return statuses.sort().flatMap((status): Answer[] => {
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
    const held = listHeld(response.raw.content, content, "response", context);
    return [{ status, held }];
  });
}

/** Where no status tells of success, `default` does. */
function successOf(answers: readonly Answer[]): (status: string) => boolean {
  return answers.some(({ status }) => status.startsWith("2"))
    ? (status) => status.startsWith("2")
    : (status) => status.toLowerCase() === "default";
}

function unite(answers: readonly Answer[], context: OperationContext) {
  const held = answers.flatMap((answer) => answer.held);
  return uniteHeld(held, "response", context);
}
