// One model → the view of its file.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model } from "../../../ir/model.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import {
  arrayKinds,
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../../../ir/walk/match-type.js";
import { stringContent, word } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import { layoutImport } from "../../../languages/typescript/layout-import.js";
import type { LowerContext } from "../lower-context.js";
import type { ModelNames } from "../model-names.js";
import type { TsDeclarationView, TsModelView } from "../typescript-view.js";
import {
  declareAlias,
  declareNested,
  declareObject,
  literalMembers,
  notesOf,
} from "./declare-typescript.js";
import {
  createTypePrinter,
  noteBigint,
  type TypePrinter,
} from "./type-printer.js";

export interface LoweredFile {
  readonly view: TsModelView;
  /** The imports and nested types that printing its types collected. */
  readonly printer: TypePrinter;
}

export function lowerModel(model: Model, context: LowerContext): LoweredFile {
  const { options, namesOf, leadsBack } = context;
  const { type: name } = namesOf(model.name);
  const printer = createTypePrinter(
    context,
    "model",
    { pointer: model.pointer, model: model.name },
    {
      leadsBack: (type) =>
        model.kind === "alias" && leadsBack(model.name, type),
    },
  );
  const notes =
    model.kind === "alias" && model.type.kind === "enum"
      ? notesOf(model.type)
      : null;
  const doc = docComment(
    [model.description, notes].filter(Boolean).join("\n\n") || null,
    model.deprecated ? [{ name: "deprecated" }] : [],
  );
  const declarations: TsDeclarationView[] = [];
  if (model.kind === "object") {
    declarations.push({
      ...declareObject(name, model, printer, options),
      doc,
    });
  } else {
    if (model.type.kind === "enum") noteBigint(model.type, "model", context);
    const type =
      model.type.kind === "enum"
        ? literalMembers(model.type, options)
        : printer.print(model.type, word`${name}${partOf(model.type)}`);
    declarations.push(declareAlias(name, type, doc));
  }
  declarations.push(...declareNested(printer, options));
  const view = {
    pointer: tsLineComment(model.pointer),
    imports: modelImports(model, printer, namesOf),
    declarations,
  };
  return { view, printer };
}

/** The suffix for the name of a nested type in an alias, which has the name itself. */
function partOf(type: TypeExpr): "Item" | "Option" | "Own" | "Value" {
  return matchType(type, partNames);
}

const partNames: TypeCases<"Item" | "Option" | "Own" | "Value"> = {
  ...casesOf(leafKinds, () => "Value"),
  ...casesOf(
    ["map", "nullable", "object", "withRequired"] as const,
    () => "Value",
  ),
  ...casesOf(arrayKinds, () => "Item"),
  generic: ({ generic }) => (generic.role?.kind === "page" ? "Item" : "Value"),
  intersection: () => "Own",
  union: () => "Option",
};

function modelImports(
  model: Model,
  printer: TypePrinter,
  namesOf: (model: string) => ModelNames,
) {
  const others = [...printer.models].filter((other) => other !== model.name);
  const fromModels = others.map((other) => {
    const { type, file } = namesOf(other);
    return layoutImport(stringContent`./${file}.js`, [type]);
  });
  const shared = [...printer.shared].sort();
  return [
    ...(shared.length > 0
      ? [layoutImport(stringContent`../types.js`, shared)]
      : []),
    ...sortedByBytes(fromModels, ({ from }) => from),
  ];
}
