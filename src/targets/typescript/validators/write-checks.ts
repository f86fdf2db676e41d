// A model → its checks: calls of functions of `validation.ts`, one function per
// kind of type, and the constants that these calls need.

import type { Model } from "../../../ir/model.js";
import { declaredFields } from "../../../ir/query/declared-fields.js";
import { structureOf } from "../../../ir/query/structure-of.js";
import type {
  GenericType,
  InlineObjectType,
  MapType,
  ReferenceType,
  TypeExpr,
  UnionType,
  WithRequiredType,
} from "../../../ir/type-expr.js";
import { matchType, type TypeCases } from "../../../ir/walk/match-type.js";
import {
  type Code,
  code,
  declaredWord,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  tsString,
  tsValue,
  valueLiterals,
} from "../../../languages/typescript/typescript-literals.js";
import type { CheckContext, CheckScope } from "../check-scope.js";
import {
  type Call,
  createCheckFile,
  type WrittenChecks,
} from "./check-file.js";
import { writeBranches } from "./write-branches.js";
import {
  writeConstraints,
  writeStringConstraints,
} from "./write-constraints.js";
import { writeObjectCheck } from "./write-object-check.js";

export function writeChecks(
  model: Model,
  context: CheckContext,
): WrittenChecks {
  const { type: owner } = context.namesOf(model.name);
  const file = createCheckFile(owner, context.checkNames);
  const scope: CheckScope = {
    ...context,
    file,
    inlined: new Map(),
    write: (type, name) => matchType(type, checkCases, { scope, name }),
    checker: (type, name) => checkerOf(type, { scope, name }),
  };
  if (model.kind === "object") {
    const whole = writeObjectCheck(model, owner, owner, scope);
    file.declareWhole(word`check${owner}`, whole);
  } else {
    const orNull = model.type.kind === "nullable";
    const type = model.type.kind === "nullable" ? model.type.type : model.type;
    file.declareWhole(word`check${owner}`, scope.write(type, owner), orNull);
  }
  return file;
}

/** The file of a check, and the name that is derived from its type's location. */
interface CheckPlace {
  readonly scope: CheckScope;
  readonly name: Word;
}

function callOf(
  name: Word,
  { file }: CheckScope,
  ...args: readonly Code[]
): Call {
  return { name: file.share(name), args };
}

function checkerOf(type: TypeExpr, { scope, name }: CheckPlace): Word {
  const inner = scope.write(type, name);
  if (inner.args.length === 0) return inner.name;
  const check = scope.file.claimCheck(name);
  scope.file.declareCheck(check, inner);
  return check;
}

function listed(
  checkers: readonly Word[],
  { scope: { file }, name }: CheckPlace,
): Word {
  file.share(word`Checker`);
  return file.declareList(
    name,
    word`Checks`,
    checkers,
    code`readonly Checker[]`,
  );
}

function checkersOf(members: readonly TypeExpr[], place: CheckPlace): Word {
  const { scope, name } = place;
  return listed(
    members.map((member, index) =>
      scope.checker(member, word`${name}Part${index + 1}`),
    ),
    place,
  );
}

const checkCases: TypeCases<Call, CheckPlace> = {
  string: ({ constraints }, { scope, name }) =>
    callOf(
      word`string`,
      scope,
      ...writeStringConstraints(constraints, name, scope.file),
    ),
  number: ({ integer, constraints }, { scope, name }) =>
    callOf(
      integer ? word`integer` : word`number`,
      scope,
      ...writeConstraints(constraints, name, scope.file),
    ),
  boolean: (_type, { scope }) => callOf(word`boolean`, scope),
  null: (_type, { scope }) => callOf(word`onlyNull`, scope),
  anyValue: (_type, { scope }) => callOf(word`anything`, scope),
  noValue: (_type, { scope }) => callOf(word`nothing`, scope),
  literal: ({ value }, { scope }) =>
    callOf(word`literal`, scope, tsValue(value)),
  enum({ values }, { scope, name }) {
    const literals = valueLiterals(values);
    return callOf(
      word`oneOf`,
      scope,
      scope.file.declareList(name, word`Values`, literals),
    );
  },
  reference(type, place) {
    const { file, namesOf } = place.scope;
    file.useModel(type.model);
    const check = word`check${namesOf(type.model).type}`;
    return close(type, { name: check, args: [] }, place);
  },
  withRequired: (type, place) => writeRequired(type, place),
  array: ({ items, constraints }, { scope, name }) =>
    callOf(
      word`array`,
      scope,
      scope.checker(items, word`${name}Item`),
      ...writeConstraints(constraints, name, scope.file),
    ),
  tuple: ({ items, rest, constraints }, place) => {
    const { scope, name } = place;
    return callOf(
      word`tuple`,
      scope,
      checkersOf(items, place),
      rest === null ? word`null` : scope.checker(rest, word`${name}Rest`),
      ...writeConstraints(constraints, name, scope.file),
    );
  },
  map: (type, place) => writeMap(type, place),
  unknownObject: ({ constraints }, { scope, name }) => {
    if (constraints === undefined) return callOf(word`record`, scope);
    const isOpen = constraints.closed !== true;
    const additional = isOpen ? ({ kind: "anyValue" } as const) : null;
    const object = { fields: [], additional, constraints };
    return writeObjectCheck(object, name, null, scope);
  },
  emptyObject: ({ constraints }, { scope, name }) => {
    if (constraints === undefined) return callOf(word`record`, scope);
    const object = { fields: [], additional: null, constraints };
    return writeObjectCheck(object, name, null, scope);
  },
  object: (type, place) => writeInline(type, place),
  nullable({ type }, { scope, name }) {
    const check = scope.file.claimCheck(word`${name}OrNull`);
    scope.file.declareCheck(check, scope.write(type, name), true);
    return { name: check, args: [] };
  },
  union(type, place) {
    const { scope, name } = place;
    const check = type.exclusive === true ? word`exactlyOne` : word`union`;
    const branches = writeBranches(type.members, name, scope);
    return close(type, callOf(check, scope, branches), place);
  },
  intersection: ({ members, constraints }, place) =>
    callOf(
      word`every`,
      place.scope,
      checkersOf(members, place),
      ...(constraints?.closed === true ? [word`true`] : []),
    ),
  generic: (type, place) => writeGeneric(type, place),
  parameter() {
    throw new Error("a parameter outside of its generic");
  },
};

