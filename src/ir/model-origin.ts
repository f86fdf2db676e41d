// Where a model comes from, as data: nothing is read out of a model's name.

/** What a model is made of. */
export type ModelOrigin =
  | InlineOrigin
  | InputOrigin
  | SchemaOrigin
  | SharedOrigin;

/** A named schema: `#/components/schemas/pet`. */
export interface SchemaOrigin {
  readonly kind: "schema";
  /** Its key in the document, with any characters: `pet`. */
  readonly schema: string;
}

/** The request form of another model, without the properties that are read-only. */
export interface InputOrigin {
  readonly kind: "input";
  /** The name of that model. */
  readonly of: string;
}

/** A schema at a deeper location that some `$ref` names: `#/paths/~1pets/…/schema`. */
export interface InlineOrigin {
  readonly kind: "inline";
}

/** An object, or an enum, that stands in several locations and is declared once. */
export interface SharedOrigin {
  readonly kind: "shared";
  /** The `title` that all of them have, or a name that is made of their properties. */
  readonly title: string;
}
