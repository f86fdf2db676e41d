// All operations → a file of parameters each, the shapes that several of them
// share, and one map of them all.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { ModelSet } from "../../../ir/model.js";
import {
  code,
  ownWord,
  stringContent,
  type Word,
} from "../../../languages/printable.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import type { ImportView } from "../../../languages/typescript/layout-import.js";
import { layoutImport } from "../../../languages/typescript/layout-import.js";
import type { FileView } from "../../target.js";
import { type FileGroup, type NamedEnum, nestedEnums } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import { declareNested, declareObject } from "../models/declare-typescript.js";
import type { LoweredFile } from "../models/lower-model.js";
import { createTypePrinter } from "../models/type-printer.js";
import type { OperationsView, OperationView } from "../typescript-view.js";
import { lowerOperation } from "./lower-operation.js";
import { nameOperations } from "./name-operations.js";
import { compareErrors, declareError } from "./operation-errors.js";
import { requestImports } from "./request-imports.js";

/** Where all operations stand. */
const paths = { pointer: "#/paths", model: null };

export function lowerOperations(
  modelSet: ModelSet,
  context: LowerContext,
): FileGroup {
  const { file, operations } = modelSet;
  const { namesOf, options } = context;
  const names = nameOperations(operations, file, context.taken, context.report);
  const responses = createTypePrinter(context, "answer", paths);
  const exports: ImportView[] = [];
  const enums: NamedEnum[] = [];
  const files: FileView[] = [];
  const imports: ImportView[] = [];
  const add = (name: Word, lowered: LoweredFile) => {
    const path = `params/${name}`;
    files.push({
      path: `${path}.ts`,
      template: "model",
      model: null,
      view: lowered.view,
    });
    const declared = lowered.view.declarations.map((one) => one.name);
    exports.push(layoutImport(stringContent`./params/${name}.js`, declared));
    enums.push(...nestedEnums(lowered));
  };
  const entries: { key: string; view: OperationView }[] = [];
  const errors = compareErrors(operations);
  for (const [operation, own] of names) {
    const lowered = lowerOperation(
      operation,
      own,
      responses,
      errors.each,
      context,
    );
    entries.push({
      key: `${operation.path} ${operation.method}`,
      view: lowered.view,
    });
    if (lowered.file === null) continue;
    add(own.file, lowered.file);
    imports.push(
      layoutImport(stringContent`./params/${own.file}.js`, lowered.own),
    );
  }
  const shapes = lowerShapes(modelSet, context);
  if (shapes !== null) add(ownWord("shared"), shapes);
  const common =
    errors.common === null
      ? []
      : [declareError(errors.common, responses, context)];
  const declarations = [...common, ...declareNested(responses, options)];
  const view: OperationsView = {
    imports: [
      ...sortedByBytes(
        [...responses.models].map((model) => {
          const { type, file: from } = namesOf(model);
          return layoutImport(stringContent`./model/${from}.js`, [type]);
        }),
        ({ from }) => from,
      ),
      ...sortedByBytes(imports, ({ from }) => from),
      ...(responses.shared.size > 0
        ? [layoutImport(stringContent`./types.js`, [...responses.shared])]
        : []),
    ],
    operations: sortedByBytes(entries, ({ key }) => key).map((one) => one.view),
    declarations,
  };
  files.push({
    path: "operations.ts",
    template: "operations",
    model: null,
    view,
  });
  exports.push(
    layoutImport(stringContent`./operations.js`, [
      code`Operations`,
      ...declarations.map(({ name }) => name),
    ]),
  );
  return { files, exports, enums };
}

/** One file for all shapes: most requests need a few of them, and they need each other. */
function lowerShapes(
  { shapes }: ModelSet,
  context: LowerContext,
): LoweredFile | null {
  if (shapes.length === 0) return null;
  const { namesOf, options } = context;
  const printer = createTypePrinter(context, "request", paths);
  const declared = shapes.map((shape) =>
    declareObject(namesOf(shape.name).type, shape, printer, options),
  );
  const declarations = sortedByBytes(
    [...declared, ...declareNested(printer, options)],
    ({ name }) => name,
  );
  const imports = requestImports(printer, context).filter(
    ({ from }) => from !== "./shared.js",
  );
  return {
    view: { pointer: tsLineComment("#/paths"), imports, declarations },
    printer,
  };
}
