// Restrictions on values that a type cannot express, and the keywords of JSON Schema that
// state them. A new keyword is an entry here, where it is read
// (`parse/schema/read-constraints.ts`), and where a target checks it.

/**
 * Restrictions on values that a type cannot express, such as `maxLength`. The
 * parser reads them only if the target needs them; types are the same without.
 */
export type Constraints =
  | ArrayConstraints
  | NumberConstraints
  | ObjectConstraints
  | StringConstraints;

/** @see https://json-schema.org/draft/2020-12/json-schema-validation section 6.3 */
export interface StringConstraints {
  /** In code points, inclusive. */
  readonly minLength?: number;
  /** In code points, inclusive. */
  readonly maxLength?: number;
  /** A valid ECMA-262 regular expression with the flag `u`; matches anywhere in the string. */
  readonly pattern?: string;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation section 6.2 */
export interface NumberConstraints {
  /** Inclusive: `value >= minimum`. */
  readonly minimum?: number;
  /** Inclusive: `value <= maximum`. */
  readonly maximum?: number;
  /** `value > exclusiveMinimum`; the boolean form of OpenAPI 3.0 is read as this one. */
  readonly exclusiveMinimum?: number;
  /** `value < exclusiveMaximum` */
  readonly exclusiveMaximum?: number;
  /** Above 0; the value divided by it is an integer. */
  readonly multipleOf?: number;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation section 6.4 */
export interface ArrayConstraints {
  /** The smallest number of items, inclusive. */
  readonly minItems?: number;
  /** The largest number of items, inclusive. */
  readonly maxItems?: number;
  /** True if no two items may be equal as JSON values. */
  readonly uniqueItems?: boolean;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation section 6.5 */
export interface ObjectConstraints {
  /** True if only listed properties are allowed: `additionalProperties: false`. */
  readonly closed?: boolean;
  /**
   * The names of all allowed properties. Set if a closed object in an `allOf`
   * forbids properties that another part declares.
   */
  readonly only?: readonly string[];
  /** The smallest number of properties, inclusive. */
  readonly minProperties?: number;
  /** The largest number of properties, inclusive. */
  readonly maxProperties?: number;
}

/** `closed` and `only` follow from other keywords. */
export type ConstraintKeyword = Exclude<
  | keyof ArrayConstraints
  | keyof NumberConstraints
  | keyof ObjectConstraints
  | keyof StringConstraints,
  "closed" | "only"
>;

/**
 * Of two values of a keyword, as in an `allOf`, the one that satisfies both: the larger
 * or the smaller number, true if either is true, or the multiple of the other one. Of two
 * patterns the first is kept, since one cannot express both.
 */
export type Combination =
  | "either"
  | "first"
  | "larger"
  | "multiple"
  | "smaller";

/** Each keyword, and how two of its values combine. */
export const constraintKeywords: Readonly<
  Record<ConstraintKeyword, Combination>
> = {
  exclusiveMaximum: "smaller",
  exclusiveMinimum: "larger",
  maxItems: "smaller",
  maxLength: "smaller",
  maxProperties: "smaller",
  maximum: "smaller",
  minItems: "larger",
  minLength: "larger",
  minProperties: "larger",
  minimum: "larger",
  multipleOf: "multiple",
  pattern: "first",
  uniqueItems: "either",
};

/** The keywords whose values are numbers. */
export const numericKeywords: readonly string[] = Object.entries(
  constraintKeywords,
).flatMap(([keyword, combination]) =>
  combination === "first" || combination === "either" ? [] : [keyword],
);
