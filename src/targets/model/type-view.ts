// The views of a type and of its properties, which contain each other: the type of the neutral model as data that a partial can print by
// calling itself with `items`, `members` and so on.

import type { Code, Word } from "../../languages/printable.js";
import type { ShapeOf } from "../target.js";
import {
  type FileNameView,
  fileNameShape,
  type NameView,
  nameShape,
} from "./name-view.js";
import { type TextView, textShape } from "./text-view.js";

/** The kinds of types that a template has to print. */
export const typeKinds = [
  ...(["any", "array", "boolean", "enum", "intersection", "literal"] as const),
  ...(["map", "never", "null", "number", "object", "reference"] as const),
  ...(["string", "tuple", "union", "unknownObject"] as const),
] as const;

export type TypeViewKind = (typeof typeKinds)[number];

/** One flag for each kind: `isArray`. */
type KindFlags = {
  readonly [Kind in TypeViewKind as `is${Capitalize<Kind>}`]: boolean;
};

/**
 * A type of the document. Besides these fields it has one flag for each kind, `isArray`
 * for `array`: any, array, boolean, enum, intersection, literal, map, never, null, number,
 * object, reference, string, tuple, union, unknownObject.
 */
export interface TypeView extends KindFlags {
  readonly kind: Word;
  /** True if the value may also be null. */
  readonly nullable: boolean;
  /** Of a reference, the model. Of an object, the name of `inner` that declares it. */
  readonly name: FileNameView | null;
  /** `date-time`, `int64`; of strings and numbers, null without one. */
  readonly format: TextView | null;
  /** Of numbers: true for integers. */
  readonly isInteger: boolean;
  /** Of strings: true for the content of a file. */
  readonly isBinary: boolean;
  /** Of strings: true for the format `date-time`; likewise below. */
  readonly isDateTime: boolean;
  readonly isDate: boolean;
  readonly isEmail: boolean;
  readonly isUuid: boolean;
  readonly isUri: boolean;
  /** True if it names a model, also in its items and members; not in properties of objects. */
  readonly hasReferences: boolean;
  /** The values of an enum, or the one of a literal. */
  readonly values: readonly LiteralView[];
  /** Of enums: true if other values may come. */
  readonly isOpen: boolean;
  /** Of enums and literals: true if a value is a number with a fraction. */
  readonly hasFractions: boolean;
  /** The type of an array's items, or of a map's values; null for other kinds. */
  readonly items: TypeView | null;
  /** The type of a map's keys; null for any string. */
  readonly keys: TypeView | null;
  /** Of unions and intersections; of tuples the types of the items in their order. */
  readonly members: readonly TypeView[];
  /** The type of further items of a tuple; null if there are none. */
  readonly rest: TypeView | null;
  /** The properties of an object. */
  readonly fields: readonly FieldView[];
  /** The type of an object's other properties; null if the document has none. */
  readonly additional: TypeView | null;
  /** Of references: properties that are required here, though not in the model. */
  readonly required: readonly NameView[];
  /** The generic that the type comes from; null if it comes from none. */
  readonly generic: GenericView | null;
  /** Null if there are none. */
  readonly constraints: ConstraintsView | null;
}

/** A named pattern of the publisher, such as an id that may be expanded. */
export interface GenericView {
  /** `Expandable`, `List` */
  readonly name: Word;
  readonly isExpandable: boolean;
  readonly isPage: boolean;
  readonly arguments: readonly TypeView[];
}

/** One value of an enum or a literal. */
export interface LiteralView {
  /** The value as JSON: `"paid"`, `1`, `true`. */
  readonly json: Code;
  /** The value as text: `paid`. */
  readonly text: TextView;
  /** A name for it, different from those of the enum's other values. */
  readonly name: NameView;
  readonly description: TextView | null;
  readonly isString: boolean;
  readonly isNumber: boolean;
  readonly isTrue: boolean;
  readonly isFalse: boolean;
}

