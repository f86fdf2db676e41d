// What tells the objects of a union apart: the values of properties that each has to
// itself, such as `object: "customer"`, or else which properties there are.

import type { Field, LiteralValue, TypeExpr } from "./type-expr.js";

/** An object that a value may be, by way of one member of the union. */
export interface Branch {
  /** The place of the member in the union. */
  readonly member: number;
  readonly tests: readonly TagTest[];
  /** The properties that it always has; in byte order, as are all that it may have. */
  readonly required: readonly string[];
  readonly known: readonly string[];
}

/** The property has one of these values. */
export interface TagTest {
  readonly property: string;
  readonly values: readonly LiteralValue[];
}

export interface Branches {
  /** Those with more to go by come first: the first one that fits is the right one. */
  readonly branches: readonly Branch[];
  /** Whether no value that passes the tests of one branch can be of a later one. */
  readonly isTold: boolean;
}

/** A branch as the document has it, before what tells nothing is left out. */
export interface ObjectShape {
  readonly member: number;
  readonly fields: readonly Field[];
}

export function tellApart(shapes: readonly ObjectShape[]): Branches {
  const all = shapes.map((shape) => ({ shape, tests: testsOf(shape) }));
  const branches = all
    .map(({ shape, tests }): Branch & { shape: ObjectShape } => {
      const others = all.filter((one) => one.shape !== shape);
      const useful = tests.filter(
        (test) =>
          others.some((other) => excludes(test, other.shape)) ||
          others.every(({ tests: own }) =>
            own.some(({ property }) => property === test.property),
          ),
      );
      const names = shape.fields.map(({ name }) => name).sort();
      const required = new Set(
        shape.fields.filter((one) => one.required).map(({ name }) => name),
      );
      return {
        shape,
        member: shape.member,
        tests: useful,
        required: names.filter((name) => required.has(name)),
        known: names,
      };
    })
    .sort((a, b) => b.tests.length - a.tests.length);
  const isTold = branches.every((branch, index) =>
    branches
      .slice(index + 1)
      .every((later) =>
        branch.tests.some((test) => excludes(test, later.shape)),
      ),
  );
  return { branches, isTold };
}

function testsOf({ fields }: ObjectShape): TagTest[] {
  return fields.flatMap(({ name, type, required, nullable }) => {
    const values = valuesOf(type);
    return required && !nullable && values.length > 0
      ? [{ property: name, values }]
      : [];
  });
}

/** Whether an object of that shape never passes the test. */
function excludes(
  { property, values }: TagTest,
  { fields }: ObjectShape,
): boolean {
  const field = fields.find(({ name }) => name === property);
  if (field === undefined) return true;
  const own = valuesOf(field.type);
  return own.length > 0 && !own.some((value) => values.includes(value));
}

function valuesOf(type: TypeExpr): readonly LiteralValue[] {
  if (type.kind === "literal") return [type.value];
  return type.kind === "enum" ? type.values : [];
}
