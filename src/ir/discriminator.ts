// A `discriminator` of a document, resolved to models: which property
// discriminates them, and which value of it means which model.

/**
 * A property whose value identifies a model: `petType` is `"cat"` for `Cat`.
 */
export interface Discriminator {
  /** The name of the property: `petType`. */
  readonly property: string;
  /**
   * The models that it discriminates; null means every model that extends
   * `parent`.
   */
  readonly branches: readonly string[] | null;
  /** The model that declares it; null for a union outside of a named schema. */
  readonly parent: string | null;
  /**
   * The mapping of the document. The value of a model without an entry is its
   * name.
   */
  readonly mapping: readonly MappedValue[];
  /**
   * The model for values without an entry, and for objects without the
   * property; null if the document names none.
   */
  readonly fallback: string | null;
  readonly pointer: string;
}

/**
 * One entry of a mapping: a value of the property, and the name of its model.
 */
export interface MappedValue {
  /** True if the model declares the value itself: `x-ms-discriminator-value`. */
  readonly isOwn?: true;
  readonly value: string;
  readonly model: string;
}
