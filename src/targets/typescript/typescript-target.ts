// The TypeScript target. Lowers models to one file per schema, the artifacts that
// the option `emit` selects, and an index.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { ModelSet } from "../../ir/model.js";
import { createLeadsBack } from "../../ir/query/endless-aliases.js";
import { word } from "../../languages/printable.js";
import { slashSyntax } from "../../languages/syntax.js";
import { isOpenable } from "../../passes/resolve-enums.js";
import type { FileView, Target } from "../target.js";
import { eventTypeNames, lowerEvents } from "./events/lower-events.js";
import { lowerFactories } from "./factories/lower-factories.js";
import type { FileGroup } from "./file-group.js";
import type { LowerContext } from "./lower-context.js";
import { assignModelNames, type ModelNames } from "./model-names.js";
import { isExpanding, lowerExpand } from "./models/lower-expand.js";
import { lowerModels } from "./models/lower-models.js";
import { lowerSharedTypes } from "./models/lower-shared-types.js";
import { lowerValues } from "./models/lower-values.js";
import { sharedTypesIn } from "./models/shared-types-in.js";
import { globalTypeNames } from "./models/typescript-shared-types.js";
import { lowerForms } from "./operations/lower-forms.js";
import { lowerOperations } from "./operations/lower-operations.js";
import { lowerWebhooks } from "./operations/lower-webhooks.js";
import {
  readTypescriptOptions,
  type TypescriptOptions,
  typescriptOptionKeys,
} from "./typescript-options.js";
import { typescriptTraces } from "./typescript-traces.js";
import {
  runtimeFiles,
  type TsIndexView,
  typescriptShapes,
} from "./typescript-view.js";
import { lowerValidators } from "./validators/lower-validators.js";

export const typescriptTarget: Target<TypescriptOptions> = {
  name: "typescript",
  viewVersion: 3,
  templates: typescriptShapes,
  runtime: runtimeFiles,
  hasOwnFiles: true,
  syntax: slashSyntax("\"'`"),
  traces: typescriptTraces,
  optionKeys: typescriptOptionKeys,
  readOptions: readTypescriptOptions,
  wishes: ({ emit, enums, dedupe, presence }) => ({
    presence,
    operations: emit.has("params"),
    events: emit.has("events"),
    verbatim: false,
    runsPatterns: emit.has("validators") || emit.has("factories"),
    enums,
    dedupes: dedupe,
    mergesObjects: false,
  }),
  lower: lowerTypescript,
};

function lowerTypescript(
  modelSet: ModelSet,
  options: TypescriptOptions,
  report: Report,
): FileView[] {
  const context = createLowerContext(modelSet, options, report);
  const groups = lowerGroups(modelSet, context);
  const index: TsIndexView = {
    exports: sortedByBytes(
      groups.flatMap((group) => group.exports),
      ({ from }) => from,
    ),
  };
  reportUnusedFormats(context, modelSet.file);
  reportUncheckedFormats(context);
  return [
    ...groups.flatMap((group) => group.files),
    { path: "index.ts", template: "index", model: null, view: index },
  ];
}

function createLowerContext(
  modelSet: ModelSet,
  options: TypescriptOptions,
  report: Report,
): LowerContext {
  const isOpenEnum = createIsOpenEnum(modelSet, options);
  const shared = sharedTypesIn(modelSet, { isOpenEnum, options });
  const reserved = new Set<string>([
    ...globalTypeNames,
    ...shared.names,
    ...shared.generics.keys(),
    ...reservedNames(modelSet, options),
  ]);
  const names = assignModelNames(modelSet, reserved, report);
  const taken = new Set<string>([...names.values()].map(({ type }) => type));
  for (const name of reserved) taken.add(name);
  return {
    options,
    report,
    shared,
    taken,
    namesOf: (model) => reservedNamesIn(names, model),
    isOpenEnum,
    claim: createClaim(modelSet, names, taken, report),
    leadsBack: createLeadsBack(modelSet.models),
    usedFormats: new Set(),
    formatsBesideJson: new Set(),
  };
}

