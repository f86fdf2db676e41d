// Models → validators: one module per model, the run-time modules that they
// share, and an index.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model, ModelSet } from "../../../ir/model.js";
import { code, stringContent, word } from "../../../languages/printable.js";
import {
  type ImportView,
  importView,
} from "../../../languages/typescript/import-view.js";
import type { FileView } from "../../target.js";
import { lowerParseEvents } from "../events/lower-parse-events.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import type { LoweredFile } from "../models/lower-model.js";
import { copyRuntime, type TsIndexView } from "../typescript-view.js";
import { lowerValidator } from "./lower-validator.js";

export function lowerValidators(
  { models, events, version }: ModelSet,
  lowered: ReadonlyMap<string, LoweredFile>,
  context: LowerContext,
): FileGroup {
  const exports = models.map((model) => exportsOf(model, context));
  exports.push(
    importView(
      stringContent`./serialization.js`,
      [code`clone`, code`stringify`],
      false,
    ),
  );
  const parseEvents =
    events === null ? null : lowerParseEvents(events, version, context);
  if (parseEvents !== null) exports.push(...parseEvents.exports);
  const index: TsIndexView = {
    exports: sortedByBytes(exports, ({ from }) => from),
  };
  return {
    files: [
      ...validatorFiles(models, lowered, context),
      ...(parseEvents?.files ?? []),
      copyRuntime("serialization"),
      copyRuntime("validation"),
      {
        path: "validators.ts",
        template: "validators",
        model: null,
        view: index,
      },
    ],
    exports: [],
    enums: [],
  };
}

/** A file a model, and the checks that only some documents need. */
function validatorFiles(
  models: readonly Model[],
  lowered: ReadonlyMap<string, LoweredFile>,
  context: LowerContext,
): FileGroup["files"] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const checkNames = new Set(
    models.map(({ name }) => `check${context.namesOf(name).type}`),
  );
  let usesGenerics = false;
  const files = models.map((model): FileView => {
    const { file } = context.namesOf(model.name);
    const ownFile = lowered.get(model.name);
    const one = lowerValidator(model, byName, checkNames, ownFile, context);
    usesGenerics ||= one.usesGenerics;
    return {
      path: `validate/${file}.ts`,
      template: "validator",
      model: model.name,
      view: one.view,
    };
  });
  return usesGenerics ? [...files, copyRuntime("generic-checks")] : files;
}

function exportsOf({ name }: Model, { namesOf }: LowerContext): ImportView {
  const { file, type } = namesOf(name);
  const verbs = ["clone", "is", "parse", "safeParse", "stringify"] as const;
  return importView(
    stringContent`./validate/${file}.js`,
    [...verbs.map((verb) => word`${verb}${type}`), word`${type}Schema`],
    false,
  );
}
