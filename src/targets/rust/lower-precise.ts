// Models → the views of the precise typing: one file per schema, one for shared
// unions, one for shared types, and the module index.

import type { Report } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { Model, ModelSet } from "../../ir/model.js";
import { type Code, code, ownWord, word } from "../../languages/printable.js";
import { docLines } from "../../languages/rust/doc-lines.js";
import {
  layoutAliasType,
  layoutUse,
} from "../../languages/rust/layout-rust.js";
import { rustLineComment } from "../../languages/rust/rust-literals.js";
import type { FileView } from "../target.js";
import {
  declareEnum,
  declareNestedRust,
  declareStruct,
  declareUnion,
  noDeclarations,
} from "./declare-rust.js";
import { isTooDeep, normalizeUnion } from "./normalize-union.js";
import {
  createPreciseContext,
  type PreciseContext,
} from "./precise-context.js";
import { createPrinter, type Printer, type RustTypePlace } from "./printer.js";
import {
  isSharedRustType,
  type SharedName,
  sharedIn,
  usesOfShared,
} from "./rust-shared-types.js";
import type {
  RustDeclarationView,
  RustIndexView,
  RustModelView,
  TypesView,
  UnionsView,
} from "./rust-view.js";

export function lowerPrecise(modelSet: ModelSet, report: Report): FileView[] {
  const { models } = modelSet;
  const context = createPreciseContext(modelSet, models, report);
  const shared = new Set<SharedName>();
  const collect = (
    printer: Printer,
    declarations: readonly RustDeclarationView[],
  ) => {
    for (const name of sharedOf(printer, declarations)) shared.add(name);
  };
  const files = models.map((model): FileView => {
    const printer = createPrinter(context, model.name);
    const declarations = [
      declareModel(model, printer, context),
      ...declareNestedRust(printer, context),
    ];
    collect(printer, declarations);
    const view: RustModelView = {
      pointer: rustLineComment(model.pointer),
      uses: usesOf(printer, declarations),
      declarations,
    };
    const path = `model/${context.namesOf(model.name).file}.rs`;
    return { path, template: "model", model: model.name, view };
  });
  const unions = lowerUnions(context, collect);
  const used = sharedIn(shared);
  const types: TypesView = { uses: usesOfShared(used), used };
  const extra: FileView[] = [
    ...unions,
    ...(shared.size === 0
      ? []
      : [
          {
            path: "model/types.rs",
            template: "types",
            model: null,
            view: types,
          },
        ]),
  ];
  const modules = sortedByBytes(
    [
      ...models.map(({ name }) => context.namesOf(name).file),
      ...(unions.length > 0 ? [word`unions`] : []),
      ...(shared.size > 0 ? [word`types`] : []),
    ],
    (name) => name,
  );
  const hasTypes = [...shared].some(isSharedRustType);
  const index: RustIndexView = {
    modules,
    exports: modules.filter((name) => name !== "types" || hasTypes),
  };
  return [
    ...files,
    ...extra,
    { path: "model.rs", template: "index", model: null, view: index },
  ];
}

function declareModel(
  model: Model,
  printer: Printer,
  context: PreciseContext,
): RustDeclarationView {
  const name = context.namesOf(model.name).type;
  const doc = docLines(
    model.description,
    model.deprecated ? "Deprecated." : null,
  );
  if (model.kind === "object") {
    return declareStruct(name, model, doc, printer, context);
  }
  const { type, pointer } = model;
  const place: RustTypePlace = {
    name: word`${name}Value`,
    pointer,
    of: `[\`${name}\`]`,
    inPlace: true,
  };
  if (type.kind === "emptyObject") {
    const none = { fields: [], additional: null };
    return declareStruct(name, none, doc, printer, context);
  }
  if (type.kind === "enum" || type.kind === "literal") {
    const values = type.kind === "enum" ? type.values : [type.value];
    const notes = type.kind === "enum" ? type.notes : null;
    if (values.every((value) => typeof value === "string")) {
      const own = { kind: "enum", values, open: true, notes } as const;
      return declareEnum(name, own, pointer, doc, context);
    }
  }
  // A union that is too deep is printed, which reports it.
  if (type.kind === "union" && !isTooDeep(type.members, context.models)) {
    const members = normalizeUnion(type.members, context.models);
    if (members.length > 1) {
      return declareUnion(name, members, place, doc, printer, context);
    }
  }
  const printed = printer.print(type, place);
  return context.isEndlessAlias(model)
    ? { ...noDeclarations, doc, name, wrapped: printed }
    : { ...noDeclarations, doc, name, alias: layoutAliasType(name, printed) };
}

function lowerUnions(
  context: PreciseContext,
  collect: (
    printer: Printer,
    declarations: readonly RustDeclarationView[],
  ) => void,
): FileView[] {
  if (context.unions.size === 0) return [];
  const printer = createPrinter(context, null);
  const declarations = sortedByBytes(
    context.unions.values(),
    ({ name }) => name,
  ).map(({ name, type, types }) => {
    const place = { name, pointer: "#", of: `[\`${name}\`]`, inPlace: false };
    const doc = docLines(
      `Either ${types.map((type) => `[\`${type}\`]`).join(" or ")}.`,
    );
    return declareUnion(name, type.members, place, doc, printer, context);
  });
  collect(printer, declarations);
  const view: UnionsView = {
    uses: usesOf(printer, declarations),
    declarations,
  };
  return [{ path: "model/unions.rs", template: "unions", model: null, view }];
}

/** The shared types that a file uses, and the macros that its declarations call. */
function sharedOf(
  printer: Printer,
  declarations: readonly RustDeclarationView[],
): SharedName[] {
  return [
    ...printer.shared,
    ...(declarations.some(({ values }) => values.length > 0)
      ? ["string_enum" as const]
      : []),
    ...(declarations.some(({ union }) => union !== null)
      ? ["json_union" as const]
      : []),
  ];
}

/** The `use` statements of a file, in rustfmt's order: macros before types. */
function usesOf(
  printer: Printer,
  declarations: readonly RustDeclarationView[],
): Code[] {
  const declared = new Set(declarations.map(({ name }) => name));
  const others = sortedByBytes(
    [...printer.types].filter((name) => !declared.has(name)),
    (name) => name,
  );
  const shared = sortedByBytes(sharedOf(printer, declarations), (name) =>
    /^\p{Ll}/u.test(name) ? `0${name}` : `1${name}`,
  );
  const structs = declarations.some(
    ({ struct, wrapped }) => struct !== null || wrapped !== null,
  );
  const serializes = declarations.some(({ union }) => union !== null);
  const derived = structs
    ? [word`Deserialize`, word`Serialize`]
    : serializes
      ? [word`Serialize`]
      : [];
  return [
    ...(shared.length > 0
      ? [layoutUse(code`super::types`, shared.map(ownWord))]
      : []),
    ...(others.length > 0 ? [layoutUse(code`super`, others)] : []),
    ...(derived.length > 0 ? [layoutUse(code`serde`, derived)] : []),
    ...(printer.usesMap() ? [code`std::collections::BTreeMap`] : []),
  ];
}
