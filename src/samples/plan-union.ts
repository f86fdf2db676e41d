// A union, and possibly a sample of it → the member that is the default, and
// how an override selects another member.

import type { JsonValue } from "../ir/json-value.js";
import { discriminantsOf } from "../ir/query/discriminants-of.js";
import { findBranch } from "../ir/query/find-branch.js";
import { structureKey } from "../ir/query/structure-key.js";
import type { TypeExpr, UnionType } from "../ir/type-expr.js";
import { objectParts } from "./object-parts.js";
import type { Planner } from "./planner.js";
import type { PlannedBranch, ValuePlan } from "./value-plan.js";

export function planUnion(
  { members }: UnionType,
  sample: JsonValue | undefined,
  name: string,
  planner: Planner,
): ValuePlan | null {
  const fitting =
    sample === undefined ? null : findBranch(members, sample, planner.models);
  const possible = members.filter(({ kind }) => kind !== "noValue");
  const candidates =
    planner.strategy === "any" ? possible : possible.slice(0, 1);
  let chosen = fitting;
  let first: ValuePlan | null =
    fitting === null ? null : planner.plan(fitting, sample, name);
  if (fitting !== null && first === null && planner.strategy === "whole") {
    return null;
  }
  for (const member of candidates) {
    if (first !== null) break;
    chosen = member;
    first = planner.plan(member, undefined, name);
  }
  if (first === null || planner.drafting) return first;
  const branches = planBranches(members, chosen, name, planner);
  const [only] = branches;
  if (only === undefined) return first;
  const same = structureKey(only.plan) === structureKey(first);
  if (branches.length === 1 && same) return first;
  return { kind: "union", first, branches };
}

/**
 * Plans the members that are objects; overrides of other members are complete
 * values. The chosen member comes first, since it is the default without a
 * discriminant.
 */
function planBranches(
  members: readonly TypeExpr[],
  chosen: TypeExpr | null,
  name: string,
  planner: Planner,
): readonly PlannedBranch[] {
  const byMember = discriminantsOf(members, planner.models);
  const branches = members.flatMap((member, index) => {
    const plan = planner.complete(member, name);
    if (plan === null) return [];
    return [
      { member, plan, discriminants: byMember[index] ?? new Map(), index },
    ];
  });
  const order = [
    ...branches.filter(({ member }) => member === chosen),
    ...branches.filter(({ member }) => member !== chosen),
  ];
  const needsNames = order.some(
    (branch, position) => position > 0 && branch.discriminants.size === 0,
  );
  const distinctNames = needsNames ? ownNames(members, planner) : [];
  return order.map(
    ({ plan, discriminants, index }, position): PlannedBranch => {
      const names =
        position > 0 && discriminants.size === 0
          ? distinctNames[index]
          : undefined;
      return { plan, discriminants, names: names ?? [] };
    },
  );
}

/** For each member, up to three property names that no other member has. */
function ownNames(
  members: readonly TypeExpr[],
  { models }: Planner,
): readonly (readonly string[])[] {
  const names = members.map((member) =>
    (objectParts(member, models)?.fields ?? []).map(({ name }) => name),
  );
  const users = new Map<string, number>();
  for (const own of names) {
    for (const one of new Set(own)) users.set(one, (users.get(one) ?? 0) + 1);
  }
  return names.map((own) =>
    own.filter((one) => users.get(one) === 1).slice(0, 3),
  );
}
