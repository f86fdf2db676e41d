// A model → what checks its values: a call of what `validation.ts` offers for each
// kind of type, with the functions and constants that the calls are given.

import { assertNever } from "../../model/assert-never.js";
import { declaredFields } from "../../model/declared-fields.js";
import type { Model } from "../../model/model.js";
import type {
  InlineObjectType,
  ReferenceType,
  TypeExpr,
  UnionType,
} from "../../model/type-expr.js";
import {
  type Call,
  type CheckFile,
  createCheckFile,
  type WrittenChecks,
} from "./check-file.js";
import type { LowerContext } from "./lower-context.js";
import { stringLiteral, valueLiteral } from "./text-literal.js";
import { writeBounds, writeStringBounds } from "./write-bounds.js";
import { writeBranches } from "./write-branches.js";
import { writeObjectCheck } from "./write-object-check.js";

export interface CheckContext
  extends Pick<LowerContext, "namesOf" | "options"> {
  readonly models: ReadonlyMap<string, Model>;
  /** The names of the checks of all models. */
  readonly checkNames: ReadonlySet<string>;
  /** The names of types that the model declares beside its own. */
  readonly nestedNames: ReadonlyMap<TypeExpr, string>;
  /** What a type of the model's file is called here. */
  readonly typeAs: (type: string) => string;
}

/** What the writers of parts are given, which cannot import the one that calls them. */
export interface CheckScope extends CheckContext {
  readonly file: CheckFile;
  /** `name` is made of where the type stands. */
  readonly write: (type: TypeExpr, name: string) => Call;
  /** A function of its own where the check takes more than the four arguments. */
  readonly checker: (type: TypeExpr, name: string) => string;
}

