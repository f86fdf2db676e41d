// What the models share: types, and the macros by which enums are read and written.
// Their text is `types.hbs`; here is what each needs.

import { code, joinCode, word } from "../../languages/printable.js";

/** Name → the others that it is made of. */
const rustSharedTypes = {
  Decimal: [],
  EmptyObject: [],
  Expandable: [],
  False: [],
  List: ["string_enum"],
  Maybe: [],
  Object: [],
  SearchList: ["string_enum"],
  Timestamp: [],
  True: [],
  json_union: [],
  string_enum: [],
} as const;

export type SharedName = keyof typeof rustSharedTypes;

/** A macro is for the models alone. */
export function isSharedRustType(name: SharedName): boolean {
  return name !== "json_union" && name !== "string_enum";
}

/** A type of `types.hbs` that a dialect names. */
export function rustShared(name: string): SharedName {
  const names = Object.keys(rustSharedTypes) as SharedName[]; // the keys of the table
  const known = names.find((one) => one === name);
  if (known === undefined) throw new Error(`types.hbs declares no ${name}`);
  return known;
}

/** What the output uses of the standard library and of serde: no model may take these. */
const libraryTypes = [
  "BTreeMap",
  "Box",
  "Deserialize",
  "Err",
  "From",
  "None",
  "Ok",
  "Option",
  "Serialize",
  "Some",
  "String",
  "Vec",
];

/** Declared beside a shared type. */
const besideShared: Readonly<Partial<Record<SharedName, string>>> = {
  List: "ListObject",
  SearchList: "SearchListObject",
};

/** The names that no model may take where these types are shared. */
export function reservedTypes(
  used: ReadonlySet<SharedName>,
): ReadonlySet<string> {
  const beside = [...used].flatMap((name) => besideShared[name] ?? []);
  return new Set([...libraryTypes, ...used, ...beside]);
}

/** Of the files beside those of models. */
export const reservedFiles: ReadonlySet<string> = new Set(["types", "unions"]);

/** Which of them are to be declared. */
export function sharedIn(
  used: ReadonlySet<SharedName>,
): Readonly<Record<SharedName, boolean>> {
  const all = new Set<string>(
    [...used].flatMap((name) => [name, ...rustSharedTypes[name]]),
  );
  const entries = Object.keys(rustSharedTypes).map((name) => [
    name,
    all.has(name),
  ]);
  // The keys are those of the table.
  return Object.fromEntries(entries) as Record<SharedName, boolean>;
}

/** What `types.hbs` uses itself. */
export function usesOfShared(used: Readonly<Record<SharedName, boolean>>) {
  const derived = [
    used.Decimal,
    used.EmptyObject,
    used.List,
    used.SearchList,
    used.Timestamp,
  ].includes(true);
  const written = used.Maybe || used.True || used.False;
  const names = [
    ...(derived || written || used.Expandable ? [word`Deserialize`] : []),
    ...(written || used.Expandable ? [word`Deserializer`] : []),
    ...(derived || written || used.Expandable ? [word`Serialize`] : []),
    ...(written ? [word`Serializer`] : []),
  ];
  return names.length === 0
    ? []
    : [code`serde::{${joinCode(names, code`, `)}}`];
}
