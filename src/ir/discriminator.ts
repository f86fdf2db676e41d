// Which models a property tells apart, and by which of its values.

export interface Discriminator {
  readonly property: string;
  /** The models that it tells apart; null for all that extend `parent`. */
  readonly branches: readonly string[] | null;
  /** The model that it stands in; null for a union anywhere else. */
  readonly parent: string | null;
  /** What the document lists; a model that is not listed is known by its name. */
  readonly mapping: readonly MappedValue[];
  /** The model of values that are not listed, and of none; null where there is none. */
  readonly fallback: string | null;
  readonly pointer: string;
}

export interface MappedValue {
  readonly value: string;
  readonly model: string;
}
