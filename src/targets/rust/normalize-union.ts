// Merges members of a union that a reader of JSON cannot discriminate, and finds
// the tests that discriminate the rest.

import type { Model } from "../../ir/model.js";
import { combineUnion } from "../../ir/query/combine-types.js";
import { discriminate, type ObjectShape } from "../../ir/query/discriminate.js";
import { structureOf } from "../../ir/query/structure-of.js";
import type { Field, LiteralValue, TypeExpr } from "../../ir/type-expr.js";
import {
  arrayKinds,
  bareObjectKinds,
  casesOf,
  matchType,
  type TypeCases,
} from "../../ir/walk/match-type.js";
import {
  type Code,
  code,
  joinCode,
  type Word,
  word,
} from "../../languages/printable.js";
import { rustString, rustValue } from "../../languages/rust/rust-literals.js";
import type { BranchView } from "./rust-view.js";

type ModelsByName = ReadonlyMap<string, Model>;

/** One kind of JSON value that a type allows; `fields` is null if they are unknown. */
type Leaf =
  | {
      readonly kind: "any" | "array" | "boolean" | "null" | "number" | "string";
    }
  | { readonly kind: "object"; readonly fields: readonly Field[] | null };

/**
 * Merges all strings to one member, all numbers and all arrays as well. If any
 * member allows every JSON value, that is the only member.
 */
export function normalizeUnion(
  members: readonly TypeExpr[],
  models: ModelsByName,
): readonly TypeExpr[] {
  const isAny = (member: TypeExpr) =>
    leavesOf(member, models).some(({ kind }) => kind === "any");
  if (members.some(isAny)) return [{ kind: "anyValue" }];
  const kindOf = (member: TypeExpr): Leaf["kind"] | null => {
    const kinds = new Set(leavesOf(member, models).map(({ kind }) => kind));
    const [only, ...more] = kinds;
    return more.length === 0 && only !== undefined ? only : null;
  };
  const of = (kind: Leaf["kind"]) =>
    members.filter((member) => kindOf(member) === kind);
  const replaced = new Map<TypeExpr, TypeExpr | null>();
  const replace = (kind: Leaf["kind"], by: () => TypeExpr) => {
    const [first, ...others] = of(kind);
    if (first === undefined || others.length === 0) return;
    replaced.set(first, by());
    for (const other of others) replaced.set(other, null);
  };
  replace("string", () => ({ kind: "string", format: null }));
  replace("number", () => ({ kind: "number", integer: false, format: null }));
  replace("boolean", () => ({ kind: "boolean" }));
  const items = of("array").map(itemsOf);
  if (items.every((item) => item !== null)) {
    replace("array", () => ({ kind: "array", items: combineUnion(items) }));
  }
  return members.flatMap((member) => {
    const by = replaced.get(member);
    return by === undefined ? [member] : by === null ? [] : [by];
  });
}

function itemsOf(type: TypeExpr): TypeExpr | null {
  return type.kind === "array" ? type.items : null;
}

/**
 * The tests that select a variant, in order. `hasUnknown` is true if an object
 * may fail all of them, so that the union needs a variant `Unknown`.
 */
export function branchesOf(
  members: readonly TypeExpr[],
  variants: readonly Word[],
  models: ModelsByName,
): { readonly branches: readonly BranchView[]; readonly hasUnknown: boolean } {
  const plain: BranchView[] = [];
  const open: BranchView[] = [];
  const shapes: ObjectShape[] = [];
  members.forEach((type, member) => {
    const variant = variants[member] ?? word``;
    for (const leaf of leavesOf(type, models)) {
      if (leaf.kind !== "object") {
        plain.push({ variant, test: word`is_${leaf.kind}` });
      } else if (leaf.fields === null) {
        open.push({ variant, test: word`is_object` });
      } else {
        shapes.push({ member, fields: leaf.fields });
      }
    }
  });
  const { branches, isUnambiguous } = discriminate(shapes);
  const variantOf = (member: number) => variants[member] ?? word``;
  const tested = branches.flatMap(({ member, tests }) =>
    expandTests(tests).map((test) => ({ variant: variantOf(member), test })),
  );
  const alone = shapes.length === 1 && open.length === 0;
  if (isUnambiguous || alone) {
    const all = alone
      ? tested.map(({ variant }) => ({ variant, test: word`is_object` }))
      : tested;
    const last = [...all, ...open].some(({ test }) => test === "is_object");
    return {
      branches: distinctBranches([...plain, ...all, ...open]),
      hasUnknown: shapes.length > 0 && !last,
    };
  }
  const inOrder = branches.toSorted((a, b) => a.member - b.member);
  const first = inOrder[0]?.member ?? 0;
  const rest =
    open.length > 0
      ? open
      : [{ variant: variantOf(first), test: word`is_object` }];
  const byProperties = branchesByProperties(inOrder, variantOf);
  return {
    branches: distinctBranches([...plain, ...byProperties, ...rest]),
    hasUnknown: false,
  };
}

type ObjectBranches = ReturnType<typeof discriminate>["branches"];

