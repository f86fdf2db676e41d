// A parsed document → its operations, one for each method of a path, and its
// webhooks.

import { appendPointer } from "../../document/pointer.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { ModelSet } from "../../ir/model.js";
import type { Operation } from "../../ir/operation.js";
import type { BuildSource } from "../create-build-context.js";
import { createOperationContext } from "./operation-context.js";
import { readOperation } from "./read-operation.js";
import { readPathItem } from "./read-path-item.js";
import { readCallbacks, readWebhooks } from "./read-webhooks.js";

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
  // A document may use an id twice: then method and path decide the order.
  const sorted = sortedByBytes(operations, ({ id, method, path }) =>
    [id, method, path].join("\0"),
  );
  return {
    operations: sorted,
    webhooks: sortedByBytes(webhooks, ({ name }) => name),
  };
}
