// How generated code finds the member of a union that an object belongs to: by
// values of discriminants, such as `object: "customer"`, or else by the
// properties that are present.

import { sortedByBytes } from "../compare-bytes.js";
import type { Field, LiteralValue } from "../type-expr.js";
import { literalValuesOf } from "./literal-values-of.js";

/** One object type that a value may have, as part of one member of a union. */
export interface ObjectShape {
  /** The index of the member in the union. */
  readonly member: number;
  readonly fields: readonly Field[];
}

/** Passes if the property has one of these values. */
export interface DiscriminantTest {
  readonly property: string;
  readonly values: readonly LiteralValue[];
}

/** How to recognize one object type. */
export interface Branch {
  readonly member: number;
  readonly tests: readonly DiscriminantTest[];
  /** The names of its required properties, in byte order. */
  readonly required: readonly string[];
  // The names of all its properties, in byte order.
  readonly known: readonly string[];
}

/** All branches of a union, in the order in which to try them. */
export interface Branches {
  /** Branches with more tests come first; the first branch that fits is the right one. */
  readonly branches: readonly Branch[];
  /**
   * True if a value that passes the tests of one branch never belongs to a
   * later branch.
   */
  readonly isUnambiguous: boolean;
}

/**
 * Finds tests for each shape. Prefers properties with a single value, because
 * a publisher may add values to an enum.
 */
export function discriminate(shapes: readonly ObjectShape[]): Branches {
  const tags = commonDiscriminants(shapes);
  const common = new Set(tags);
  const bySingle = order(shapes, (shape) => singleTests(shape, shapes, common));
  const allTested = bySingle.branches.every(({ tests }) => tests.length > 0);
  // If there are common discriminants, every branch has to test one: no branch
  // may be only what remains when the others fail.
  if (bySingle.isUnambiguous && (allTested || tags.length === 0))
    return bySingle;
  for (const property of tags) {
    const byEnum = order(shapes, (shape) => [
      ...singleTests(shape, shapes, common).filter(
        (one) => one.property !== property,
      ),
      ...testsOf(shape).filter((one) => one.property === property),
    ]);
    if (byEnum.isUnambiguous) return byEnum;
  }
  return bySingle;
}

function order(
  shapes: readonly ObjectShape[],
  testsFor: (shape: ObjectShape) => readonly DiscriminantTest[],
): Branches {
  const sorted = shapes
    .map((shape) => ({ shape, tests: testsFor(shape) }))
    .sort((a, b) => b.tests.length - a.tests.length);
  const isUnambiguous =
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
  return { branches, isUnambiguous };
}

/** True if one property discriminates all branches. This covers most unions quickly. */
function haveDistinctValues(
  all: readonly (readonly DiscriminantTest[])[],
): boolean {
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

/**
 * Tests of single values: of properties that all shapes have, and of others
 * only if they exclude a shape that the former do not.
 */
function singleTests(
  shape: ObjectShape,
  shapes: readonly ObjectShape[],
  common: ReadonlySet<string>,
): readonly DiscriminantTest[] {
  const single = testsOf(shape).filter(({ values }) => values.length === 1);
  if (single.every(({ property }) => common.has(property))) return single;
  const ofCommon = single.filter(({ property }) => common.has(property));
  const alike = shapes.filter(
    (other) =>
      other !== shape && !ofCommon.some((test) => excludes(test, other)),
  );
  return single.filter(
    (test) =>
      common.has(test.property) || alike.some((other) => excludes(test, other)),
  );
}

/** The properties that have literal values in every shape. */
function commonDiscriminants(
  shapes: readonly ObjectShape[],
): readonly string[] {
  const [first = [], ...others] = shapes.map((shape) =>
    testsOf(shape).map(({ property }) => property),
  );
  const sets = others.map((own) => new Set(own));
  return first.filter((property) => sets.every((own) => own.has(property)));
}

/** A limit for speed: one discriminant is enough. */
const mostTests = 64;

const testsByFields = new WeakMap<object, readonly DiscriminantTest[]>();

function testsOf({ fields }: ObjectShape): readonly DiscriminantTest[] {
  const cached = testsByFields.get(fields);
  if (cached !== undefined) return cached;
  const sorted = sortedByBytes(fields, ({ name }) => name);
  const all = sorted.flatMap(({ name, type, required, nullable }) => {
    const values = literalValuesOf(type);
    return required && !nullable && values.length > 0
      ? [{ property: name, values }]
      : [];
  });
  const tests = all.slice(0, mostTests);
  testsByFields.set(fields, tests);
  return tests;
}

/** True if an object of this shape never passes the test. */
function excludes(
  { property, values }: DiscriminantTest,
  { fields }: ObjectShape,
): boolean {
  const field = fieldsByName(fields).get(property);
  if (field === undefined) return true;
  const possible = literalValuesOf(field.type);
  return possible.length > 0 && !possible.some((one) => values.includes(one));
}

const indexes = new WeakMap<object, ReadonlyMap<string, Field>>();

function fieldsByName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const cached = indexes.get(fields);
  if (cached !== undefined) return cached;
  // If a name occurs twice, the first field wins.
  const index = new Map(
    fields.toReversed().map((field) => [field.name, field]),
  );
  indexes.set(fields, index);
  return index;
}
