// A path item → the operations on it, as they stand in the document, and the
// parameters that all of them take.

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

export interface PathItem {
  readonly methods: readonly {
    /** In capitals, `POST`, where it is none that the document brings. */
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
  const found = new Map<string, Part>();
  const add = (method: string, holder: Part, key: string) => {
    if (found.has(method)) return;
    const at = appendPointer(holder.pointer, key);
    const part = context.parts.read(holder.raw[key], at, "an operation");
    if (part !== null) found.set(method, part);
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
    methods: [...found].map(([method, part]) => ({ method, part })),
    parameters: readParameters(parts, context),
  };
}

/**
 * Operations of other methods, which stand there as they are sent: `COPY`.
 * @see https://spec.openapis.org/oas/v3.2.0#path-item-object additionalOperations
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
 * Other than elsewhere, what stands beside the `$ref` of a path item is a part of it.
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
