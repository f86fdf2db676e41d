// A type → the properties of the object that its values are, however it is put together.

import type { Model } from "./model.js";
import { requireNamed } from "./require-named.js";
import type { Field, TypeExpr } from "./type-expr.js";

/** The fields of whatever is an object in the end; null for all else. */
export function objectFields(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
  seen: ReadonlySet<string> = new Set(),
): readonly Field[] | null {
  switch (type.kind) {
    case "object":
      return type.fields;
    case "emptyObject":
    case "opaqueObject":
      return [];
    case "nullable":
      return objectFields(type.type, models, seen);
    case "reference": {
      const model = models.get(type.model);
      if (model === undefined || seen.has(type.model)) return null;
      return model.kind === "object"
        ? model.fields
        : objectFields(model.type, models, new Set([...seen, type.model]));
    }
    case "requiring": {
      const fields = objectFields(type.type, models, seen);
      return fields && requireNamed(fields, type.names);
    }
    case "union": {
      for (const member of type.members) {
        const fields = objectFields(member, models, seen);
        if (fields !== null) return fields;
      }
      return null;
    }
    case "intersection": {
      const merged = new Map<string, Field>();
      for (const member of type.members) {
        const fields = objectFields(member, models, seen);
        if (fields === null) return null;
        for (const field of fields) {
          merged.set(field.name, stricter(merged.get(field.name), field));
        }
      }
      return [...merged.values()];
    }
    default:
      return null;
  }
}

/**
 * Of two that must both hold the one with fewer values; of two objects, or what may be
 * one, both.
 */
function stricter(one: Field | undefined, other: Field): Field {
  if (one === undefined) return other;
  const base = rank(one) <= rank(other) ? one : other;
  const members = [one.type, other.type];
  const isBoth =
    members.every(({ kind }) => objectKinds.includes(kind)) &&
    !isSameModel(one.type, other.type);
  return {
    ...base,
    type: isBoth ? { kind: "intersection", members } : base.type,
    required: one.required || other.required,
    present: one.present || other.present,
    nullable: one.nullable && other.nullable,
  };
}

const objectKinds: readonly string[] = [
  "intersection",
  "object",
  "reference",
  "requiring",
];

function isSameModel(a: TypeExpr, b: TypeExpr): boolean {
  return (
    a.kind === "reference" && b.kind === "reference" && a.model === b.model
  );
}

/** The fewer values it has, the lower. */
function rank({ type }: Field): number {
  switch (type.kind) {
    case "literal":
      return 0;
    case "enum":
      return 1;
    case "emptyObject":
    case "map":
    case "opaqueObject":
      return 3;
    case "anyValue":
      return 4;
    default:
      return 2;
  }
}
