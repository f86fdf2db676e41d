// A path item → the operations on it, as they stand in the document, and the
// parameters that all of them take.

import { appendPointer } from "../../spec/pointer.js";
import { isRecord } from "../read-schema.js";
import type { OperationContext } from "./operation-context.js";
import { type Parameter, readParameters } from "./read-parameters.js";
import type { Part } from "./read-part.js";

/** @see https://spec.openapis.org/oas/v3.1.1#path-item-object */
const methods = [
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
    /** In capitals: `POST`. */
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
  return {
    methods: methods.flatMap((method) => {
      const holder = parts.find(({ raw }) => raw[method] !== undefined);
      if (holder === undefined) return [];
      const at = appendPointer(holder.pointer, method);
      const part = context.parts.read(holder.raw[method], at);
      return part === null ? [] : [{ method: method.toUpperCase(), part }];
    }),
    parameters: readParameters(parts, context),
  };
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
  const referred = parts.read(value, pointer);
  if (!isRecord(value) || typeof value.$ref !== "string") {
    return referred === null ? [] : [referred];
  }
  const { $ref: _, ...raw } = value;
  const own = { raw, pointer };
  return referred === null ? [own] : [own, referred];
}
