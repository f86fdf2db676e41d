// The shared types and macros that `types.hbs` can declare, and what each of them
// needs. Macros serialize and deserialize enums.

import { code, joinCode, word } from "../../languages/printable.js";

/** Name → the other shared names that its declaration uses. */
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

/** False for macros, which are not exported to users. */
export function isSharedRustType(name: SharedName): boolean {
  return name !== "json_union" && name !== "string_enum";
}

/** Checks that `types.hbs` declares a type that a dialect names; throws otherwise. */
export function rustShared(name: string): SharedName {
  const names = Object.keys(rustSharedTypes) as SharedName[]; // the keys of the table
  const shared = names.find((candidate) => candidate === name);
  if (shared === undefined) throw new Error(`types.hbs declares no ${name}`);
  return shared;
}

/** Names of the standard library and of serde that the output uses. No model may have one. */
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

/** Shared type → the helper type that is declared with it. */
const besideShared: Readonly<Partial<Record<SharedName, string>>> = {
  List: "ListObject",
  SearchList: "SearchListObject",
};

/** The names that no model may have if the output declares these shared types. */
export function reservedTypes(
  used: ReadonlySet<SharedName>,
): ReadonlySet<string> {
  const beside = [...used].flatMap((name) => besideShared[name] ?? []);
  return new Set([...libraryTypes, ...used, ...beside]);
}

/** The modules besides those of models. */
export const reservedFiles: ReadonlySet<string> = new Set(["types", "unions"]);

/** For each shared name, true if `types.hbs` must declare it. */
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
  // `fromEntries` loses the type of the keys, which are those of the table.
  return Object.fromEntries(entries) as Record<SharedName, boolean>;
}

/** The `use` statements of `types.hbs`. */
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
