// All models → a file each.

import type { ModelSet } from "../../../ir/model.js";
import { stringContent } from "../../../languages/printable.js";
import type { ImportView } from "../../../languages/typescript/import-view.js";
import { importView } from "../../../languages/typescript/import-view.js";
import { type FileGroup, type NamedEnum, nestedEnums } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import { type LoweredFile, lowerModel } from "./lower-model.js";

export interface ModelsGroup extends FileGroup {
  /** By the names of models in the document. */
  readonly lowered: ReadonlyMap<string, LoweredFile>;
}

export function lowerModels(
  { models }: ModelSet,
  context: LowerContext,
): ModelsGroup {
  const all = new Map<string, LoweredFile>();
  const exports: ImportView[] = [];
  const enums: NamedEnum[] = [];
  const files = models.map((model) => {
    const lowered = lowerModel(model, context);
    all.set(model.name, lowered);
    const { type, file } = context.namesOf(model.name);
    const declared = lowered.view.declarations.map(({ name }) => name);
    exports.push(importView(stringContent`./model/${file}.js`, declared));
    if (model.kind === "alias" && model.type.kind === "enum") {
      enums.push({ name: type, type: model.type });
    }
    enums.push(...nestedEnums(lowered));
    return {
      path: `model/${file}.ts`,
      template: "model",
      model: model.name,
      view: lowered.view,
    };
  });
  return { files, exports, enums, lowered: all };
}