function lowerGroups(modelSet: ModelSet, context: LowerContext): FileGroup[] {
  const { emit, formats } = context.options;
  const models = lowerModels(modelSet, context);
  const { hasOperations, hasWebhooks } = requestsIn(modelSet, context.options);
  const groups: FileGroup[] = [
    models,
    ...(isExpanding(context) ? [lowerExpand(modelSet, context)] : []),
    ...(hasOperations ? [lowerOperations(modelSet, context)] : []),
    ...(hasOperations && modelSet.formStyle === "brackets"
      ? [lowerForms()]
      : []),
    ...(hasWebhooks ? [lowerWebhooks(modelSet, context)] : []),
    ...(emit.has("events") ? [lowerEvents(modelSet, context)] : []),
    ...(emit.has("validators")
      ? [lowerValidators(modelSet, models.lowered, context)]
      : []),
    ...(emit.has("factories") ? [lowerFactories(modelSet, context)] : []),
  ];
  if (emit.has("values")) {
    const enums = groups.flatMap((group) => group.enums);
    groups.push(lowerValues(enums, formats));
  }
  const types = lowerSharedTypes(context);
  return types === null ? groups : [...groups, types];
}

function reportUnusedFormats(
  { options, report, usedFormats }: LowerContext,
  file: string,
): void {
  for (const format of options.formats.keys()) {
    if (usedFormats.has(format)) continue;
    report(
      createDiagnostic(
        "format/unused",
        options.placeOf("formats"),
        `${file} has no ${JSON.stringify(format)}`,
      ),
    );
  }
}

/** Warns that parsers and factories return JSON values where the option `formats` types others. */
function reportUncheckedFormats({
  options,
  report,
  formatsBesideJson,
}: LowerContext): void {
  const contradictions = [
    ...(options.emit.has("validators") ? ["validators expect"] : []),
    ...(options.emit.has("factories") ? ["factories create"] : []),
  ];
  if (contradictions.length === 0) return;
  for (const [format, type] of options.formats) {
    if (!formatsBesideJson.has(format)) continue;
    report(
      createDiagnostic(
        "format/not-checked",
        options.placeOf("formats"),
        `format ${JSON.stringify(format)} has the type ${type}, but ${contradictions.join(" and ")} the JSON value`,
      ),
    );
  }
}

/** False for operations or webhooks if the document has none: an empty map is useless. */
function requestsIn(
  { operations, webhooks }: ModelSet,
  { emit }: TypescriptOptions,
) {
  const wanted = emit.has("params");
  return {
    hasOperations: wanted && operations.length > 0,
    hasWebhooks: wanted && webhooks.length > 0,
  };
}

/** The names that the selected artifacts declare, which no model may have. */
function reservedNames(
  modelSet: ModelSet,
  options: TypescriptOptions,
): ReadonlySet<string> {
  const { events } = modelSet;
  const { hasOperations, hasWebhooks } = requestsIn(modelSet, options);
  return new Set([
    ...(hasOperations ? ["Operations"] : []),
    ...(hasWebhooks ? ["Webhooks"] : []),
    ...(events === null ? [] : eventTypeNames(events)),
  ]);
}

function reservedNamesIn(
  names: ReadonlyMap<string, ModelNames>,
  model: string,
): ModelNames {
  const assigned = names.get(model);
  if (assigned === undefined) throw new Error(`no names for ${model}`);
  return assigned;
}

/** Enums are closed in requests unless the user opens them. */
function createIsOpenEnum(
  { models }: ModelSet,
  { enums }: TypescriptOptions,
): LowerContext["isOpenEnum"] {
  const open = new Map(
    models.flatMap((model) =>
      model.kind === "alias" && isOpenable(model.type)
        ? [[model.name, model.type.open] as const]
        : [],
    ),
  );
  return (model, place) =>
    place === "request"
      ? open.has(model) && enums.request === "open"
      : open.get(model) === true;
}

/** Assigns names to nested types, different from those of all models. */
function createClaim(
  { file }: ModelSet,
  names: ReadonlyMap<string, ModelNames>,
  taken: Set<string>,
  report: Report,
): LowerContext["claim"] {
  const holders = new Map<string, string>(
    [...names].map(([model, { type }]) => [type, JSON.stringify(model)]),
  );
  return (wanted, { pointer, model }) => {
    let name = wanted;
    for (let number = 2; taken.has(name); number++)
      name = word`${wanted}_${number}`;
    taken.add(name);
    holders.set(name, pointer);
    if (name === wanted) return name;
    const holder = holders.get(wanted) ?? "a shared type";
    report(
      createDiagnostic(
        "name/collision",
        { file, pointer },
        `this type and ${holder} both map to ${wanted}; this one becomes ${name}`,
        model === null
          ? undefined
          : `choose another name for the schema around it in the config: \`names: {${JSON.stringify(model)}: …}\` beside \`out\``,
      ),
    );
    return name;
  };
}
