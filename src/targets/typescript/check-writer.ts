// The types of one model → calls of what `validation.ts` offers. Collects on the way
// what the file declares beside them and what it must import.

import { assertNever } from "../../model/assert-never.js";
import { sortedByBytes } from "../../model/byte-order.js";
import { marksOf } from "../../model/literal-fields.js";
import type { Model } from "../../model/model.js";
import type {
  Field,
  InlineObjectType,
  LiteralValue,
  ObjectBounds,
  StringBounds,
  TypeExpr,
} from "../../model/type-expr.js";
import { printWidth } from "./layout.js";
import {
  layoutCall,
  layoutItems,
  layoutList,
  layoutRecord,
  layoutStatement,
} from "./layout-code.js";
import type { LowerContext } from "./lower-context.js";
import { propertyKey, stringLiteral, valueLiteral } from "./text-literal.js";
import { textWidth } from "./text-width.js";
import { nestedName } from "./type-printer.js";
import type { CheckView, ConstantView, PropertiesView } from "./view.js";

/** A function that checks, and what it takes behind the four arguments of every check. */
interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

export interface CheckWriter {
  /** Declares the check of a whole model under a name. */
  declare(name: string, type: TypeExpr): void;
  /** Declares the check of an object that has a type of that name. */
  declareObject(name: string, object: CheckedObject): void;
  readonly checks: readonly CheckView[];
  readonly constants: readonly ConstantView[];
  readonly properties: readonly PropertiesView[];
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  /** The names of types of the model's own file. */
  readonly types: ReadonlySet<string>;
  /** What is used of `validation.ts`. */
  readonly shared: ReadonlySet<string>;
}

export interface CheckedObject {
  readonly fields: readonly Field[];
  readonly additional: TypeExpr | null;
  readonly bounds?: ObjectBounds;
}

export interface CheckedModel {
  /** The type of the model. */
  readonly owner: string;
  /** The names of types that the model declares beside its own. */
  readonly nestedNames: ReadonlyMap<TypeExpr, string>;
  /** What a type of the model's file is called here. */
  readonly typeAs: (type: string) => string;
}

