// Models with expandables → the types of what a request expands, the paths of
// each model, and what to ask of an expandable at run time.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model, ModelSet } from "../../../ir/model.js";
import { modelsWithExpandables } from "../../../ir/query/models-with-expandables.js";
import {
  code,
  declaredWord,
  stringContent,
  word,
} from "../../../languages/printable.js";
import { layoutImport } from "../../../languages/typescript/layout-import.js";
import { printWidth } from "../../../languages/typescript/layout-type.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import {
  copyRuntime,
  type ExpandPathsView,
  type ExpandView,
  type PageView,
} from "../typescript-view.js";

export function lowerExpand(
  { models, expandLevels }: ModelSet,
  context: LowerContext,
): FileGroup {
  const { namesOf, claim } = context;
  const expandable = modelsWithExpandables(models);
  const roots = models.filter(
    (model) => expandable.has(model.name) && hasId(model),
  );
  const paths = roots.map((model) => {
    const { type } = namesOf(model.name);
    const name = claim(word`${type}ExpandPath`, {
      pointer: model.pointer,
      model: model.name,
    });
    const line = `export type ${name} = ExpandPath<${type}>;`;
    return { name, type, broken: line.length > printWidth };
  });
  const view: ExpandPathsView = {
    imports: [
      layoutImport(stringContent`./expand.js`, [code`ExpandPath`]),
      ...roots.map((model) => {
        const { type, file } = namesOf(model.name);
        return layoutImport(stringContent`./model/${file}.js`, [type]);
      }),
    ],
    paths,
  };
  const fixed: ExpandView = { levels: expandLevels, pages: pagesIn(context) };
  return {
    files: [
      { path: "expand.ts", template: "expand", model: null, view: fixed },
      { path: "expand-paths.ts", template: "expand-paths", model: null, view },
      copyRuntime("expandables"),
    ],
    exports: [
      layoutImport(stringContent`./expand.js`, [
        code`Expanded`,
        code`ExpandPath`,
      ]),
      layoutImport(
        stringContent`./expand-paths.js`,
        paths.map(({ name }) => name),
      ),
      layoutImport(stringContent`./expandables.js`, [code`IdOf`]),
      layoutImport(
        stringContent`./expandables.js`,
        [code`idOf`, code`isDeleted`, code`isExpanded`],
        false,
      ),
    ],
    enums: [],
  };
}

/** Returns true if the models use `Expandable<T>`, or another generic of that role. */
export function isExpanding({ shared }: LowerContext): boolean {
  return [...shared.generics.values()].some(
    ({ role }) => role?.kind === "expandable",
  );
}

/** Paths lead through a page to its items. */
function pagesIn({ shared }: LowerContext): readonly PageView[] {
  const pages = [...shared.generics.values()].flatMap(({ role }) =>
    role?.kind === "page" ? [role] : [],
  );
  const byKeys = new Map(
    pages.map(({ items, marker }) => [
      `${items} ${marker}`,
      { items: declaredWord(items), marker: declaredWord(marker) },
    ]),
  );
  return sortedByBytes([...byKeys], ([keys]) => keys).map(([, view]) => view);
}

/** An expandable object has an id. Other objects are parts of one, without an id. */
function hasId(model: Model): boolean {
  return (
    model.kind === "object" && model.fields.some(({ name }) => name === "id")
  );
}
