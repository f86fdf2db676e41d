// The types of one struct of the loose typing. Everything but scalars, arrays,
// references and titled objects (unions, for example) is any JSON value.

import { assertNever } from "../../ir/assert-never.js";
import type { VerbatimType } from "../../ir/verbatim-type.js";
import { type Code, code, type Word, word } from "../../languages/printable.js";
import { numberType } from "../../languages/rust/number-type.js";
import type { LooseStructs } from "./loose-structs.js";

/** A type's parts from the outside in: `Option<Vec<X>>` → `Option`, `Vec`, `X`. */
export type LooseParts = readonly Code[];

export interface LooseTypes {
  partsOf(type: VerbatimType): LooseParts;
  /** The names of other structs in the types so far; grows with `partsOf`. */
  readonly uses: ReadonlySet<Word>;
}

export const decimalType = code`rust_decimal::Decimal`;

const anyValue: LooseParts = [code`serde_json::Value`];

/**
 * `isCycle` is true if two structs contain each other without a pointer. Such a
 * type would have an infinite size, so it gets a `Box`.
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
        const struct = structs.keyOf(type);
        return struct === null ? anyValue : structParts(struct, isInPlace);
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

/** The keys of the structs that a value of `type` contains without a pointer. */
export function heldBy(type: VerbatimType, structs: LooseStructs): string[] {
  switch (type.kind) {
    case "reference":
      return primitiveOf(type, structs) === null ? [type.model] : [];
    case "object": {
      const struct = structs.keyOf(type);
      return struct === null ? [] : [struct];
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

/** The string, number or boolean at the end of a chain of references; null for other types. */
function primitiveOf(
  type: VerbatimType,
  structs: LooseStructs,
): VerbatimType | null {
  const seen = new Set<string>();
  let end: VerbatimType | undefined = type;
  while (end?.kind === "reference" && !seen.has(end.model)) {
    seen.add(end.model);
    end = structs.verbatim.get(end.model)?.type;
  }
  const isPrimitive = ["boolean", "number", "string"].includes(end?.kind ?? "");
  return isPrimitive ? (end ?? null) : null;
}