/** `checkNames` are those of the checks of all models, which none of its own takes. */
export function createCheckWriter(
  { namesOf, options }: LowerContext,
  { owner, nestedNames, typeAs }: CheckedModel,
  models: ReadonlyMap<string, Model>,
  checkNames: ReadonlySet<string>,
): CheckWriter {
  const checks: CheckView[] = [];
  const constants: ConstantView[] = [];
  const properties: PropertiesView[] = [];
  const used = new Set<string>();
  const types = new Set<string>();
  const shared = new Set<string>();
  const taken = new Set<string>();
  const objects = new Map<TypeExpr, string>();

  const share = (name: string): string => {
    shared.add(name);
    return name;
  };

  const claim = (wanted: string): string => {
    const isTaken = (name: string) => taken.has(name) || checkNames.has(name);
    let name = wanted;
    for (let number = 2; isTaken(name); number++) name = wanted + number;
    taken.add(name);
    return name;
  };

  /** What is not seen outside of the file needs no more of a name: `ChargeStatus → status`. */
  const local = (name: string): string => {
    const own = name.startsWith(owner) ? name.slice(owner.length) : name;
    const first = `${own.slice(0, 1).toLowerCase()}${own.slice(1)}` || "own";
    return /^\d/.test(first) ? `_${first}` : first;
  };

  const constant = (
    wanted: string,
    layout: (start: string) => string,
    type = "",
  ) => {
    const name = claim(wanted);
    constants.push({ text: layout(`const ${name}${type && `: ${type}`}`) });
    return name;
  };

  const stringArgs = (bounds: StringBounds | undefined, name: string) => {
    if (bounds === undefined) return [];
    const { maxLength, minLength, pattern } = bounds;
    const args = [
      maxLength === undefined ? "Infinity" : String(maxLength),
      String(minLength ?? 0),
      pattern === undefined
        ? ""
        : constant(`${local(name)}Pattern`, (start) =>
            layoutCall(
              `${start} = new RegExp`,
              [stringLiteral(pattern), '"u"'],
              0,
            ),
          ),
    ];
    if (pattern !== undefined) return args;
    return minLength === undefined ? args.slice(0, 1) : args.slice(0, 2);
  };

  /** Bounds that are passed as they are. */
  const boundsArgs = (bounds: object | undefined, name: string): string[] =>
    bounds === undefined
      ? []
      : [
          constant(`${local(name)}Bounds`, (start) =>
            layoutRecord(
              start,
              Object.entries(bounds).map(([key, value]) => `${key}: ${value}`),
            ),
          ),
        ];

  const values = (listed: readonly LiteralValue[], name: string): string =>
    constant(`${local(name)}Values`, (start) =>
      layoutList(start, listed.map(valueLiteral)),
    );

  /** A function of its own where the check takes more than the four arguments. */
  const checker = (type: TypeExpr, name: string): string => {
    const call = write(type, name);
    if (call.args.length === 0) return call.name;
    const own = claim(`check${name}`);
    checks.push(viewOf(own, call));
    return own;
  };

  const branches = (members: readonly TypeExpr[], name: string): string => {
    const marks = marksOf(members, models);
    const order = members.map((_member, index) => index);
    const size = (index: number) => marks[index]?.size ?? 0;
    order.sort((a, b) => size(b) - size(a));
    const items = order.map((index) => {
      const member = members[index];
      const own = [...(marks[index] ?? [])];
      const check =
        member === undefined
          ? ""
          : checker(member, `${name}Option${index + 1}`);
      const entries = own.map(
        ([key, value]) => `${propertyKey(key)}: ${valueLiteral(value)}`,
      );
      return own.length === 0 ? [check] : [check, `{ ${entries.join(", ")} }`];
    });
    share("Branch");
    const broken = items.length > 1 && items.every((item) => item.length > 1);
    return constant(
      `${local(name)}Branches`,
      (start) => layoutList(start, items.map(layoutItems), broken),
      "readonly Branch[]",
    );
  };

  const checkers = (members: readonly TypeExpr[], name: string): string => {
    const items = members.map((one, index) =>
      checker(one, `${name}Part${index + 1}`),
    );
    share("Checker");
    return constant(
      `${local(name)}Checks`,
      (start) => layoutList(start, items),
      "readonly Checker[]",
    );
  };

  /** `name` is what is made of where the type stands. */
  const write = (type: TypeExpr, name: string): Call => {
    switch (type.kind) {
      case "string":
        return { name: share("string"), args: stringArgs(type.bounds, name) };
      case "number":
        return {
          name: share(type.integer ? "integer" : "number"),
          args: boundsArgs(type.bounds, name),
        };
      case "boolean":
        return { name: share("boolean"), args: [] };
      case "null":
        return { name: share("onlyNull"), args: [] };
      case "anyValue":
        return { name: share("anything"), args: [] };
      case "noValue":
        return { name: share("nothing"), args: [] };
      case "literal":
        return { name: share("literal"), args: [valueLiteral(type.value)] };
      case "enum":
        return { name: share("oneOf"), args: [values(type.values, name)] };
      case "reference": {
        used.add(type.model);
        return { name: `check${namesOf(type.model).type}`, args: [] };
      }
      case "requiring": {
        const own = claim(`check${name}Required`);
        const names = type.names.map(stringLiteral);
        const listed = constant(`${local(name)}Required`, (start) =>
          layoutList(start, names),
        );
        checks.push(viewOf(own, { name: share("has"), args: [listed] }));
        const base = checker(type.type, name);
        share("Checker");
        const both = constant(
          `${local(name)}Checks`,
          (start) => layoutList(start, [base, own]),
          "readonly Checker[]",
        );
        return { name: share("every"), args: [both] };
      }
      case "array":
        return {
          name: share("array"),
          args: [
            checker(type.items, `${name}Item`),
            ...boundsArgs(type.bounds, name),
          ],
        };
      case "tuple": {
        const { rest } = type;
        return {
          name: share("tuple"),
          args: [
            checkers(type.items, name),
            rest === null ? "null" : checker(rest, `${name}Rest`),
            ...boundsArgs(type.bounds, name),
          ],
        };
      }
      case "map":
        if (type.bounds !== undefined && type.keys === null) {
          const { values: additional, bounds } = type;
          return writeObject({ fields: [], additional, bounds }, name, null);
        }
        return {
          name: share("map"),
          args: [
            checker(type.values, `${name}Value`),
            ...(type.keys === null ? [] : [checker(type.keys, `${name}Key`)]),
          ],
        };
      case "opaqueObject":
      case "emptyObject":
        return type.bounds === undefined
          ? { name: share("record"), args: [] }
          : writeObject({ fields: [], additional: null, ...type }, name, null);
      case "object":
        return writeInline(type, name);
      case "nullable": {
        const own = claim(`check${name}OrNull`);
        checks.push(viewOf(own, write(type.type, name), { orNull: true }));
        return { name: own, args: [] };
      }
      case "union":
        return {
          name: share(type.exclusive === true ? "exactlyOne" : "union"),
          args: [branches(type.members, name)],
        };
      case "intersection":
        return {
          name: share("every"),
          args: [
            checkers(type.members, name),
            ...(type.bounds?.closed === true ? ["true"] : []),
          ],
        };
      case "expandable":
        return {
          name: share("expandable"),
          args: [
            checker(type.type, name),
            ...stringArgs(type.bounds, name).slice(0, 1),
          ],
        };
      case "emptyable":
        return { name: share("emptyable"), args: [checker(type.type, name)] };
      case "list":
        return {
          name: share(type.search ? "searchResult" : "list"),
          args: [
            checker(type.items, `${name}Item`),
            ...stringArgs(type.bounds, name),
          ],
        };
      default:
        return assertNever(type);
    }
  };

  /** The same object, met again, is checked by the same function. */
  const writeInline = (type: InlineObjectType, name: string): Call => {
    const declared = nestedNames.get(type);
    const known = objects.get(type);
    if (known !== undefined) return { name: known, args: [] };
    const own = claim(`check${declared ?? name}`);
    objects.set(type, own);
    const call = writeObject(type, declared ?? name, declared ?? null);
    checks.push(viewOf(own, call));
    return { name: own, args: [] };
  };

  /** `type` is what the object is declared as; null where it is not. */
  const writeObject = (
    { fields: listed, additional, bounds }: CheckedObject,
    name: string,
    type: string | null,
  ): Call => {
    const fields =
      options.order === "document"
        ? listed
        : sortedByBytes(listed, (field) => field.name);
    const base = local(name);
    if (fields.length === 0) {
      const more = objectBounds(base, name, additional, bounds);
      return {
        name: share("object"),
        args: [share("noProperties"), "[]", ...more],
      };
    }
    const functionName = claim(`${base}Properties`);
    const index = properties.length;
    if (type !== null) types.add(type);
    // Its place is kept: what is found within it comes behind it.
    const view = viewOfProperties(functionName, type && typeAs(type));
    properties.push(view);
    const lines = fields.map((field) => writeField(field, name));
    properties[index] = { ...view, lines };
    const names = constant(`${base}Names`, (start) =>
      layoutList(
        start,
        fields.map((field) => stringLiteral(field.name)),
      ),
    );
    const more = objectBounds(base, name, additional, bounds);
    return { name: share("object"), args: [functionName, names, ...more] };
  };

  const objectBounds = (
    base: string,
    name: string,
    additional: TypeExpr | null,
    bounds: ObjectBounds | undefined,
  ): readonly string[] => {
    const { closed, ...counts } = bounds ?? {};
    const others =
      additional !== null
        ? [`others: ${checker(additional, `${name}Value`)}`]
        : closed === true
          ? ["others: null"]
          : [];
    const entries = [
      ...others,
      ...Object.entries(counts).map(([key, value]) => `${key}: ${value}`),
    ];
    return entries.length === 0
      ? []
      : [constant(`${base}Bounds`, (start) => layoutRecord(start, entries))];
  };

  const writeField = (field: Field, parent: string): string => {
    const call = write(field.type, nestedName(parent, field.name));
    const key = stringLiteral(field.name);
    const read = readProperty(field.name);
    const args = ["c", key, read, presenceOf(field), ...call.args];
    // Most of what may be null, or absent, is: it is passed over without a call.
    const absent = `if (${read} === undefined)`;
    const isReadable =
      read.startsWith("v") && 4 + textWidth(absent) <= printWidth;
    if (isReadable && field.nullable) {
      return layoutStatement(`if (${read} !== null)`, call.name, args, 2);
    }
    if (isReadable && !field.required) {
      const rest = layoutStatement("else", call.name, args, 2);
      const count = layoutStatement(absent, "c.absent++", null, 2);
      return `${count}${count.endsWith("}") ? " " : "\n  "}${rest}`;
    }
    return layoutCall(call.name, args, 2);
  };

  const readProperty = (name: string): string => {
    if (name in Object.prototype) {
      return `${share("own")}(v, ${stringLiteral(name)})`;
    }
    const key = propertyKey(name);
    if (key === name) return `v.${name}`;
    // As an argument on a line of its own.
    return textWidth(`    v[${key}],`) > printWidth
      ? `v[\n      ${key}\n    ]`
      : `v[${key}]`;
  };

  const presenceOf = ({ required, nullable, present }: Field): string => {
    if (!required) return share(nullable ? "nullish" : "optional");
    if (nullable) return share("nullable");
    return share(present ? "required" : "omissible");
  };

  const viewOf = (
    name: string,
    call: Call,
    { exported = false, orNull = false } = {},
  ): CheckView => {
    const presence = orNull ? `presence | ${share("orNull")}` : "presence";
    const args = ["c", "key", "value", presence, ...call.args];
    return { name, exported, call: layoutCall(call.name, args, 2) };
  };

  /** The check of the whole comes before those of its parts. */
  const declareFirst = (name: string, orNull: boolean, write: () => Call) => {
    const own = `check${name}`;
    const index = checks.length;
    checks.splice(index, 0, viewOf(own, write(), { exported: true, orNull }));
  };

  return {
    declare(name, type) {
      const inner = type.kind === "nullable" ? type.type : type;
      declareFirst(name, inner !== type, () => write(inner, name));
    },
    declareObject(name, object) {
      declareFirst(name, false, () => writeObject(object, name, name));
    },
    checks,
    constants,
    properties,
    models: used,
    types,
    shared,
  };
}

function viewOfProperties(name: string, type: string | null): PropertiesView {
  const read = type === null ? "object" : `Loose<${type}>`;
  const line = `function ${name}(c: Check, v: ${read}): void {`;
  return { name, type: read, broken: textWidth(line) > printWidth, lines: [] };
}
