// What tells the objects of a union apart: the values of properties that each has to
// itself, such as `object: "customer"`, or else which properties there are.

import { sortedByBytes } from "../compare-bytes.js";
import type { Field, LiteralValue } from "../type-expr.js";
import { literalValuesOf } from "./literal-values-of.js";

/** An object that a value may be, by way of one member of the union. */
export interface ObjectShape {
  /** The place of the member in the union. */
  readonly member: number;
  readonly fields: readonly Field[];
}

/** The property has one of these values. */
export interface TagTest {
  readonly property: string;
  readonly values: readonly LiteralValue[];
}

export interface Branch {
  readonly member: number;
  readonly tests: readonly TagTest[];
  /** The properties that it always has; in byte order, as are all that it may have. */
  readonly required: readonly string[];
  readonly known: readonly string[];
}

export interface Branches {
  /** Those with more to go by come first: the first one that fits is the right one. */
  readonly branches: readonly Branch[];
  /** Whether no value that passes the tests of one branch can be of a later one. */
  readonly isTold: boolean;
}

/** By single values where they will do, as a publisher may add to the values of an enum. */
export function discriminate(shapes: readonly ObjectShape[]): Branches {
  const tags = commonDiscriminants(shapes);
  const common = new Set(tags);
  const bySingle = order(shapes, (shape) => singleTests(shape, shapes, common));
  const allTested = bySingle.branches.every(({ tests }) => tests.length > 0);
  // Where a tag is there to ask, none of them is what is left when the others are not.
  if (bySingle.isTold && (allTested || tags.length === 0)) return bySingle;
  for (const property of tags) {
    const byEnum = order(shapes, (shape) => [
      ...singleTests(shape, shapes, common).filter(
        (one) => one.property !== property,
      ),
      ...testsOf(shape).filter((one) => one.property === property),
    ]);
    if (byEnum.isTold) return byEnum;
  }
  return bySingle;
}

function order(
  shapes: readonly ObjectShape[],
  testsFor: (shape: ObjectShape) => readonly TagTest[],
): Branches {
  const sorted = shapes
    .map((shape) => ({ shape, tests: testsFor(shape) }))
    .sort((a, b) => b.tests.length - a.tests.length);
  const isTold =
    haveDistinctValues(sorted.map(({ tests }) => tests)) ||
    sorted.every(({ tests }, index) => {
      if (tests.length === 0) return index === sorted.length - 1;
      for (let at = index + 1; at < sorted.length; at++) {
        const later = sorted[at]?.shape;
        if (later && !tests.some((test) => excludes(test, later))) return false;
      }
      return true;
    });
  const branches = sorted.map(({ shape: { member, fields }, tests }) => ({
    member,
    tests,
    required: namesOf(fields.filter(({ required }) => required)),
    known: namesOf(fields),
  }));
  return { branches, isTold };
}

/** Whether one property tells all of them: most unions have one, however many members. */
function haveDistinctValues(all: readonly (readonly TagTest[])[]): boolean {
  const [first = []] = all;
  return first.some(({ property }) => {
    const seen = new Set<LiteralValue>();
    return all.every((tests) => {
      const test = tests.find((one) => one.property === property);
      if (test === undefined || test.values.some((one) => seen.has(one))) {
        return false;
      }
      for (const value of test.values) seen.add(value);
      return true;
    });
  });
}

function namesOf(fields: readonly Field[]): readonly string[] {
  const names = fields.map(({ name }) => name);
  return sortedByBytes(names, (name) => name);
}

/** The tags that all have, and of the others those that tell what these do not. */
function singleTests(
  shape: ObjectShape,
  shapes: readonly ObjectShape[],
  common: ReadonlySet<string>,
): readonly TagTest[] {
  const single = testsOf(shape).filter(({ values }) => values.length === 1);
  if (single.every(({ property }) => common.has(property))) return single;
  const tags = single.filter(({ property }) => common.has(property));
  const alike = shapes.filter(
    (other) => other !== shape && !tags.some((tag) => excludes(tag, other)),
  );
  return single.filter(
    (test) =>
      common.has(test.property) || alike.some((other) => excludes(test, other)),
  );
}

/** The properties that every shape has with certain values only. */
function commonDiscriminants(
  shapes: readonly ObjectShape[],
): readonly string[] {
  const [first = [], ...others] = shapes.map((shape) =>
    testsOf(shape).map(({ property }) => property),
  );
  const sets = others.map((own) => new Set(own));
  return first.filter((property) => sets.every((own) => own.has(property)));
}

/** One of them would do: of so many, more tell nothing. */
const mostTests = 64;

const tested = new WeakMap<object, readonly TagTest[]>();

function testsOf({ fields }: ObjectShape): readonly TagTest[] {
  const known = tested.get(fields);
  if (known !== undefined) return known;
  const sorted = sortedByBytes(fields, ({ name }) => name);
  const all = sorted.flatMap(({ name, type, required, nullable }) => {
    const values = literalValuesOf(type);
    return required && !nullable && values.length > 0
      ? [{ property: name, values }]
      : [];
  });
  const tests = all.slice(0, mostTests);
  tested.set(fields, tests);
  return tests;
}

/** Whether an object of that shape never passes the test. */
function excludes(
  { property, values }: TagTest,
  { fields }: ObjectShape,
): boolean {
  const field = fieldsByName(fields).get(property);
  if (field === undefined) return true;
  const own = literalValuesOf(field.type);
  return own.length > 0 && !own.some((value) => values.includes(value));
}

const indexes = new WeakMap<object, ReadonlyMap<string, Field>>();

function fieldsByName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = indexes.get(fields);
  if (known !== undefined) return known;
  // Of two of one name the first counts.
  const index = new Map(
    fields.toReversed().map((field) => [field.name, field]),
  );
  indexes.set(fields, index);
  return index;
}
