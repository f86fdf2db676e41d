// The extensions that name and describe the values of an enum → a note for
// each value.

import type { Dialect, RawSchema } from "../../dialects/dialect.js";
import type { EnumNote } from "../../ir/type-expr.js";
import { isRecord, readText } from "./read-schema.js";

export const emptyNote: EnumNote = { name: null, description: null };

/**
 * `x-enum-varnames` and `x-enum-descriptions`, in all their spellings, are
 * lists in the order of the values, or maps with values as keys; `x-ms-enum`
 * lists objects. Null if there are no names and no descriptions.
 */
export function readEnumNotes(
  schema: RawSchema,
  values: readonly unknown[],
  dialect: Dialect,
): ReadonlyMap<unknown, EnumNote> | null {
  const names = schema["x-enum-varnames"] ?? schema["x-enumNames"];
  const descriptions =
    schema["x-enum-descriptions"] ?? schema["x-enumDescriptions"];
  const listed = isRecord(schema["x-ms-enum"])
    ? schema["x-ms-enum"].values
    : undefined;
  if (
    names === undefined &&
    descriptions === undefined &&
    !Array.isArray(listed)
  ) {
    return null;
  }
  const notes = new Map(
    values.map((value, index): [unknown, EnumNote] => {
      const entry = Array.isArray(listed)
        ? listed.find((one) => isRecord(one) && one.value === value)
        : undefined;
      const name = at(names, value, index) ?? entry?.name;
      const text = at(descriptions, value, index) ?? entry?.description;
      return [
        value,
        {
          name: typeof name === "string" && name !== "" ? name : null,
          description: readText(text, dialect),
        },
      ];
    }),
  );
  const hasNotes = [...notes.values()].some(
    ({ name, description }) => name !== null || description !== null,
  );
  return hasNotes ? notes : null;
}

function at(source: unknown, value: unknown, index: number): unknown {
  if (Array.isArray(source)) return source[index];
  const key = String(value);
  return isRecord(source) && Object.hasOwn(source, key)
    ? source[key]
    : undefined;
}
