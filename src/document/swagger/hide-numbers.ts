// Numbers that JSON cannot say ↔ objects that it can: the converter of Swagger 2.0 copies
// parts of a document by way of JSON, which has no `bigint` and makes null of Infinity.

import { copyTree } from "../copy-tree.js";
import { isObject } from "../is-object.js";

const numberKey = "x-codegen-number";

export function hideNumbers(tree: unknown): unknown {
  return copyTree(tree, (value) =>
    typeof value === "bigint" || isOutOfRange(value)
      ? { [numberKey]: typeof value, text: String(value) }
      : undefined,
  );
}

export function showNumbers(tree: unknown): unknown {
  return copyTree(tree, (value) => {
    if (!isObject(value) || typeof value.text !== "string") return undefined;
    if (value[numberKey] === "bigint") return BigInt(value.text);
    return value[numberKey] === "number" ? Number(value.text) : undefined;
  });
}

function isOutOfRange(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}
