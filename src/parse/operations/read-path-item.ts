// A path item → its operations, unread, and the parameters that they share.

import { appendPointer } from "../../document/pointer.js";
import { isRecord } from "../schema/read-schema.js";
import type { Part } from "./create-part-reader.js";
import type { OperationContext } from "./operation-context.js";
import { type Parameter, readParameters } from "./read-parameters.js";

/** @see https://spec.openapis.org/oas/v3.1.1#path-item-object */
const pathItemMethods = [
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "query",
  "trace",
];

/** The operations of one path. */
export interface PathItem {
  readonly methods: readonly {
    /**
     * `POST` in capitals; methods of `additionalOperations` keep the
     * document's spelling.
     */
    readonly method: string;
    readonly part: Part;
  }[];
  readonly parameters: readonly Parameter[];
}

export function readPathItem(
  value: unknown,
  pointer: string,
  context: OperationContext,
): PathItem {
  const parts = ownAndReferred(value, pointer, context);
  const operations = new Map<string, Part>();
  const add = (method: string, holder: Part, key: string) => {
    if (operations.has(method)) return;
    const at = appendPointer(holder.pointer, key);
    const part = context.parts.read(holder.raw[key], at, "an operation");
    if (part !== null) operations.set(method, part);
  };
  for (const part of parts) {
    for (const key of pathItemMethods) {
      if (part.raw[key] !== undefined) add(key.toUpperCase(), part, key);
    }
    const others = readOthers(part, context);
    for (const key of Object.keys(others?.raw ?? {})) {
      if (others !== null) add(key, others, key);
    }
  }
  return {
    methods: [...operations].map(([method, part]) => ({ method, part })),
    parameters: readParameters(parts, context),
  };
}

/**
 * Reads the operations of methods without a field of their own, such as
 * `COPY`.
 * @see https://spec.openapis.org/oas/v3.2.0#path-item-object
 * additionalOperations
 */
function readOthers(
  { raw, pointer }: Part,
  { parts }: OperationContext,
): Part | null {
  const { additionalOperations: others } = raw;
  const at = `${pointer}/additionalOperations`;
  return others === undefined ? null : parts.read(others, at, null);
}

/**
 * A path item may have fields beside its `$ref`: they are returned as a part
 * of their own, which takes precedence.
 * @see https://spec.openapis.org/oas/v3.1.1#path-item-object $ref
 */
function ownAndReferred(
  value: unknown,
  pointer: string,
  { parts }: OperationContext,
): Part[] {
  const referred = parts.read(value, pointer, "a path item");
  if (!isRecord(value) || typeof value.$ref !== "string") {
    return referred === null ? [] : [referred];
  }
  const { $ref: _, ...raw } = value;
  const own = { raw, pointer };
  return referred === null ? [own] : [own, referred];
}
