// The names that a user chose for operations → labels of those operations.

import {
  createDiagnostic,
  type Location,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { appendPointer } from "../document/pointer.js";
import type { ModelSet } from "../ir/model.js";
import type { ChosenNames } from "./rename-models.js";

/**
 * `names` identifies an operation by method and path, or by its id unless a
 * schema has the same name. A name of neither a schema nor an operation is
 * reported below `namesAt`, the location of `names` in the config.
 */
export function renameOperations(
  modelSet: ModelSet,
  names: ChosenNames,
  namesAt: Location | null,
  report: Report,
): ModelSet {
  if (Object.keys(names).length === 0) return modelSet;
  const models = new Set(modelSet.models.map(({ name }) => name));
  const known = new Set(models);
  const operations = modelSet.operations.map((operation) => {
    const { id, method, path } = operation;
    const methodAndPath = `${method} ${path}`;
    known.add(id).add(methodAndPath);
    const key = [methodAndPath, id].find(
      (one) => Object.hasOwn(names, one) && !models.has(one),
    );
    const label = key === undefined ? undefined : names[key];
    return label === undefined
      ? operation
      : { ...operation, label, isNamed: true };
  });
  for (const name of Object.keys(names)) {
    if (known.has(name)) continue;
    report(
      createDiagnostic(
        "name/unknown",
        namesAt?.pointer === undefined
          ? namesAt
          : { ...namesAt, pointer: appendPointer(namesAt.pointer, name) },
        `\`names\` renames ${JSON.stringify(name)}, which is not a schema or an operation of the document`,
        didYouMean(name, [...known]) ?? undefined,
      ),
    );
  }
  return { ...modelSet, operations };
}