/**
 * Tests by property names, for objects without discriminants. First the branches
 * that list every property of the value, then those whose required properties
 * are all present.
 */
function branchesByProperties(
  branches: ObjectBranches,
  variantOf: (member: number) => Word,
): readonly BranchView[] {
  const condition = (names: readonly string[], verb: "among" | "having") =>
    names.length === 0 && verb === "having"
      ? code``
      : code` ${verb} [${joinCode(names.map(rustString), code`, `)}]`;
  const lines = (some: ObjectBranches, withKnown: boolean) =>
    some.flatMap(({ member, tests, required, known }) =>
      expandTests(tests).map((test) => ({
        variant: variantOf(member),
        test: code`${test}${condition(required, "having")}${withKnown ? condition(known, "among") : code``}`,
      })),
    );
  const demanding = branches.filter(({ required }) => required.length > 0);
  return [...lines(branches, true), ...lines(demanding, false)];
}

function distinctBranches(branches: readonly BranchView[]): BranchView[] {
  return [
    ...new Map(
      branches.map((branch) => [JSON.stringify(branch), branch]),
    ).values(),
  ];
}

/** One test per combination of values; only `is_object` if there are no values to test. */
function expandTests(
  tests: readonly { property: string; values: readonly LiteralValue[] }[],
): Code[] {
  let lines: Code[][] = [[]];
  for (const { property, values } of tests) {
    lines = lines.flatMap((line) =>
      values.map((value) => [
        ...line,
        code`${rustString(property)} == ${rustValue(value)}`,
      ]),
    );
  }
  return lines.map((line) =>
    line.length === 0
      ? word`is_object`
      : code`is_object where ${joinCode(line, code`, `)}`,
  );
}

/** The maximum nesting of unions through aliases. */
const mostUnions = 100;

/** True if the union contains others, through aliases, more than `mostUnions` deep. */
export function isTooDeep(
  members: readonly TypeExpr[],
  models: ModelsByName,
): boolean {
  const depths = new Map<string, number>();
  const pending = members.map((type) => ({ type, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { type, depth } = next;
    if (depth > mostUnions) return true;
    if (type.kind === "union") {
      for (const member of type.members) pending.push({ type: member, depth });
    } else if (type.kind === "nullable") {
      pending.push({ type: type.type, depth });
    } else if (type.kind === "reference") {
      const model = models.get(type.model);
      if (model?.kind !== "alias" || depths.has(type.model)) continue;
      depths.set(type.model, depth);
      pending.push({ type: model.type, depth: depth + 1 });
    }
  }
  return false;
}

function leavesOf(type: TypeExpr, models: ModelsByName): readonly Leaf[] {
  return matchType(type, leafCases, { models, seen: [] });
}

interface LeafState {
  readonly models: ModelsByName;
  /** The names of the aliases around the type, which end the recursion. */
  readonly seen: readonly string[];
}

const openObject: Leaf = { kind: "object", fields: null };

const leafCases: TypeCases<readonly Leaf[], LeafState> = {
  ...casesOf(
    ["string", "number", "boolean", "null"] as const,
    ({
      kind,
    }: {
      readonly kind: "boolean" | "null" | "number" | "string";
    }): readonly Leaf[] => [{ kind }],
  ),
  ...casesOf(arrayKinds, (): readonly Leaf[] => [{ kind: "array" }]),
  ...casesOf(bareObjectKinds, () => [openObject]),
  // None of these reaches this target, except `noValue`, which has no JSON.
  ...casesOf(
    ["intersection", "noValue", "parameter", "withRequired"] as const,
    () => [],
  ),
  map: () => [openObject],
  anyValue: () => [{ kind: "any" }],
  literal: ({ value }) => [leafOfValue(value)],
  enum: ({ values }) => distinctLeaves(values.map(leafOfValue)),
  object: ({ fields }) => [{ kind: "object", fields }],
  reference({ model: name }, { models, seen }) {
    const model = models.get(name);
    if (model === undefined || seen.includes(name)) return [];
    // The printer reports such a union, by `isTooDeep`.
    if (seen.length > mostUnions) return [{ kind: "any" }];
    return model.kind === "object"
      ? [{ kind: "object", fields: model.fields }]
      : matchType(model.type, leafCases, { models, seen: [...seen, name] });
  },
  union: ({ members }, state) =>
    distinctLeaves(
      members.flatMap((member) => matchType(member, leafCases, state)),
    ),
  nullable: ({ type }, state) => [
    { kind: "null" },
    ...matchType(type, leafCases, state),
  ],
  generic: (type, state) => matchType(structureOf(type), leafCases, state),
};

function leafOfValue(value: LiteralValue): Leaf {
  switch (typeof value) {
    case "string":
      return { kind: "string" };
    case "boolean":
      return { kind: "boolean" };
    default:
      return { kind: "number" };
  }
}

function distinctLeaves(leaves: readonly Leaf[]): Leaf[] {
  return leaves.filter(
    (leaf, index) =>
      leaf.kind === "object" ||
      leaves.findIndex(({ kind }) => kind === leaf.kind) === index,
  );
}
