// All operations → one file of request types each, the types that several of them
// share, and the type `Operations`.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { ModelSet } from "../../../ir/model.js";
import {
  code,
  ownWord,
  stringContent,
  type Word,
} from "../../../languages/printable.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import type { ImportView } from "../../../languages/typescript/import-view.js";
import { importView } from "../../../languages/typescript/import-view.js";
import type { FileView } from "../../target.js";
import { type FileGroup, type NamedEnum, nestedEnums } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import { declareNested, declareObject } from "../models/declare-typescript.js";
import type { LoweredFile } from "../models/lower-model.js";
import { createTypePrinter, type TypePrinter } from "../models/type-printer.js";
import type { OperationsView, OperationView } from "../typescript-view.js";
import { lowerOperation } from "./lower-operation.js";
import { nameOperations } from "./name-operations.js";
import { compareErrors, declareError } from "./operation-errors.js";
import { requestImports } from "./request-imports.js";

/** The location of all operations, for messages. */
const paths = { pointer: "#/paths", model: null };

/** The parts of a `FileGroup`, while they are collected. */
interface OperationFiles {
  readonly files: FileView[];
  readonly exports: ImportView[];
  readonly enums: NamedEnum[];
}

export function lowerOperations(
  modelSet: ModelSet,
  context: LowerContext,
): FileGroup {
  const { file, operations } = modelSet;
  const names = nameOperations(operations, file, context.taken, context.report);
  const responses = createTypePrinter(context, "response", paths);
  const collected: OperationFiles = { files: [], exports: [], enums: [] };
  const imports: ImportView[] = [];
  const entries: { key: string; view: OperationView }[] = [];
  const errors = compareErrors(operations);
  for (const [operation, operationNames] of names) {
    const lowered = lowerOperation(
      operation,
      operationNames,
      responses,
      errors.each,
      context,
    );
    const key = `${operation.path} ${operation.method}`;
    entries.push({ key, view: lowered.view });
    if (lowered.file === null) continue;
    const { file: path } = operationNames;
    addParams(path, lowered.file, collected);
    imports.push(
      importView(stringContent`./params/${path}.js`, lowered.requestTypes),
    );
  }
  const shapes = lowerShapes(modelSet, context);
  if (shapes !== null) addParams(ownWord("shared"), shapes, collected);
  const common =
    errors.common === null
      ? []
      : [declareError(errors.common, responses, context)];
  const view: OperationsView = {
    // Declared before `imports` is computed, because nested types add imports.
    declarations: [...common, ...declareNested(responses, context.options)],
    imports: importsOf(responses, imports, context),
    operations: sortedByBytes(entries, ({ key }) => key).map(
      (entry) => entry.view,
    ),
  };
  addMap(view, collected);
  return collected;
}

/** Adds the request types of one operation, or those that several share. */
function addParams(
  name: Word,
  lowered: LoweredFile,
  { files, exports, enums }: OperationFiles,
): void {
  const { view } = lowered;
  const path = `params/${name}.ts`;
  files.push({ path, template: "model", model: null, view });
  const declared = view.declarations.map((declaration) => declaration.name);
  exports.push(importView(stringContent`./params/${name}.js`, declared));
  enums.push(...nestedEnums(lowered));
}

function addMap(
  view: OperationsView,
  { files, exports }: OperationFiles,
): void {
  files.push({
    path: "operations.ts",
    template: "operations",
    model: null,
    view,
  });
  exports.push(
    importView(stringContent`./operations.js`, [
      code`Operations`,
      ...view.declarations.map(({ name }) => name),
    ]),
  );
}

function importsOf(
  responses: TypePrinter,
  params: readonly ImportView[],
  { namesOf }: LowerContext,
): readonly ImportView[] {
  const models = [...responses.models].map((model) => {
    const { type, file } = namesOf(model);
    return importView(stringContent`./model/${file}.js`, [type]);
  });
  const shared = [...responses.shared];
  return [
    ...sortedByBytes(models, ({ from }) => from),
    ...sortedByBytes(params, ({ from }) => from),
    ...(shared.length > 0
      ? [importView(stringContent`./types.js`, shared)]
      : []),
  ];
}

/** Declares all shared request types in one file, because they reference each other. */
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
