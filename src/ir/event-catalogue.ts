// The events that a publisher's document lists. Separate from models: only
// targets that generate event types read it.

/**
 * The events of one publisher. All of them are sent in one envelope; the type
 * of the envelope's contents depends on the event's type.
 */
export interface EventCatalogue {
  /** The prefix of generated names: the publisher's name and `Event`. */
  readonly label: string;
  /** The name of the envelope's model: `event`. */
  readonly envelope: string;
  /** In byte order of their names, without duplicates. */
  readonly types: readonly EventType[];
}

/** One type of event and the model of the object that it carries. */
export interface EventType {
  /** As sent on the wire: `charge.succeeded`. */
  readonly name: string;
  /**
   * The name of the object's model; null if the document does not describe the
   * object.
   */
  readonly model: string | null;
}
