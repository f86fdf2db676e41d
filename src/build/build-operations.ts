// A parsed document → its operations, one a method of a path.

import { sortedByBytes } from "../model/byte-order.js";
import type { Operation } from "../model/operation.js";
import { appendPointer } from "../spec/pointer.js";
import type { BuildSource } from "./create-build-context.js";
import { createOperationContext } from "./operations/operation-context.js";
import { readOperation } from "./operations/read-operation.js";
import { readPathItem } from "./operations/read-path-item.js";

/** @see https://spec.openapis.org/oas/v3.1.1#paths-object */
export function buildOperations(source: BuildSource): readonly Operation[] {
  const { document } = source;
  const context = createOperationContext(source);
  const paths = context.parts.read(document.root.paths ?? {}, "#/paths");
  const operations = Object.entries(paths?.raw ?? {})
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, value]): Operation[] => {
      const pointer = appendPointer("#/paths", path);
      const item = readPathItem(value, pointer, context);
      return item.methods.map(({ method, part }) =>
        readOperation(method, path, part, item.parameters, context),
      );
    });
  // By id, and where a document gives an id twice, by the rest.
  return sortedByBytes(operations, ({ id, method, path }) =>
    [id, method, path].join("\0"),
  );
}
