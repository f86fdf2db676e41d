// Discriminators → literal types of the discriminant properties in the models,
// so that a check of the property narrows a union.

import { assertNever } from "../ir/assert-never.js";
import { sortedByBytes } from "../ir/compare-bytes.js";
import type { Discriminator } from "../ir/discriminator.js";
import type { Model } from "../ir/model.js";
import {
  type AllowedValues,
  allowedValues,
  createAllowedValues,
  readAllowed,
} from "../ir/query/allowed-values.js";
import {
  discriminantValues,
  type TooManyValues,
} from "../ir/query/discriminant-values.js";
import type {
  Field,
  InlineObjectType,
  LiteralValue,
  TypeExpr,
} from "../ir/type-expr.js";

/** One property of one model, and the values that the document lists for it. */
interface Refinement {
  readonly property: string;
  /** As the document writes them; the property may be a number or a boolean. */
  readonly values: readonly string[];
  readonly pointer: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly allowedIn: (type: TypeExpr, property: string) => AllowedValues;
}

/**
 * Adds the values of discriminants to the models. A property that contradicts
 * its discriminator, such as an enum without the value, is left as declared.
 */
export function applyDiscriminators(
  all: readonly Model[],
  discriminators: readonly Discriminator[],
  report: (message: TooManyValues) => void,
): readonly Model[] {
  if (discriminators.length === 0) return all;
  const models = new Map(all.map((model) => [model.name, model]));
  const { all: valuesByModel } = discriminantValues(
    discriminators,
    models,
    report,
  );
  const allowedIn = createAllowedValues(models);
  return all.map((model) => {
    const byProperty = sortedByBytes(
      [...(valuesByModel.get(model.name) ?? [])],
      ([property]) => property,
    );
    return byProperty.reduce<Model>((before, [property, some]) => {
      const values = sortedByBytes([...some], (one) => one);
      const { pointer } = model;
      return refine(before, { property, values, pointer, models, allowedIn });
    }, model);
  });
}

function refine(model: Model, refinement: Refinement): Model {
  if (model.kind === "object") {
    return { ...model, fields: refineFields(model.fields, refinement) };
  }
  const type = refineType(model.type, refinement);
  if (type.kind !== "object") {
    return type === model.type ? model : { ...model, type };
  }
  const { fields, additional, constraints } = type;
  const { type: _declared, ...base } = model;
  return {
    ...base,
    kind: "object",
    fields,
    additional,
    absent: [],
    ...(constraints !== undefined && { constraints }),
  };
}

function refineType(type: TypeExpr, refinement: Refinement): TypeExpr {
  switch (type.kind) {
    case "nullable": {
      const inner = refineType(type.type, refinement);
      return inner === type.type ? type : { ...type, type: inner };
    }
    case "object":
      return { ...type, fields: refineFields(type.fields, refinement) };
    case "emptyObject":
    case "unknownObject":
      return refineOpenObject(type, refinement);
    case "map": {
      const { values, models } = refinement;
      return readAllowed(values, allowedValues(type.values, models)) === null
        ? type
        : refineParts(type, refinement);
    }
    case "intersection":
    case "reference":
    case "withRequired": {
      const { allowedIn, property, values } = refinement;
      // Inherited declarations must allow the values as well.
      return readAllowed(values, allowedIn(type, property)) === null
        ? type
        : refineParts(type, refinement);
    }
    case "anyValue":
    case "array":
    case "boolean":
    case "enum":
    case "generic":
    case "literal":
    case "noValue":
    case "null":
    case "number":
    case "parameter":
    case "string":
    case "tuple":
    case "union":
      return type;
    default:
      return assertNever(type);
  }
}

/** An object without declared properties stays open to all others. */
function refineOpenObject(
  type: Extract<TypeExpr, { kind: "emptyObject" | "unknownObject" }>,
  refinement: Refinement,
): TypeExpr {
  const { constraints } = type;
  if (constraints?.closed === true) return type;
  const object = emptyInlineObject(refinement.pointer);
  const fields = refineFields(object.fields, refinement);
  const additional =
    type.kind === "unknownObject" ? ({ kind: "anyValue" } as const) : null;
  return { ...object, fields, additional, ...(constraints && { constraints }) };
}

/**
 * Refines the last object that the model adds to its parents; adds one if
 * there is none.
 */
function refineParts(type: TypeExpr, refinement: Refinement): TypeExpr {
  const parts = type.kind === "intersection" ? type.members : [type];
  const own = parts.findLast((part) => part.kind === "object");
  const holder = own ?? emptyInlineObject(refinement.pointer);
  const inherited = refinement.allowedIn(type, refinement.property);
  const refined = {
    ...holder,
    fields: refineFields(holder.fields, refinement, inherited),
  };
  return {
    kind: "intersection",
    members:
      own === undefined
        ? [...parts, refined]
        : parts.map((part) => (part === own ? refined : part)),
  };
}

/** `inherited` applies to a property that only other parts declare. */
function refineFields(
  fields: readonly Field[],
  { property, values, pointer, models }: Refinement,
  inherited: AllowedValues = "any",
): readonly Field[] {
  const declared = fields.find(({ name }) => name === property);
  if (declared === undefined) {
    const read = readAllowed(values, inherited);
    return read === null
      ? fields
      : [...fields, discriminantField(property, pointer, read)];
  }
  const read = readAllowed(values, allowedValues(declared.type, models));
  return read === null
    ? fields
    : fields.map((field) =>
        field === declared ? { ...field, type: literalsOf(read) } : field,
      );
}

/** A required property whose values are literals. */
export function discriminantField(
  name: string,
  pointer: string,
  values: readonly LiteralValue[],
): Field {
  return {
    name,
    pointer,
    description: null,
    required: true,
    nullable: false,
    present: true,
    deprecated: false,
    default: null,
    readOnly: false,
    writeOnly: false,
    type: literalsOf(values),
  };
}

function literalsOf(values: readonly LiteralValue[]): TypeExpr {
  const [first, ...others] = values;
  if (first === undefined) return { kind: "noValue" };
  if (others.length === 0) return { kind: "literal", value: first };
  return values.every((value) => typeof value === "boolean")
    ? { kind: "boolean" }
    : { kind: "enum", values, open: false, notes: null };
}

export function emptyInlineObject(pointer: string): InlineObjectType {
  return {
    kind: "object",
    fields: [],
    additional: null,
    pointer,
    description: null,
    title: null,
  };
}
