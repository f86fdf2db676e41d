// Where a model comes from, as data, so that no code has to parse a model's
// name.

/**
 * Where a model comes from: a named schema, or one of four ways to derive a
 * model.
 */
export type ModelOrigin =
  | InlineOrigin
  | InputOrigin
  | SchemaOrigin
  | SharedOrigin
  | VariantsOrigin;

/** A named schema: `#/components/schemas/pet`. */
export interface SchemaOrigin {
  readonly kind: "schema";
  /** Its key in the document, which may contain any characters: `pet`. */
  readonly schema: string;
}

/**
 * The request form of another model: the same without its read-only
 * properties.
 */
export interface InputOrigin {
  readonly kind: "input";
  /** The name of the other model. */
  readonly of: string;
}

/** A nested schema that some `$ref` points to: `#/paths/~1pets/…/schema`. */
export interface InlineOrigin {
  readonly kind: "inline";
}

/** The union of all models that extend another one, which has a discriminator. */
export interface VariantsOrigin {
  readonly kind: "variants";
  /** The name of the other model. */
  readonly of: string;
}

/** An object or enum that occurs in several locations and is declared once. */
export interface SharedOrigin {
  readonly kind: "shared";
  /**
   * The `title` that all occurrences have in common, or a name derived from
   * the location of the first one.
   */
  readonly title: string;
}