/** The limits of a value as JSON Schema names them; null for each that is not set. */
export interface ConstraintsView {
  readonly minLength: Word | null;
  readonly maxLength: Word | null;
  readonly pattern: TextView | null;
  readonly minimum: Word | null;
  readonly maximum: Word | null;
  readonly exclusiveMinimum: Word | null;
  readonly exclusiveMaximum: Word | null;
  readonly multipleOf: Word | null;
  readonly minItems: Word | null;
  readonly maxItems: Word | null;
  readonly uniqueItems: boolean;
  readonly minProperties: Word | null;
  readonly maxProperties: Word | null;
  /** True if only listed properties are allowed. */
  readonly closed: boolean;
}

/** A property of an object, or a parameter of an operation. */
export interface FieldView {
  /** Different from the names of the object's other properties. */
  readonly name: NameView;
  readonly type: TypeView;
  readonly description: TextView | null;
  /** True if the document requires it. */
  readonly required: boolean;
  /** True if real objects always have it: it is required, or known to be there. */
  readonly present: boolean;
  readonly deprecated: boolean;
  /** True if only responses have it. */
  readonly readOnly: boolean;
  /** True if only requests have it. */
  readonly writeOnly: boolean;
  /** The default as JSON; null without one. */
  readonly default: DefaultView | null;
  /** Where the document declares it: `#/components/schemas/pet/properties/name`. */
  readonly pointer: TextView;
}

export interface DefaultView {
  readonly json: Code;
  readonly text: TextView;
}

const kindFlagShapes = Object.fromEntries(
  typeKinds.map((kind) => [flagOf(kind), "flag"]),
  // `fromEntries` loses the type of the keys, which are those of `typeKinds`
) as { readonly [Flag in keyof KindFlags]: "flag" };

/** `array` → `isArray` */
export function flagOf<Kind extends TypeViewKind>(
  kind: Kind,
): `is${Capitalize<Kind>}` {
  // the compiler does not follow the capital letter
  return `is${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as `is${Capitalize<Kind>}`;
}

const literalShape: ShapeOf<LiteralView> = {
  fields: {
    ...{ json: "code", text: textShape, name: nameShape },
    description: textShape,
    ...{
      isString: "flag",
      isNumber: "flag",
      isTrue: "flag",
      isFalse: "flag",
    },
  },
};

const constraintsShape: ShapeOf<ConstraintsView> = {
  fields: {
    ...{ minLength: "word", maxLength: "word", pattern: textShape },
    ...{ minimum: "word", maximum: "word", multipleOf: "word" },
    ...{ exclusiveMinimum: "word", exclusiveMaximum: "word" },
    ...{ minItems: "word", maxItems: "word", uniqueItems: "flag" },
    ...{ minProperties: "word", maxProperties: "word", closed: "flag" },
  },
};

const lazyField: ShapeOf<FieldView> = { ref: () => fieldShape };

const lazyType: ShapeOf<TypeView> = { ref: () => typeShape };

const genericShape: ShapeOf<GenericView> = {
  fields: {
    ...{ name: "word", isExpandable: "flag", isPage: "flag" },
    arguments: { list: lazyType },
  },
};

export const typeShape: ShapeOf<TypeView> = {
  fields: {
    ...{ kind: "word", nullable: "flag", name: fileNameShape },
    ...{ format: textShape, isInteger: "flag", isBinary: "flag" },
    ...{ isDateTime: "flag", isDate: "flag", isEmail: "flag" },
    ...{ isUuid: "flag", isUri: "flag", hasReferences: "flag" },
    ...{ values: { list: literalShape }, isOpen: "flag" },
    hasFractions: "flag",
    ...{ items: lazyType, keys: lazyType, members: { list: lazyType } },
    ...{ rest: lazyType, fields: { list: lazyField } },
    ...{ additional: lazyType, required: { list: nameShape } },
    ...{ generic: genericShape, constraints: constraintsShape },
    ...kindFlagShapes,
  },
};

export const fieldShape: ShapeOf<FieldView> = {
  fields: {
    ...{ name: nameShape, type: lazyType },
    ...{ description: textShape, required: "flag", present: "flag" },
    ...{ deprecated: "flag", readOnly: "flag", writeOnly: "flag" },
    default: { fields: { json: "code", text: textShape } },
    pointer: textShape,
  },
};
