// The types of one struct of the loose form, as it has them: whatever takes more than
// one schema to say is any JSON value.

import { assertNever } from "../../ir/assert-never.js";
import type { VerbatimType } from "../../ir/verbatim-type.js";
import { type Code, code, type Word, word } from "../../languages/printable.js";
import { numberType } from "../../languages/rust/number-type.js";
import type { LooseStructs } from "./loose-structs.js";

/** From the outside in: `Option`, `Vec`, `X` for `Option<Vec<X>>`. */
export type LooseParts = readonly Code[];

export interface LooseTypes {
  partsOf(type: VerbatimType): LooseParts;
  /** The other structs that the types so far have named. */
  readonly uses: ReadonlySet<Word>;
}

export const decimalType = code`rust_decimal::Decimal`;

const anyValue: LooseParts = [code`serde_json::Value`];

/**
 * `isCycle` tells whether a struct that holds another in place is held by it: there the
 * form has no size, so it takes a `Box`.
 */
export function createLooseTypes(
  key: string,
  structs: LooseStructs,
  nameOf: (key: string) => Word,
  isCycle: (from: string, to: string) => boolean,
): LooseTypes {
  const uses = new Set<Word>();
  const partsOf = (type: VerbatimType, isInPlace: boolean): LooseParts => {
    switch (type.kind) {
      case "string":
        return [type.format === "decimal" ? decimalType : word`String`];
      case "number":
        return [numberType(type)];
      case "boolean":
        return [word`bool`];
      case "array":
        return [word`Vec`, ...partsOf(type.items, false)];
      case "reference": {
        const primitive = primitiveOf(type, structs);
        if (primitive !== null) return partsOf(primitive, isInPlace);
        return structs.keys.has(type.model)
          ? structParts(type.model, isInPlace)
          : anyValue;
      }
      case "object": {
        const own = structs.keyOf(type);
        return own === null ? anyValue : structParts(own, isInPlace);
      }
      case "other":
        return anyValue;
      default:
        return assertNever(type);
    }
  };
  const structParts = (other: string, isInPlace: boolean): LooseParts => {
    const name = nameOf(other);
    if (other !== key) uses.add(name);
    return isInPlace && isCycle(key, other) ? [word`Box`, name] : [name];
  };
  return { partsOf: (type) => partsOf(type, true), uses };
}

/** The structs that a value of `type` has within itself, with no pointer between. */
export function heldBy(type: VerbatimType, structs: LooseStructs): string[] {
  switch (type.kind) {
    case "reference":
      return primitiveOf(type, structs) === null ? [type.model] : [];
    case "object": {
      const own = structs.keyOf(type);
      return own === null ? [] : [own];
    }
    case "array":
    case "boolean":
    case "number":
    case "other":
    case "string":
      return [];
    default:
      return assertNever(type);
  }
}

/** What a reference leads to where that is no struct but a string, a number or a boolean. */
function primitiveOf(
  type: VerbatimType,
  structs: LooseStructs,
): VerbatimType | null {
  const seen = new Set<string>();
  let found: VerbatimType | undefined = type;
  while (found?.kind === "reference" && !seen.has(found.model)) {
    seen.add(found.model);
    found = structs.verbatim.get(found.model)?.type;
  }
  const isPrimitive = ["boolean", "number", "string"].includes(
    found?.kind ?? "",
  );
  return isPrimitive ? (found ?? null) : null;
}
