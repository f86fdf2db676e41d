// A parsed document → its operations, one a method of a path, and its webhooks.

import { sortedByBytes } from "../model/byte-order.js";
import type { ModelSet } from "../model/model.js";
import type { Operation } from "../model/operation.js";
import { appendPointer } from "../spec/pointer.js";
import type { BuildSource } from "./create-build-context.js";
import { createOperationContext } from "./operations/operation-context.js";
import { readOperation } from "./operations/read-operation.js";
import { readPathItem } from "./operations/read-path-item.js";
import { readCallbacks, readWebhooks } from "./operations/read-webhooks.js";

/** @see https://spec.openapis.org/oas/v3.1.1#paths-object */
export function buildOperations(
  source: BuildSource,
): Pick<ModelSet, "operations" | "webhooks"> {
  const { document } = source;
  const context = createOperationContext(source);
  const paths = context.parts.read(document.root.paths ?? {}, "#/paths", null);
  const webhooks = readWebhooks(document.root, context);
  const operations = Object.entries(paths?.raw ?? {})
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, value]): Operation[] => {
      const pointer = appendPointer("#/paths", path);
      const item = readPathItem(value, pointer, context);
      return item.methods.map(({ method, part }) => {
        const operation = readOperation(
          method,
          path,
          part,
          item.parameters,
          context,
        );
        webhooks.push(...readCallbacks(operation.id, part, context));
        return operation;
      });
    });
  // By id, and where a document gives an id twice, by the rest.
  const sorted = sortedByBytes(operations, ({ id, method, path }) =>
    [id, method, path].join("\0"),
  );
  return {
    operations: sorted,
    webhooks: sortedByBytes(webhooks, ({ name }) => name),
  };
}
