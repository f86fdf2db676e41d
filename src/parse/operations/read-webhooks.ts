// The webhooks of a document and the callbacks of its operations → the
// requests that the API sends. The user of the types receives their bodies, so
// they are read as responses.

import { appendPointer } from "../../document/pointer.js";
import type { Webhook } from "../../ir/webhook.js";
import { isRecord } from "../schema/read-schema.js";
import type { Part } from "./create-part-reader.js";
import { describePart } from "./describe-part.js";
import type { OperationContext } from "./operation-context.js";
import { readBody } from "./read-body.js";
import { readPathItem } from "./read-path-item.js";

/**
 * OpenAPI 3.0 has no `webhooks`; several tools read the extension `x-webhooks`
 * instead.
 * @see https://spec.openapis.org/oas/v3.1.1#openapi-object webhooks
 */
export function readWebhooks(
  root: Readonly<Record<string, unknown>>,
  context: OperationContext,
): Webhook[] {
  const key = root.webhooks === undefined ? "x-webhooks" : "webhooks";
  return entriesAt(root[key], `#/${key}`, context).flatMap(
    ([name, value, pointer]) => {
      const label = `${name} webhook`;
      return isCallback(value)
        ? readCallback(name, label, value, pointer, context)
        : readItem(name, label, value, pointer, context);
    },
  );
}

/** The extension has no specification, and some documents write it like a callback. */
function isCallback(value: unknown): boolean {
  return (
    isRecord(value) && Object.keys(value).some((key) => key.startsWith("{$"))
  );
}

/** @see https://spec.openapis.org/oas/v3.1.1#callback-object */
export function readCallbacks(
  operationId: string,
  { raw, pointer }: Part,
  context: OperationContext,
): Webhook[] {
  const callbacks = entriesAt(raw.callbacks, `${pointer}/callbacks`, context);
  return callbacks.flatMap(([callback, value, at]) => {
    const name = `${operationId} ${callback}`;
    return readCallback(name, name, value, at, context);
  });
}

/** Reads a map of runtime expressions, the addresses, to path items. */
function readCallback(
  name: string,
  label: string,
  value: unknown,
  pointer: string,
  context: OperationContext,
): Webhook[] {
  return entriesAt(value, pointer, context).flatMap(([expression, item, at]) =>
    readItem(`${name} ${expression}`, label, item, at, context),
  );
}

type Entry = readonly [key: string, value: unknown, pointer: string];

function entriesAt(
  value: unknown,
  pointer: string,
  { parts }: OperationContext,
): Entry[] {
  const part = value === undefined ? null : parts.read(value, pointer, null);
  return Object.entries(part?.raw ?? {})
    .filter(([key]) => !key.startsWith("x-"))
    .map(([key, one]) => [key, one, appendPointer(part?.pointer ?? "", key)]);
}

function readItem(
  name: string,
  label: string,
  value: unknown,
  pointer: string,
  context: OperationContext,
): Webhook[] {
  const { methods } = readPathItem(value, pointer, context);
  return methods.map(({ method, part: { raw, pointer: at } }): Webhook => {
    const body = `${at}/requestBody`;
    const isUsual = method === "POST";
    return {
      name: isUsual ? name : `${method} ${name}`,
      label: isUsual ? label : `${label} ${method.toLowerCase()}`,
      description: describePart(raw, context.dialect),
      deprecated: raw.deprecated === true,
      payload: readBody(raw.requestBody, body, "response", context),
    };
  });
}
