// A property's declarations → the values that they allow, and the value that a
// text stands for among these: `"1"` is 1 where the property is an integer.

import type { Model } from "../model.js";
import type { LiteralValue, TypeExpr } from "../type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../walk/match-type.js";
import { foldDeclared } from "./fold-declared.js";

/** A kind of scalar, single values, or null for what no literal can be. */
export type AllowedValues =
  | "any"
  | "boolean"
  | "integer"
  | "number"
  | "string"
  | ReadonlySet<LiteralValue>
  | null;

/** A type and a property → what all declarations of the property allow. */
export function createAllowedValues(
  models: ReadonlyMap<string, Model>,
): (type: TypeExpr, property: string) => AllowedValues {
  return foldDeclared<AllowedValues>(models, {
    none: "any",
    read: ({ type }) => allowedValues(type, models),
    join: intersectAllowed,
    require: (allowed) => allowed,
  });
}

export function allowedValues(
  type: TypeExpr,
  models: ReadonlyMap<string, Model>,
): AllowedValues {
  return matchType(type, allowedCases, models);
}

/** The values that texts stand for; null if one of them is not allowed. */
export function readAllowed(
  texts: readonly string[],
  allowed: AllowedValues,
): readonly LiteralValue[] | null {
  const values = texts.flatMap((text) => readAllowedText(text, allowed) ?? []);
  return values.length === texts.length ? values : null;
}

function readAllowedText(
  text: string,
  allowed: AllowedValues,
): LiteralValue | null {
  if (allowed === null) return null;
  const candidates: readonly LiteralValue[] = [text, ...spelledBy(text)];
  return candidates.find((value) => isAllowed(value, allowed)) ?? null;
}

/** The number or boolean that a text spells exactly. */
function spelledBy(text: string): readonly LiteralValue[] {
  if (text === "true" || text === "false") return [text === "true"];
  const number = Number(text);
  return String(number) === text && Number.isFinite(number) ? [number] : [];
}

function isAllowed(
  value: LiteralValue,
  allowed: Exclude<AllowedValues, null>,
): boolean {
  switch (allowed) {
    case "any":
      return true;
    case "boolean":
    case "number":
    case "string":
      return typeof value === allowed;
    case "integer":
      return Number.isInteger(value);
    default:
      return allowed.has(value);
  }
}

export function intersectAllowed(
  a: AllowedValues,
  b: AllowedValues,
): AllowedValues {
  if (a === null || b === null) return null;
  if (a === "any" || a === b) return b;
  if (b === "any") return a;
  if (typeof a === "object") {
    return new Set([...a].filter((value) => isAllowed(value, b)));
  }
  if (typeof b === "object") return intersectAllowed(b, a);
  const isNumber = [a, b].every((one) => one === "number" || one === "integer");
  return isNumber ? "integer" : null;
}

const allowedCases: TypeCases<AllowedValues, ReadonlyMap<string, Model>> = {
  ...casesOf(
    [
      ...arrayKinds,
      ...bareObjectKinds,
      ...(["generic", "intersection", "map", "noValue", "null"] as const),
      ...(["nullable", "object", "parameter", "union"] as const),
      "withRequired",
    ],
    () => null,
  ),
  anyValue: () => "any",
  string: () => "string",
  boolean: () => "boolean",
  number: ({ integer }) => (integer ? "integer" : "number"),
  enum: ({ values }) => new Set(values),
  literal: ({ value }) => new Set([value]),
  reference({ model: name }, models) {
    const model = models.get(name);
    return model?.kind === "alias" ? allowedValues(model.type, models) : null;
  },
};
