// A model → what checks its values: a call of what `validation.ts` offers for each
// kind of type, with the functions and constants that the calls are given.

import { assertNever } from "../../../ir/assert-never.js";
import type { Model } from "../../../ir/model.js";
import { declaredFields } from "../../../ir/query/declared-fields.js";
import type {
  InlineObjectType,
  ReferenceType,
  TypeExpr,
  UnionType,
} from "../../../ir/type-expr.js";
import {
  type Code,
  code,
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
  const { namesOf, checkNames, nestedNames, models } = context;
  const { type: owner } = namesOf(model.name);
  const file = createCheckFile(owner, checkNames);
  const objects = new Map<TypeExpr, Word>();

  const call = (name: Word, ...args: readonly Code[]): Call => ({
    name: file.share(name),
    args,
  });

  const checker = (type: TypeExpr, name: Word): Word => {
    const inner = write(type, name);
    if (inner.args.length === 0) return inner.name;
    const own = file.claimCheck(name);
    file.declareCheck(own, inner);
    return own;
  };

  const listed = (checkers: readonly Word[], name: Word): Word => {
    file.share(word`Checker`);
    return file.declareList(
      name,
      word`Checks`,
      checkers,
      code`readonly Checker[]`,
    );
  };

  const checkers = (members: readonly TypeExpr[], name: Word): Word =>
    listed(
      members.map((one, index) => checker(one, word`${name}Part${index + 1}`)),
      name,
    );

  const write = (type: TypeExpr, name: Word): Call => {
    switch (type.kind) {
      case "string":
        return call(
          word`string`,
          ...writeStringConstraints(type.constraints, name, file),
        );
      case "number":
        return call(
          type.integer ? word`integer` : word`number`,
          ...writeConstraints(type.constraints, name, file),
        );
      case "boolean":
        return call(word`boolean`);
      case "null":
        return call(word`onlyNull`);
      case "anyValue":
        return call(word`anything`);
      case "noValue":
        return call(word`nothing`);
      case "literal":
        return call(word`literal`, tsValue(type.value));
      case "enum": {
        const values = valueLiterals(type.values);
        return call(word`oneOf`, file.declareList(name, word`Values`, values));
      }
      case "reference":
        file.useModel(type.model);
        return close(type, name, {
          name: word`check${namesOf(type.model).type}`,
          args: [],
        });
      case "withRequired": {
        const own = file.claimCheck(word`${name}Required`);
        const declared = declaredFields(type.type, models);
        const isSparse = (one: string) => {
          const fields = declared.filter((field) => field.name === one);
          return fields.length > 0 && fields.every((field) => field.nullable);
        };
        const list = (part: Word, names: readonly string[]) =>
          names.length === 0
            ? code`[]`
            : file.declareList(name, part, names.map(tsString));
        const asked = list(
          word`Required`,
          type.names.filter((one) => !isSparse(one)),
        );
        const sparse = list(word`Sparse`, type.names.filter(isSparse));
        file.declareCheck(
          own,
          call(word`has`, asked, ...(sparse === "[]" ? [] : [sparse])),
        );
        const { constraints, ...open } = type.type;
        return call(
          word`every`,
          listed([checker(open, name), own], name),
          ...(constraints?.closed === true ? [word`true`] : []),
        );
      }
      case "array":
        return call(
          word`array`,
          checker(type.items, word`${name}Item`),
          ...writeConstraints(type.constraints, name, file),
        );
      case "tuple":
        return call(
          word`tuple`,
          checkers(type.items, name),
          type.rest === null
            ? word`null`
            : checker(type.rest, word`${name}Rest`),
          ...writeConstraints(type.constraints, name, file),
        );
      case "map": {
        const { keys, values, constraints } = type;
        if (constraints !== undefined && keys === null) {
          const object = { fields: [], additional: values, constraints };
          return writeObjectCheck(object, name, null, scope);
        }
        const map = call(
          word`map`,
          checker(values, word`${name}Value`),
          ...(keys === null ? [] : [checker(keys, word`${name}Key`)]),
        );
        if (constraints === undefined) return map;
        const own = file.claimCheck(word`${name}Entries`);
        file.declareCheck(own, map);
        const additional: TypeExpr | null =
          constraints.closed === true ? null : { kind: "anyValue" };
        const counted = file.claimCheck(word`${name}Size`);
        file.declareCheck(
          counted,
          writeObjectCheck(
            { fields: [], additional, constraints },
            word`${name}Size`,
            null,
            scope,
          ),
        );
        return call(word`every`, listed([own, counted], name));
      }
      case "unknownObject":
      case "emptyObject": {
        const { constraints } = type;
        if (constraints === undefined) return call(word`record`);
        const isOpen =
          type.kind === "unknownObject" && constraints.closed !== true;
        const additional: TypeExpr | null = isOpen
          ? { kind: "anyValue" }
          : null;
        const object = { fields: [], additional, constraints };
        return writeObjectCheck(object, name, null, scope);
      }
      case "object":
        return writeInline(type, name);
      case "nullable": {
        const own = file.claimCheck(word`${name}OrNull`);
        file.declareCheck(own, write(type.type, name), true);
        return { name: own, args: [] };
      }
      case "union":
        return close(
          type,
          name,
          call(
            type.exclusive === true ? word`exactlyOne` : word`union`,
            writeBranches(type.members, name, scope),
          ),
        );
      case "intersection":
        return call(
          word`every`,
          checkers(type.members, name),
          ...(type.constraints?.closed === true ? [word`true`] : []),
        );
      case "expandable":
        return call(
          word`expandable`,
          checker(type.type, name),
          ...writeStringConstraints(type.constraints, name, file),
        );
      case "emptyable":
        return call(word`emptyable`, checker(type.type, name));
      case "list":
        return call(
          type.search ? word`searchResult` : word`list`,
          checker(type.items, word`${name}Item`),
          ...writeStringConstraints(type.constraints, name, file),
        );
      default:
        return assertNever(type);
    }
  };

  /** What is seen only once all of the type is checked: no properties but those it lists. */
  const close = (
    { constraints }: ReferenceType | UnionType,
    name: Word,
    inner: Call,
  ): Call => {
    if (constraints?.closed !== true) return inner;
    if (inner.args.length === 0) {
      return call(word`every`, listed([inner.name], name), word`true`);
    }
    const own = file.claimCheck(word`${name}Open`);
    file.declareCheck(own, inner);
    return call(word`every`, listed([own], name), word`true`);
  };

  /** The same object, met again, is checked by the same function. */
  const writeInline = (type: InlineObjectType, name: Word): Call => {
    const known = objects.get(type);
    if (known !== undefined) return { name: known, args: [] };
    const declared = nestedNames.get(type);
    const own = file.claimCheck(declared ?? name);
    objects.set(type, own);
    const inner = writeObjectCheck(
      type,
      declared ?? name,
      declared ?? null,
      scope,
    );
    file.declareCheck(own, inner);
    return { name: own, args: [] };
  };

  const scope: CheckScope = { ...context, file, write, checker };

  if (model.kind === "object") {
    const whole = writeObjectCheck(model, owner, owner, scope);
    file.declareWhole(word`check${owner}`, whole);
  } else {
    const orNull = model.type.kind === "nullable";
    const type = model.type.kind === "nullable" ? model.type.type : model.type;
    file.declareWhole(word`check${owner}`, write(type, owner), orNull);
  }
  return file;
}
