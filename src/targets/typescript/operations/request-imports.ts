// The names that request types use → the imports of a file in `params/`.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import { stringContent } from "../../../languages/printable.js";
import type { ImportView } from "../../../languages/typescript/import-view.js";
import { importView } from "../../../languages/typescript/import-view.js";
import type { LowerContext } from "../lower-context.js";
import type { TypePrinter } from "../models/type-printer.js";

/** Imports schemas from `model/`, generic types from `types.ts`, and shared request types. */
export function requestImports(
  printer: TypePrinter,
  { namesOf }: Pick<LowerContext, "namesOf">,
): ImportView[] {
  const shared = [...printer.shared].sort();
  const isParam = (name: string) => namesOf(name).isParam;
  const shapes = [...printer.models].filter(isParam);
  const models = [...printer.models].filter((name) => !isParam(name));
  const types = (list: readonly string[]) =>
    sortedByBytes(
      list.map((name) => namesOf(name).type),
      (name) => name,
    );
  return [
    ...sortedByBytes(
      models.map((name) =>
        importView(
          stringContent`../model/${namesOf(name).file}.js`,
          types([name]),
        ),
      ),
      ({ from }) => from,
    ),
    ...(shared.length > 0
      ? [importView(stringContent`../types.js`, shared)]
      : []),
    ...(shapes.length > 0
      ? [importView(stringContent`./shared.js`, types(shapes))]
      : []),
  ];
}
