// Models → the views of TypeScript files: a file a schema, the types that they
// share, what else was asked for, and an index of it all.

import {
  createDiagnostic,
  type Diagnostic,
  type Report,
} from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { ModelSet } from "../../ir/model.js";
import { createLeadsBack } from "../../ir/query/endless-aliases.js";
import { ownWord, stringContent, word } from "../../languages/printable.js";
import { layoutImport } from "../../languages/typescript/layout-import.js";
import { tsTypeName } from "../../languages/typescript/typescript-names.js";
import { isOpenable } from "../../passes/resolve-enums.js";
import type { FileView, Target } from "../target.js";
import { eventTypeNames, lowerEvents } from "./events/lower-events.js";
import { lowerFactories } from "./factories/lower-factories.js";
import type { FileGroup } from "./file-group.js";
import type { LowerContext } from "./lower-context.js";
import { assignModelNames, type ModelNames } from "./model-names.js";
import { lowerExpand } from "./models/lower-expand.js";
import { lowerModels } from "./models/lower-models.js";
import { lowerValues } from "./models/lower-values.js";
import {
  isSharedType,
  type SharedTypeName,
  sharedDeclarations,
  sharedTypeNames,
} from "./models/typescript-shared-types.js";
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
  viewVersion: 2,
  templates: typescriptShapes,
  runtime: runtimeFiles,
  quotes: "\"'`",
  traces: typescriptTraces,
  optionKeys: typescriptOptionKeys,
  readOptions: readTypescriptOptions,
  wishes: ({ emit, enums, dedupe }) => ({
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
  const reported: Diagnostic[] = [];
  const first = lowerAll(modelSet, options, sharedTypeNames, reported);
  // A schema gives way to a shared type of its name, and only where there is one.
  const unused = [...sharedTypeNames].filter(
    (name) => isSharedType(name) && !first.shared.has(name),
  );
  const wanted = new Set<string>(
    modelSet.models.map(({ label }) => tsTypeName(label)),
  );
  if (!unused.some((name) => wanted.has(name))) {
    reported.forEach(report);
    return first.files;
  }
  const used = new Set(
    [...sharedTypeNames].filter((name) => !unused.includes(name)),
  );
  reported.length = 0;
  const { files } = lowerAll(modelSet, options, used, reported);
  reported.forEach(report);
  return files;
}

/** `reserved` are the names of shared types and globals that no model may take. */
function lowerAll(
  modelSet: ModelSet,
  options: TypescriptOptions,
  reserved: ReadonlySet<string>,
  reported: Diagnostic[],
): { files: FileView[]; shared: ReadonlySet<SharedTypeName> } {
  const report = (diagnostic: Diagnostic) => void reported.push(diagnostic);
  const kept = new Set([...reserved, ...reservedNames(modelSet, options)]);
  const names = assignModelNames(modelSet, kept, report);
  const taken = new Set<string>([...names.values()].map(({ type }) => type));
  for (const name of kept) taken.add(name);
  const context: LowerContext = {
    options,
    report,
    taken,
    namesOf: (model) => reservedNamesIn(names, model),
    isOpenEnum: createIsOpenEnum(modelSet, options),
    claim: createClaim(modelSet, names, taken, report),
    leadsBack: createLeadsBack(modelSet.models),
    usedFormats: new Set(),
    formatsBesideJson: new Set(),
  };
  const models = lowerModels(modelSet, context);
  const { hasOperations, hasWebhooks } = requestsIn(modelSet, options);
  const groups: FileGroup[] = [
    models,
    ...(models.shared.has("Expandable")
      ? [lowerExpand(modelSet, context)]
      : []),
    ...(hasOperations
      ? [lowerOperations(modelSet, context), lowerForms()]
      : []),
    ...(hasWebhooks ? [lowerWebhooks(modelSet, context)] : []),
    ...(options.emit.has("events") ? [lowerEvents(modelSet, context)] : []),
    ...(options.emit.has("validators")
      ? [lowerValidators(modelSet, models.lowered, context)]
      : []),
    ...(options.emit.has("factories")
      ? [lowerFactories(modelSet, context)]
      : []),
  ];
  const shared = new Set(groups.flatMap((group) => [...group.shared]));
  if (options.emit.has("values")) {
    const enums = groups.flatMap((group) => group.enums);
    groups.push(lowerValues(enums, options.formats));
  }
  if (shared.size > 0) groups.push(typesGroup(shared));
  const index: TsIndexView = {
    exports: sortedByBytes(
      groups.flatMap((group) => group.exports),
      ({ from }) => from,
    ),
  };
  reportUnusedFormats(context, modelSet.file);
  reportUncheckedFormats(context);
  const files: FileView[] = [
    ...groups.flatMap((group) => group.files),
    { path: "index.ts", template: "index", model: null, view: index },
  ];
  return { files, shared };
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

/** What a parser returns or a factory makes is typed as what it is not. */
function reportUncheckedFormats({
  options,
  report,
  formatsBesideJson,
}: LowerContext): void {
  const said = [
    ...(options.emit.has("validators") ? ["validators expect"] : []),
    ...(options.emit.has("factories") ? ["factories create"] : []),
  ];
  if (said.length === 0) return;
  for (const [format, type] of options.formats) {
    if (!formatsBesideJson.has(format)) continue;
    report(
      createDiagnostic(
        "format/not-checked",
        options.placeOf("formats"),
        `format ${JSON.stringify(format)} has the type ${type}, but ${said.join(" and ")} the JSON value`,
      ),
    );
  }
}

/** An empty map would be of no use to anyone. */
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

/** What is declared beside models, and only where it is declared. */
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

/** The types that all files may use. */
function typesGroup(used: ReadonlySet<SharedTypeName>): FileGroup {
  const view = { declarations: sharedDeclarations(used) };
  return {
    files: [{ path: "types.ts", template: "types", model: null, view }],
    exports: [layoutImport(stringContent`./types.js`, [...used].map(ownWord))],
    shared: new Set(),
    enums: [],
  };
}

function reservedNamesIn(
  names: ReadonlyMap<string, ModelNames>,
  model: string,
): ModelNames {
  const found = names.get(model);
  if (found === undefined) throw new Error(`no names for ${model}`);
  return found;
}

/** What is sent is known when the code is written, unless the user says otherwise. */
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

/** Names of what is declared inside of others: free, and never a model's own. */
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