export function writeChecks(
  model: Model,
  context: CheckContext,
): WrittenChecks {
  const { namesOf, checkNames, nestedNames, models } = context;
  const { type: owner } = namesOf(model.name);
  const file = createCheckFile(owner, checkNames);
  const objects = new Map<TypeExpr, string>();

  const call = (name: string, ...args: readonly string[]): Call => ({
    name: file.share(name),
    args,
  });

  const checker = (type: TypeExpr, name: string): string => {
    const inner = write(type, name);
    if (inner.args.length === 0) return inner.name;
    const own = file.claimCheck(name);
    file.declareCheck(own, inner);
    return own;
  };

  const listed = (checkers: readonly string[], name: string): string => {
    file.share("Checker");
    return file.declareList(name, "Checks", checkers, "readonly Checker[]");
  };

  const checkers = (members: readonly TypeExpr[], name: string): string =>
    listed(
      members.map((one, index) => checker(one, `${name}Part${index + 1}`)),
      name,
    );

  const write = (type: TypeExpr, name: string): Call => {
    switch (type.kind) {
      case "string":
        return call("string", ...writeStringBounds(type.bounds, name, file));
      case "number":
        return call(
          type.integer ? "integer" : "number",
          ...writeBounds(type.bounds, name, file),
        );
      case "boolean":
        return call("boolean");
      case "null":
        return call("onlyNull");
      case "anyValue":
        return call("anything");
      case "noValue":
        return call("nothing");
      case "literal":
        return call("literal", valueLiteral(type.value));
      case "enum": {
        const values = type.values.map(valueLiteral);
        return call("oneOf", file.declareList(name, "Values", values));
      }
      case "reference":
        file.useModel(type.model);
        return close(type, name, {
          name: `check${namesOf(type.model).type}`,
          args: [],
        });
      case "requiring": {
        const own = file.claimCheck(`${name}Required`);
        const declared = declaredFields(type.type, models);
        const isSparse = (one: string) => {
          const fields = declared.filter((field) => field.name === one);
          return fields.length > 0 && fields.every((field) => field.nullable);
        };
        const list = (part: string, names: readonly string[]) =>
          names.length === 0
            ? "[]"
            : file.declareList(name, part, names.map(stringLiteral));
        const asked = list(
          "Required",
          type.names.filter((one) => !isSparse(one)),
        );
        const sparse = list("Sparse", type.names.filter(isSparse));
        file.declareCheck(
          own,
          call("has", asked, ...(sparse === "[]" ? [] : [sparse])),
        );
        const { bounds, ...open } = type.type;
        return call(
          "every",
          listed([checker(open, name), own], name),
          ...(bounds?.closed === true ? ["true"] : []),
        );
      }
      case "array":
        return call(
          "array",
          checker(type.items, `${name}Item`),
          ...writeBounds(type.bounds, name, file),
        );
      case "tuple":
        return call(
          "tuple",
          checkers(type.items, name),
          type.rest === null ? "null" : checker(type.rest, `${name}Rest`),
          ...writeBounds(type.bounds, name, file),
        );
      case "map": {
        const { keys, values, bounds } = type;
        if (bounds !== undefined && keys === null) {
          const object = { fields: [], additional: values, bounds };
          return writeObjectCheck(object, name, null, scope);
        }
        const map = call(
          "map",
          checker(values, `${name}Value`),
          ...(keys === null ? [] : [checker(keys, `${name}Key`)]),
        );
        if (bounds === undefined) return map;
        const own = file.claimCheck(`${name}Entries`);
        file.declareCheck(own, map);
        const additional: TypeExpr | null =
          bounds.closed === true ? null : { kind: "anyValue" };
        const counted = file.claimCheck(`${name}Size`);
        file.declareCheck(
          counted,
          writeObjectCheck(
            { fields: [], additional, bounds },
            `${name}Size`,
            null,
            scope,
          ),
        );
        return call("every", listed([own, counted], name));
      }
      case "opaqueObject":
      case "emptyObject": {
        const { bounds } = type;
        if (bounds === undefined) return call("record");
        const isOpen = type.kind === "opaqueObject" && bounds.closed !== true;
        const additional: TypeExpr | null = isOpen
          ? { kind: "anyValue" }
          : null;
        const object = { fields: [], additional, bounds };
        return writeObjectCheck(object, name, null, scope);
      }
      case "object":
        return writeInline(type, name);
      case "nullable": {
        const own = file.claimCheck(`${name}OrNull`);
        file.declareCheck(own, write(type.type, name), true);
        return { name: own, args: [] };
      }
      case "union":
        return close(
          type,
          name,
          call(
            type.exclusive === true ? "exactlyOne" : "union",
            writeBranches(type.members, name, scope),
          ),
        );
      case "intersection":
        return call(
          "every",
          checkers(type.members, name),
          ...(type.bounds?.closed === true ? ["true"] : []),
        );
      case "expandable":
        return call(
          "expandable",
          checker(type.type, name),
          ...writeStringBounds(type.bounds, name, file),
        );
      case "emptyable":
        return call("emptyable", checker(type.type, name));
      case "list":
        return call(
          type.search ? "searchResult" : "list",
          checker(type.items, `${name}Item`),
          ...writeStringBounds(type.bounds, name, file),
        );
      default:
        return assertNever(type);
    }
  };

  /** What is seen only once all of the type is checked: no properties but those it lists. */
  const close = (
    { bounds }: ReferenceType | UnionType,
    name: string,
    inner: Call,
  ): Call => {
    if (bounds?.closed !== true) return inner;
    if (inner.args.length === 0) {
      return call("every", listed([inner.name], name), "true");
    }
    const own = file.claimCheck(`${name}Open`);
    file.declareCheck(own, inner);
    return call("every", listed([own], name), "true");
  };

  /** The same object, met again, is checked by the same function. */
  const writeInline = (type: InlineObjectType, name: string): Call => {
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
    file.declareWhole(`check${owner}`, whole);
  } else {
    const orNull = model.type.kind === "nullable";
    const type = model.type.kind === "nullable" ? model.type.type : model.type;
    file.declareWhole(`check${owner}`, write(type, owner), orNull);
  }
  return file;
}