/** Calls the check that the dialect names, or else checks the structure. */
function writeGeneric(type: GenericType, { scope, name }: CheckPlace): Call {
  const { generic, args, constraints } = type;
  const check = generic.languages.typescript?.check;
  if (check === undefined) return scope.write(structureOf(type), name);
  const part = generic.role?.kind === "page" ? word`${name}Item` : name;
  return {
    name: scope.file.shareGeneric(declaredWord(check)),
    args: [
      ...args.map((arg) => scope.checker(arg, part)),
      ...writeStringConstraints(constraints, name, scope.file),
    ],
  };
}

function writeRequired(type: WithRequiredType, place: CheckPlace): Call {
  const { scope, name } = place;
  const { file, models } = scope;
  const check = file.claimCheck(word`${name}Required`);
  const declared = declaredFields(type.type, models);
  const isSparse = (property: string) => {
    const fields = declared.filter((field) => field.name === property);
    return fields.length > 0 && fields.every((field) => field.nullable);
  };
  const list = (part: Word, names: readonly string[]) =>
    names.length === 0
      ? code`[]`
      : file.declareList(name, part, names.map(tsString));
  const required = list(
    word`Required`,
    type.names.filter((property) => !isSparse(property)),
  );
  const sparse = list(word`Sparse`, type.names.filter(isSparse));
  const args = [required, ...(sparse === "[]" ? [] : [sparse])];
  file.declareCheck(check, callOf(word`has`, scope, ...args));
  const { constraints, ...open } = type.type;
  return callOf(
    word`every`,
    scope,
    listed([scope.checker(open, name), check], place),
    ...(constraints?.closed === true ? [word`true`] : []),
  );
}

function writeMap(type: MapType, place: CheckPlace): Call {
  const { keys, values, constraints } = type;
  const { scope, name } = place;
  const { file, checker } = scope;
  if (constraints !== undefined && keys === null) {
    const object = { fields: [], additional: values, constraints };
    return writeObjectCheck(object, name, null, scope);
  }
  const map = callOf(
    word`map`,
    scope,
    checker(values, word`${name}Value`),
    ...(keys === null ? [] : [checker(keys, word`${name}Key`)]),
  );
  if (constraints === undefined) return map;
  const entries = file.claimCheck(word`${name}Entries`);
  file.declareCheck(entries, map);
  const additional: TypeExpr | null =
    constraints.closed === true ? null : { kind: "anyValue" };
  const size = word`${name}Size`;
  const counted = file.claimCheck(size);
  const object = { fields: [], additional, constraints };
  file.declareCheck(counted, writeObjectCheck(object, size, null, scope));
  return callOf(word`every`, scope, listed([entries, counted], place));
}

/**
 * Rejects unlisted properties of a closed type. This comes last, because only
 * then are all listed properties known.
 */
function close(
  { constraints }: ReferenceType | UnionType,
  inner: Call,
  place: CheckPlace,
): Call {
  if (constraints?.closed !== true) return inner;
  const { scope, name } = place;
  const every = (check: Word) =>
    callOf(word`every`, scope, listed([check], place), word`true`);
  if (inner.args.length === 0) return every(inner.name);
  const open = scope.file.claimCheck(word`${name}Open`);
  scope.file.declareCheck(open, inner);
  return every(open);
}

/** Declares one function per inline object; the same object reuses it. */
function writeInline(
  type: InlineObjectType,
  { scope, name }: CheckPlace,
): Call {
  const { inlined, file, nestedNames } = scope;
  const existing = inlined.get(type);
  if (existing !== undefined) return { name: existing, args: [] };
  const declared = nestedNames.get(type);
  const check = file.claimCheck(declared ?? name);
  inlined.set(type, check);
  const inner = writeObjectCheck(
    type,
    declared ?? name,
    declared ?? null,
    scope,
  );
  file.declareCheck(check, inner);
  return { name: check, args: [] };
}
