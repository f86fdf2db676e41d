// Collects the structs of the loose typing: one per named schema, and one per
// inline object with a title, which is its name.

import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { ModelSet } from "../../ir/model.js";
import type {
  VerbatimField,
  VerbatimModel,
  VerbatimObject,
  VerbatimType,
} from "../../ir/verbatim-type.js";
import { rustTypeName } from "../../languages/rust/rust-names.js";
import type { Nameable } from "./rust-assigned-names.js";

export interface LooseStruct extends Nameable {
  /** The name of its schema; null for an inline object. */
  readonly model: string | null;
  /** The trimmed description; null if it has none. */
  readonly text: string | null;
  readonly type: VerbatimType;
}

export interface LooseStructs {
  /** In byte order of their names. */
  readonly all: readonly LooseStruct[];
  /** The keys of all structs. */
  readonly keys: ReadonlySet<string>;
  readonly verbatim: ReadonlyMap<string, VerbatimModel>;
  /** The key of an inline object's struct; null if the object has no title. */
  keyOf(object: VerbatimObject): string | null;
}

export function collectStructs({ models, verbatim }: ModelSet): LooseStructs {
  const texts = verbatim ?? new Map<string, VerbatimModel>();
  const schemas = models
    .filter(
      ({ origin }) => origin.kind === "schema" || origin.kind === "shared",
    )
    .flatMap(({ name, label, pointer }): LooseStruct[] => {
      const schema = texts.get(name);
      return schema === undefined
        ? []
        : [{ ...schema, key: name, name, label, pointer, model: name }];
    });
  const byType = new Map(
    schemas.map(({ label, key }) => [rustTypeName(label), key]),
  );
  const titled = new Map<string, LooseStruct>();
  const keyOf = (object: VerbatimObject): string | null => {
    const { title } = object;
    if (title === null) return null;
    return (
      byType.get(rustTypeName(title)) ?? `${title} ${structContentsOf(object)}`
    );
  };
  const visit = (type: VerbatimType): void => {
    if (type.kind === "array") visit(type.items);
    if (type.kind !== "object") return;
    const key = keyOf(type);
    const { title, pointer, text, fields } = type;
    if (key === null || title === null) return;
    if (!byType.has(rustTypeName(title)) && !titled.has(key)) {
      const base = { key, name: title, label: title, model: null };
      titled.set(key, { ...base, pointer, text, type });
    }
    visitFields(fields);
  };
  const visitFields = (fields: readonly VerbatimField[]) => {
    for (const { type } of sortedByBytes(fields, ({ name }) => name)) {
      visit(type);
    }
  };
  for (const { type } of schemas) {
    if (type.kind === "object") visitFields(type.fields);
    else visit(type);
  }
  const all = [...schemas, ...titled.values()];
  return {
    all: sortedByBytes(all, ({ key }) => key),
    keys: new Set(all.map(({ key }) => key)),
    verbatim: texts,
    keyOf,
  };
}

/** A text that is equal for objects that differ only in location and order of properties. */
function structContentsOf({ fields }: VerbatimObject): string {
  return JSON.stringify(fields, (key, value: unknown) => {
    if (key === "pointer") return undefined;
    return key === "fields" || key === ""
      ? sortedByBytes(Object.values(value ?? {}), JSON.stringify)
      : value;
  });
}
