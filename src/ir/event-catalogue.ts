// The events that a publisher sends, where a document lists them.

/** All events come in one envelope, and its contents depend on the event's type. */
export interface EventCatalogue {
  /** What generated names begin with: the name of the publisher and `Event`. */
  readonly label: string;
  /** The model of the envelope. */
  readonly envelope: string;
  /** In byte order of their names, none twice. */
  readonly types: readonly EventType[];
}

export interface EventType {
  /** `charge.succeeded` */
  readonly name: string;
  /** The model that it carries; null where the document describes no such object. */
  readonly model: string | null;
}
