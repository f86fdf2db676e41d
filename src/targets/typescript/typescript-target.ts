// Models → the views of TypeScript files: a file a schema, the types that they
// share, and an index of them all.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { reachableAliases } from "../../model/alias-cycles.js";
import { sortedByBytes } from "../../model/byte-order.js";
import type { ModelSet } from "../../model/model.js";
import type { FileView, Target } from "../target.js";
import { assignNames, type ModelNames } from "./assign-names.js";
import { layoutImport } from "./layout-import.js";
import { lowerModel } from "./lower-model.js";
import { readTypescriptOptions, type TypescriptOptions } from "./options.js";
import { type SharedTypeName, sharedDeclarations } from "./shared-types.js";
import {
  type ImportView,
  type IndexView,
  type SharedTypesView,
  typescriptShapes,
} from "./view.js";

export const typescriptTarget: Target<TypescriptOptions> = {
  name: "typescript",
  viewVersion: 1,
  templates: typescriptShapes,
  readOptions: readTypescriptOptions,
  lower: lowerTypescript,
};

function lowerTypescript(
  modelSet: ModelSet,
  options: TypescriptOptions,
  report: Report,
): FileView[] {
  const names = assignNames(modelSet, report);
  const namesOf = (model: string): ModelNames => {
    const found = names.get(model);
    if (found === undefined) throw new Error(`no names for ${model}`);
    return found;
  };
  const reachable = reachableAliases(modelSet.models);
  const claim = createClaim(modelSet.file, names, report);
  const shared = new Set<SharedTypeName>();
  const exports: ImportView[] = [];
  const files = modelSet.models.map((model): FileView => {
    const lowered = lowerModel(model, { options, namesOf, claim, reachable });
    for (const name of lowered.shared) shared.add(name);
    const { file } = namesOf(model.name);
    const declared = lowered.view.declarations.map(({ name }) => name);
    exports.push(layoutImport(`./model/${file}.js`, declared));
    return {
      path: `model/${file}.ts`,
      template: "model",
      model: model.name,
      view: lowered.view,
    };
  });
  if (shared.size > 0) {
    exports.push(layoutImport("./types.js", [...shared]));
    const types: SharedTypesView = { declarations: sharedDeclarations(shared) };
    files.push({
      path: "types.ts",
      template: "types",
      model: null,
      view: types,
    });
  }
  const index: IndexView = {
    exports: sortedByBytes(exports, ({ from }) => from),
  };
  return [
    ...files,
    { path: "index.ts", template: "index", model: null, view: index },
  ];
}

/** Names of what is declared inside of models: free, and never a model's own. */
function createClaim(
  file: string,
  names: ReadonlyMap<string, ModelNames>,
  report: Report,
): (wanted: string, pointer: string | null) => string {
  const taken = new Set([...names.values()].map(({ type }) => type));
  return (wanted, pointer) => {
    let name = wanted;
    for (let number = 2; taken.has(name); number++)
      name = `${wanted}_${number}`;
    taken.add(name);
    if (name !== wanted) {
      report(
        createDiagnostic(
          "name/collision",
          { file, ...(pointer === null ? {} : { pointer }) },
          `two types would be named ${wanted}; one of them is ${name}`,
        ),
      );
    }
    return name;
  };
}
