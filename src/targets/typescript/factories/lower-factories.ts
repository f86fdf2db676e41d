// Models → factories of test objects: one module per model, the run-time module
// that they share, and an index.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model, ModelSet } from "../../../ir/model.js";
import {
  code,
  stringContent,
  type Word,
  word,
} from "../../../languages/printable.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import {
  type ImportView,
  importView,
} from "../../../languages/typescript/import-view.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import { sortFields } from "../../../passes/sort-fields.js";
import { planValues } from "../../../samples/plan-values.js";
import type { ValuePlan } from "../../../samples/value-plan.js";
import type { FileView } from "../../target.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import {
  copyRuntime,
  type MakeEventsView,
  type MakerView,
  type TsIndexView,
} from "../typescript-view.js";
import { createPartWriter, type PartWriter } from "./part-writer.js";

export function lowerFactories(
  unsorted: ModelSet,
  context: LowerContext,
): FileGroup {
  const modelSet: ModelSet =
    context.options.order === "document"
      ? unsorted
      : { ...unsorted, models: sortFields(unsorted.models) };
  const plans = planValues(modelSet, context.report);
  const makers = modelSet.models.flatMap((model) => {
    const plan = plans.get(model.name);
    return plan === undefined ? [] : [makerFile(model, plan, context)];
  });
  const events = makeEventsFile(modelSet, plans, context);
  const all = [...makers, ...(events === null ? [] : [events])];
  const index: TsIndexView = {
    exports: sortedByBytes(
      [...runtimeExports, ...all.map(({ exported }) => exported)],
      ({ from }) => from,
    ),
  };
  return {
    files: [
      ...all.map(({ file }) => file),
      copyRuntime("factory"),
      ...(makers.some(({ usesGenerics }) => usesGenerics)
        ? [copyRuntime("generic-parts")]
        : []),
      {
        path: "factories.ts",
        template: "factories",
        model: null,
        view: index,
      },
    ],
    exports: [],
    enums: [],
  };
}

const runtimeExports: readonly ImportView[] = [
  importView(stringContent`./factory.js`, [code`Overrides`]),
  importView(
    stringContent`./factory.js`,
    [code`factoryClock`, code`resetFactories`],
    false,
  ),
];

interface ExportedFile {
  readonly file: FileView;
  readonly exported: ImportView;
}

interface MakerFile extends ExportedFile {
  /** True if it imports `generic-parts.ts`. */
  readonly usesGenerics: boolean;
}

function makerFile(
  model: Model,
  plan: ValuePlan,
  context: LowerContext,
): MakerFile {
  const { file, type } = context.namesOf(model.name);
  const from = stringContent`./make/${file}.js`;
  const writer = createPartWriter(context);
  const view = lowerMaker(model, plan, writer, context);
  return {
    usesGenerics: writer.generics.size > 0,
    exported: importView(from, [word`make${type}`], false),
    file: {
      path: `make/${file}.ts`,
      template: "maker",
      model: model.name,
      view,
    },
  };
}

function makeEventsFile(
  modelSet: ModelSet,
  plans: ReadonlyMap<string, ValuePlan>,
  context: LowerContext,
): ExportedFile | null {
  const view = lowerMakeEvents(modelSet, plans, context);
  if (view === null) return null;
  const from = stringContent`./make-events.js`;
  return {
    exported: importView(from, [word`make${view.name}`], false),
    file: {
      path: "make-events.ts",
      template: "make-events",
      model: null,
      view,
    },
  };
}

const factoryTypes: ReadonlySet<string> = new Set([
  "Branch",
  "Overrides",
  "Part",
]);

function lowerMaker(
  model: Model,
  plan: ValuePlan,
  writer: PartWriter,
  context: LowerContext,
): MakerView {
  const { type: name } = context.namesOf(model.name);
  const part = writer.declare(plan);
  // A model may be called as what all factories share is: here it is called otherwise.
  const own = factoryTypes.has(name) ? word`Own${name}` : name;
  return {
    pointer: tsLineComment(model.pointer),
    imports: makerImports(model, own, writer, context),
    name,
    type: own,
    part,
    constants: writer.constants,
  };
}

function makerImports(
  model: Model,
  own: Word,
  writer: PartWriter,
  { namesOf }: LowerContext,
): readonly ImportView[] {
  const { type: name, file } = namesOf(model.name);
  const others = [...writer.models].filter((other) => other !== model.name);
  const makers = others.map((other) => {
    const names = namesOf(other);
    return importView(
      stringContent`./${names.file}.js`,
      [word`make${names.type}`],
      false,
    );
  });
  const used = [...writer.shared];
  return [
    importView(stringContent`../factory.js`, [
      word`Overrides`,
      ...used.filter((shared) => factoryTypes.has(shared)),
    ]),
    importView(
      stringContent`../factory.js`,
      [word`make`, ...used.filter((shared) => !factoryTypes.has(shared))],
      false,
    ),
    ...(writer.generics.size === 0
      ? []
      : [
          importView(
            stringContent`../generic-parts.js`,
            [...writer.generics],
            false,
          ),
        ]),
    importView(stringContent`../model/${file}.js`, [
      own === name ? name : code`${name} as ${own}`,
    ]),
    ...sortedByBytes(makers, ({ from }) => from),
  ];
}

/** Null if the output has no events, or the envelope has no factory. */
function lowerMakeEvents(
  { events, models, version }: ModelSet,
  plans: ReadonlyMap<string, ValuePlan>,
  { namesOf }: LowerContext,
): MakeEventsView | null {
  if (events === null || !plans.has(events.envelope)) return null;
  const { type, file } = namesOf(events.envelope);
  const envelope = models.find(({ name }) => name === events.envelope);
  const hasVersion =
    envelope?.kind === "object" &&
    envelope.fields.some(({ name }) => name === "api_version");
  return {
    name: tsTypeName(events.label),
    envelope: type,
    envelopeFile: file,
    apiVersion: hasVersion && version !== null ? tsString(version) : null,
  };
}
