// An intersection of scalars → one scalar: `Kinds & "role"` → `"role"`, `number &
// integer` → `integer`. For languages without intersection types.

import { assertNever } from "../assert-never.js";
import type { Model } from "../model.js";
import type {
  EnumType,
  LiteralValue,
  NumberType,
  StringType,
  TypeExpr,
} from "../type-expr.js";
import { intersectConstraints } from "./intersect-constraints.js";
import { literalValuesOf } from "./literal-values-of.js";

type Scalar = Extract<
  TypeExpr,
  { kind: "boolean" | "enum" | "literal" | "number" | "string" }
>;

/** The limit on aliases that are followed to a scalar. */
const mostAliases = 100;

/** Null if a member is not a scalar. */
export function intersectScalars(
  members: readonly TypeExpr[],
  models: ReadonlyMap<string, Model>,
): TypeExpr | null {
  const scalars = members.map((member) => scalarOf(member, models));
  const known = scalars.filter((scalar) => scalar !== null);
  if (known.length < scalars.length) return null;
  return known.slice(1).reduce<TypeExpr | null>(
    (before, scalar) =>
      before === null || before.kind === "noValue"
        ? before
        : // What two scalars have in common is a scalar, or nothing.
          intersectTwo(before as Scalar, scalar),
    known[0] ?? null,
  );
}

function scalarOf(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): Scalar | null {
  let scalar = type;
  for (let steps = 0; scalar.kind === "reference"; steps++) {
    const model = models.get(scalar.model);
    if (model?.kind !== "alias" || steps >= mostAliases) return null;
    scalar = model.type;
  }
  switch (scalar.kind) {
    case "boolean":
    case "enum":
    case "literal":
    case "number":
    case "string":
      return scalar;
    case "anyValue":
    case "array":
    case "emptyObject":
    case "generic":
    case "intersection":
    case "map":
    case "noValue":
    case "null":
    case "nullable":
    case "object":
    case "parameter":
    case "tuple":
    case "union":
    case "unknownObject":
    case "withRequired":
      return null;
    default:
      return assertNever(scalar);
  }
}

function intersectTwo(a: Scalar, b: Scalar): TypeExpr {
  const [first, second] = [literalValuesOf(a), literalValuesOf(b)];
  if (first.length > 0 || second.length > 0) {
    const [holder, other] = first.length > 0 ? [a, b] : [b, a];
    const allows = (value: LiteralValue) => isValueOfScalar(value, other);
    return onlyValues(holder, literalValuesOf(holder).filter(allows));
  }
  if (a.kind === "string" && b.kind === "string") return joinStrings(a, b);
  if (a.kind === "number" && b.kind === "number") return joinNumbers(a, b);
  return a.kind === b.kind ? a : { kind: "noValue" };
}

function isValueOfScalar(value: LiteralValue, type: Scalar): boolean {
  const values = literalValuesOf(type);
  if (values.length > 0) return values.includes(value);
  if (type.kind !== "number") return typeof value === type.kind;
  if (typeof value === "bigint") return true;
  return (
    typeof value === "number" && (!type.integer || Number.isInteger(value))
  );
}

/** The notes of an enum stay with their values. */
function onlyValues(holder: Scalar, values: readonly LiteralValue[]): TypeExpr {
  const [first, ...others] = values;
  if (first === undefined) return { kind: "noValue" };
  const { format } = holder as Partial<EnumType>; // an enum or a literal, and both have one
  const formatted = format === undefined ? {} : { format };
  if (others.length === 0 || holder.kind !== "enum") {
    return { kind: "literal", value: first, ...formatted };
  }
  const notes =
    holder.notes?.filter((_note, index) => {
      const value = holder.values[index];
      return value !== undefined && values.includes(value);
    }) ?? null;
  return { ...holder, values, notes };
}

function joinStrings(a: StringType, b: StringType): StringType {
  const constraints = intersectConstraints(a.constraints, b.constraints);
  const format = a.format ?? b.format;
  return { kind: "string", format, ...(constraints && { constraints }) };
}

function joinNumbers(a: NumberType, b: NumberType): NumberType {
  const constraints = intersectConstraints(a.constraints, b.constraints);
  const format = a.format ?? b.format;
  const integer = a.integer || b.integer;
  return {
    ...{ kind: "number", integer, format },
    ...(constraints && { constraints }),
  };
}
