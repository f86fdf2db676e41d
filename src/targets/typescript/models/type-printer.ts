// The types of one model → TypeScript's syntax. Collects on the way what the
// file must import, and the enums and objects that get a declaration of their own.

import { assertNever } from "../../../ir/assert-never.js";
import type {
  EnumType,
  InlineObjectType,
  LiteralType,
  MapType,
  NumberType,
  StringType,
  TypeExpr,
} from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  joinCode,
  ownWord,
  type Word,
  withoutEnd,
  withoutStart,
  word,
} from "../../../languages/printable.js";
import {
  flatType,
  type TsType,
} from "../../../languages/typescript/ts-type.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import { isInJson } from "../formats.js";
import { isBigint, literalTexts } from "../literal-texts.js";
import type { LowerContext, NameOwner } from "../lower-context.js";
import type { TypePlace } from "../type-place.js";
import type { SharedTypeName } from "./typescript-shared-types.js";

/** A type that is declared beside the model because of where it stands in it. */
export type Nested =
  | {
      readonly kind: "enum";
      readonly name: Word;
      readonly type: EnumType;
    }
  | {
      readonly kind: "object";
      readonly name: Word;
      readonly type: InlineObjectType;
    };

export interface TypePrinter {
  /** `name` is what an enum or object would be called if it is declared here. */
  print(type: TypeExpr, name: Word): TsType;
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  readonly shared: ReadonlySet<SharedTypeName>;
  /** Grows while their own fields are printed. */
  readonly nested: readonly Nested[];
}

/**
 * `owner` is what the types are of; `leadsBack` says whether a type comes back to the alias that is being declared,
 * by way of aliases alone.
 */
export function createTypePrinter(
  context: LowerContext,
  place: TypePlace,
  owner: NameOwner,
  leadsBack: (type: TypeExpr) => boolean = () => false,
): TypePrinter {
  const { namesOf, claim, isOpenEnum, options } = context;
  const models = new Set<string>();
  const shared = new Set<SharedTypeName>();
  const nested: Nested[] = [];

  const share = (name: SharedTypeName): TsType => {
    shared.add(name);
    return namedType(ownWord(name));
  };

  /** The name of an enum stands for what the document lists, and nothing more. */
  const orUnrecognized = (type: TsType, open: boolean): TsType =>
    open ? union([type, share("Unrecognized")]) : type;

  /** The type that the user chose for a format. */
  const chosen = ({ kind, format }: NumberType | StringType): TsType | null => {
    const type = format === null ? undefined : options.formats.get(format);
    if (type === undefined || format === null) return null;
    context.usedFormats.add(format);
    if (place === "model" && !isInJson(type, kind)) {
      context.formatsBesideJson.add(format);
    }
    return type === "Uuid" ? share(type) : namedType(ownWord(type));
  };

  const print = (type: TypeExpr, name: Word): TsType => {
    if (type.kind === "string" || type.kind === "number") {
      const own = chosen(type);
      if (own !== null) return own;
    }
    switch (type.kind) {
      case "string":
        if (type.format === "decimal") return share("Decimal");
        if (type.format === "binary" && place !== "model") {
          return share("Binary");
        }
        return type.format === "int64"
          ? share("Int64String")
          : namedType(ownWord("string"));
      case "number":
        if (type.format === "unix-time") return share("Timestamp");
        return type.format === "int64"
          ? share("Int64")
          : namedType(ownWord("number"));
      case "boolean":
        return namedType(ownWord("boolean"));
      case "null":
        return namedType(ownWord("null"));
      case "anyValue":
        return namedType(ownWord("unknown"));
      case "noValue":
        return namedType(ownWord("never"));
      case "literal":
        noteBigint(type, place, context);
        return namedType(
          joinCode(literalTexts(type, options.formats), code` | `),
        );
      case "enum": {
        noteBigint(type, place, context);
        const own = claim(name, owner);
        nested.push({ kind: "enum", name: own, type });
        return orUnrecognized(namedType(own), type.open);
      }
      case "object": {
        const own = claim(name, { ...owner, pointer: type.pointer });
        nested.push({ kind: "object", name: own, type });
        return namedType(own);
      }
      case "reference":
        models.add(type.model);
        return orUnrecognized(
          namedType(namesOf(type.model).type),
          isOpenEnum(type.model, place),
        );
      case "withRequired": {
        const model = print(type.type, name);
        const names = type.names.map((one) => namedType(tsString(one)));
        const [first = namedType(ownWord("never"))] = names;
        const keys = names.length === 1 ? first : union(names);
        const picked: TsType = {
          kind: "generic",
          name: ownWord("Pick"),
          args: [model, keys],
        };
        return intersection([model, generic(ownWord("Required"), picked)]);
      }
      case "array":
        return { kind: "array", items: print(type.items, name) };
      case "tuple":
        return { kind: "tuple", items: printItems(type, name) };
      case "map":
        if (type.alias === "Metadata") return share("Metadata");
        return leadsBack(type.values)
          ? declareMap(type, name)
          : record(
              type.keys === null
                ? null
                : print(type.keys, word`${withoutEnd(name, "Value")}Key`),
              print(type.values, name),
            );
      case "unknownObject":
        return record(null, namedType(ownWord("unknown")));
      case "emptyObject":
        return share("EmptyObject");
      case "nullable":
        return union([print(type.type, name), namedType(ownWord("null"))]);
      case "union":
        return union(printParts(type.members, name, "Option"));
      case "intersection":
        return intersection(printParts(type.members, name, "Part"));
      case "expandable":
        shared.add("Expandable");
        return generic(ownWord("Expandable"), print(type.type, name));
      case "emptyable":
        shared.add("Emptyable");
        return generic(ownWord("Emptyable"), print(type.type, name));
      case "list": {
        const envelope = type.search ? "SearchResult" : "List";
        shared.add(envelope);
        return generic(ownWord(envelope), print(type.items, name));
      }
      default:
        return assertNever(type);
    }
  };

  /**
   * An alias may refer to itself only by way of an interface or an array: in
   * `type Tree = Record<string, Tree>` the compiler sees a circle.
   * @see https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-7.html#more-recursive-type-aliases
   */
  const declareMap = (type: MapType, name: Word): TsType => {
    const own = claim(name, owner);
    const fields = { fields: [], additional: type.values };
    const unplaced = { pointer: "", description: null, title: null };
    nested.push({
      kind: "object",
      name: own,
      type: { kind: "object", ...fields, ...unplaced },
    });
    return namedType(own);
  };

  const printItems = (
    type: TypeExpr & { kind: "tuple" },
    name: Word,
  ): TsType[] => {
    const items = printParts(type.items, name, "Item");
    if (type.rest === null) return items;
    const rest: TsType = { kind: "array", items: print(type.rest, name) };
    return [...items, { kind: "rest", type: rest }];
  };

  /** `PetOption1`, `PetOption2` where several parts need a name, else `Pet`. */
  const printParts = (
    parts: readonly TypeExpr[],
    name: Word,
    ending: "Item" | "Option" | "Part",
  ): TsType[] => {
    const unnamed = parts.filter(needsName).length;
    return parts.map((part, index) =>
      print(part, unnamed > 1 ? word`${name}${ending}${index + 1}` : name),
    );
  };

  return { print, models, shared, nested };
}

