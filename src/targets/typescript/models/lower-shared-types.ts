// The shared types that an output uses → their declarations in `types.ts`. A generic of
// the dialect is declared as its structure, with its parameters in the place of types.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Generic } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  declaredWord,
  joinCode,
  stringContent,
} from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { layoutImport } from "../../../languages/typescript/layout-import.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import type { SharedTypesView, TsDeclarationView } from "../typescript-view.js";
import {
  declareAlias,
  declareNested,
  declareObject,
} from "./declare-typescript.js";
import { createTypePrinter } from "./type-printer.js";
import { declareSharedType } from "./typescript-shared-types.js";

/** Null if nothing is shared. */
export function lowerSharedTypes(context: LowerContext): FileGroup | null {
  const { names, generics } = context.shared;
  const all = [...names, ...generics.keys()].map(declaredWord);
  if (all.length === 0) return null;
  const declarations = sortedByBytes(
    [
      ...[...names].map(declareSharedType),
      ...[...generics.values()].flatMap((one) => declareGeneric(one, context)),
    ],
    ({ name }) => name,
  );
  const view: SharedTypesView = { declarations };
  return {
    files: [{ path: "types.ts", template: "types", model: null, view }],
    exports: [layoutImport(stringContent`./types.js`, all)],
    enums: [],
  };
}

/** The generic, and what its structure declares beside it. */
function declareGeneric(
  { name, parameters, description, type }: Generic,
  context: LowerContext,
): TsDeclarationView[] {
  const own = declaredWord(name);
  const words = parameters.map(declaredWord);
  const printer = createTypePrinter(
    context,
    "model",
    { pointer: "#", model: null },
    { parameters: words },
  );
  const head: Code =
    words.length === 0 ? own : code`${own}<${joinCode(words, code`, `)}>`;
  const doc = docComment(description);
  const declared =
    type.kind === "object"
      ? declareObject(own, type, printer, context.options)
      : declareAlias(head, printer.print(type, own), doc);
  return [
    { ...declared, name: head, doc },
    ...declareNested(printer, context.options),
  ];
}
