// Models → validators: one module per model, the run-time modules that they
// share, and an index.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model, ModelSet } from "../../../ir/model.js";
import { code, stringContent, word } from "../../../languages/printable.js";
import {
  type ImportView,
  layoutImport,
} from "../../../languages/typescript/layout-import.js";
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
  const byName = new Map(models.map((model) => [model.name, model]));
  const checkNames = new Set(
    models.map(({ name }) => `check${context.namesOf(name).type}`),
  );
  const exports = models.map((model) => exportsOf(model, context));
  const files = models.map((model): FileView => {
    const { file } = context.namesOf(model.name);
    return {
      path: `validate/${file}.ts`,
      template: "validator",
      model: model.name,
      view: lowerValidator(
        model,
        byName,
        checkNames,
        lowered.get(model.name),
        context,
      ),
    };
  });
  exports.push(
    layoutImport(
      stringContent`./serialization.js`,
      [code`clone`, code`stringify`],
      false,
    ),
  );
  const parseEvents =
    events === null ? null : lowerParseEvents(events, version, context);
  if (parseEvents !== null) exports.push(...parseEvents.exports);
  const validators: TsIndexView = {
    exports: sortedByBytes(exports, ({ from }) => from),
  };
  return {
    files: [
      ...files,
      ...(parseEvents?.files ?? []),
      copyRuntime("serialization"),
      copyRuntime("validation"),
      {
        path: "validators.ts",
        template: "validators",
        model: null,
        view: validators,
      },
    ],
    exports: [],
    enums: [],
  };
}

function exportsOf({ name }: Model, { namesOf }: LowerContext): ImportView {
  const { file, type } = namesOf(name);
  const verbs = ["clone", "is", "parse", "safeParse", "stringify"] as const;
  return layoutImport(
    stringContent`./validate/${file}.js`,
    [...verbs.map((verb) => word`${verb}${type}`), word`${type}Schema`],
    false,
  );
}