/** Notes the format of a literal or an enum that is typed as `bigint`, which JSON has not. */
export function noteBigint(
  type: EnumType | LiteralType,
  place: TypePlace,
  { options, usedFormats, formatsBesideJson }: LowerContext,
): void {
  if (type.format === undefined || !isBigint(type, options.formats)) return;
  usedFormats.add(type.format);
  if (place === "model") formatsBesideJson.add(type.format);
}

/** The name of what a property declares: `IdentityVerificationSession` + `status`. */
export function nestedName(parent: Word, property: string): Word {
  const name = tsTypeName(property);
  return word`${parent}${/^_\d/.test(name) ? withoutStart(name, 1) : name}`;
}

function needsName(type: TypeExpr): boolean {
  switch (type.kind) {
    case "enum":
    case "object":
      return true;
    case "array":
    case "list":
      return needsName(type.items);
    case "map":
      return needsName(type.values);
    case "nullable":
    case "emptyable":
    case "expandable":
      return needsName(type.type);
    case "union":
    case "intersection":
      return type.members.some(needsName);
    default:
      return false;
  }
}

function namedType(text: Code): TsType {
  return { kind: "name", text };
}

function generic(name: Word, arg: TsType): TsType {
  return { kind: "generic", name, args: [arg] };
}

/** Where the keys are listed, an object need not have them all. */
function record(keys: TsType | null, values: TsType): TsType {
  const args = [keys ?? namedType(ownWord("string")), values];
  const type: TsType = { kind: "generic", name: ownWord("Record"), args };
  return keys === null ? type : generic(ownWord("Partial"), type);
}

function intersection(members: readonly TsType[]): TsType {
  const flat = members.flatMap((member) =>
    member.kind === "intersection" ? member.members : [member],
  );
  return { kind: "intersection", members: flat };
}

/** No union in a union, and nothing twice: `(A | B) | B | null → A | B | null`. */
export function union(members: readonly TsType[]): TsType {
  const flat = members.flatMap((member) =>
    member.kind === "union" ? member.members : [member],
  );
  const distinct = new Map(flat.map((member) => [flatType(member), member]));
  const [first] = distinct.values();
  return distinct.size === 1 && first !== undefined
    ? first
    : { kind: "union", members: [...distinct.values()] };
}
