// Each operation gets types and a file named after its id. Two of one name are an
// error: a number behind one of them would say nothing to whoever reads it.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Operation } from "../../model/operation.js";
import { fileName, typeName } from "./names.js";

export interface OperationNames {
  /** Without folder and ending. */
  readonly file: string;
  /** What is sent: the body, or the query where there is no body. */
  readonly params: string;
  /** What takes the place of the braces in the path. */
  readonly path: string;
  /** The query, where there is a body as well. */
  readonly query: string;
}

/** `taken` has the names of all other types, and grows. */
export function nameOperations(
  operations: readonly Operation[],
  file: string,
  taken: Set<string>,
  report: Report,
): ReadonlyMap<Operation, OperationNames> {
  const files = new Set<string>(["shared"]);
  const ids = new Map<string, Operation>();
  return new Map(
    operations.map((operation) => {
      const before = ids.get(operation.id);
      if (before !== undefined) {
        report(
          createDiagnostic(
            "operation/same-id",
            { file, pointer: `${operation.pointer}/operationId` },
            `${JSON.stringify(operation.id)} is also the id of ${before.method} ${before.path}`,
          ),
        );
      }
      ids.set(operation.id, operation);
      const type = typeName(operation.id);
      const names: OperationNames = {
        file: fileName(snakeCase(operation.id)),
        params: `${type}Params`,
        path: `${type}Path`,
        query: `${type}Query`,
      };
      const types = [names.params, names.path, names.query];
      const clash = files.has(names.file)
        ? `params/${names.file}.ts`
        : types.find((name) => taken.has(name));
      if (clash !== undefined && before === undefined) {
        const { method, path, pointer } = operation;
        report(
          createDiagnostic(
            "operation/name-taken",
            { file, pointer: `${pointer}/operationId` },
            `${method} ${path} would have ${clash}, which there is already`,
          ),
        );
      }
      files.add(names.file);
      for (const name of types) taken.add(name);
      return [operation, names];
    }),
  );
}

/** `PostIdentityVerificationSessions → post_identity_verification_sessions` */
function snakeCase(id: string): string {
  return id
    .replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})/gu, "_")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}
