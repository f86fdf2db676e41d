// Schemas by their own keywords (`VerbatimModel`) → the views of the loose
// typing: one file per struct, and the module index.

import type { Report } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { ModelSet } from "../../ir/model.js";
import { findCycles } from "../../ir/query/find-cycles.js";
import type { VerbatimField } from "../../ir/verbatim-type.js";
import { code, type Word, word } from "../../languages/printable.js";
import { looseDoc } from "../../languages/rust/loose-doc.js";
import {
  looseFieldType,
  looseFlatType,
  looseImplBreak,
  looseUse,
} from "../../languages/rust/loose-layout.js";
import { rustString } from "../../languages/rust/rust-literals.js";
import { fieldName } from "../../languages/rust/rust-names.js";
import type { FileView } from "../target.js";
import { assignFields } from "./assign-fields.js";
import {
  collectStructs,
  type LooseStruct,
  type LooseStructs,
} from "./loose-structs.js";
import {
  createLooseTypes,
  decimalType,
  heldBy,
  type LooseTypes,
} from "./loose-types.js";
import type {
  LooseFieldView,
  LooseIndexView,
  LooseModelView,
} from "./loose-view.js";
import { assignRustNames, type RustNames } from "./rust-assigned-names.js";

/** Names that would hide types and crates that the generated code uses. */
const reservedLooseNames = {
  types: new Set([
    "Box",
    "Deserialize",
    "Option",
    "Result",
    "Serialize",
    "String",
    "Vec",
  ]),
  // A module with such a name would hide the crate.
  files: new Set([
    "alloc",
    "core",
    "rust_decimal",
    "serde",
    "serde_json",
    "std",
  ]),
};

/** The data that all files of one output share. */
interface LooseScope {
  readonly file: string;
  readonly report: Report;
  readonly structs: LooseStructs;
  readonly names: ReadonlyMap<string, RustNames>;
  readonly isCycle: (from: string, to: string) => boolean;
}

export function lowerLoose(modelSet: ModelSet, report: Report): FileView[] {
  const { file } = modelSet;
  const structs = collectStructs(modelSet);
  const names = assignRustNames(structs.all, reservedLooseNames, file, report);
  const isCycle = findCycles(
    new Map(
      structs.all.map(({ key, type }) => [
        key,
        type.kind === "object"
          ? type.fields.flatMap((field) => heldBy(field.type, structs))
          : heldBy(type, structs),
      ]),
    ),
  );
  const scope: LooseScope = { file, report, structs, names, isCycle };
  const byName = sortedByBytes(structs.all, ({ name }) => name);
  const index: LooseIndexView = {
    modules: byName.map(({ key }) => namesIn(names, key).file),
  };
  return [
    ...byName.map((struct) => lowerStruct(struct, scope)),
    { path: "model.rs", template: "loose-index", model: null, view: index },
  ];
}

function lowerStruct(
  { key, model, text, type }: LooseStruct,
  scope: LooseScope,
): FileView {
  const { structs, names, isCycle } = scope;
  const { type: typeName, file } = namesIn(names, key);
  const nameOf = (other: string) => namesIn(names, other).type;
  const types = createLooseTypes(key, structs, nameOf, isCycle);
  const isStruct = type.kind === "object";
  const fields = isStruct ? lowerLooseFields(type.fields, types, scope) : [];
  const wrapped = isStruct ? code`` : looseFlatType(types.partsOf(type));
  const view: LooseModelView = {
    uses: looseUse(sortedByBytes(types.uses, (name) => name)),
    doc: looseDoc(text),
    name: typeName,
    isStruct,
    fields,
    beforeFor: looseImplBreak(typeName),
    type: wrapped,
  };
  return {
    path: `model/${file}.rs`,
    template: "loose-model",
    model,
    view,
  };
}

function lowerLooseFields(
  fields: readonly VerbatimField[],
  types: LooseTypes,
  { file, report, structs }: LooseScope,
): readonly LooseFieldView[] {
  const idents = assignFields(fields, file, report);
  return sortedByBytes(fields, ({ name }) => name).map((field) => {
    const ident = idents.get(field.name) ?? fieldName(field.name);
    return lowerLooseField(field, ident, types, structs);
  });
}

function lowerLooseField(
  field: VerbatimField,
  ident: Word,
  types: LooseTypes,
  { verbatim }: LooseStructs,
): LooseFieldView {
  const parts = types.partsOf(field.type);
  const isOptional = field.nullable || !field.required;
  const referred =
    field.type.kind === "reference" ? verbatim.get(field.type.model) : field;
  const rename =
    ident === field.name ? [] : [code`rename = ${rustString(field.name)}`];
  const skip = isOptional
    ? [code`skip_serializing_if = "Option::is_none"`]
    : [];
  const decimal =
    parts[0] === decimalType
      ? [code`with = "rust_decimal::serde::str${isOptional ? "_option" : ""}"`]
      : [];
  return {
    doc: looseDoc(referred?.text ?? null),
    attributes: [...rename, ...skip, ...decimal],
    name: ident,
    type: looseFieldType(ident, isOptional ? [word`Option`, ...parts] : parts),
  };
}

function namesIn(
  names: ReadonlyMap<string, RustNames>,
  key: string,
): RustNames {
  const assigned = names.get(key);
  if (assigned === undefined) throw new Error(`no names for ${key}`);
  return assigned;
}
