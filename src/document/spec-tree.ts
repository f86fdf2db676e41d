// A parsed document that may not be OpenAPI. The steps between text and meaning
// (overlays, bundling, upgrading) take and return it.

/** A parsed document with its origin. */
export interface SpecTree {
  /** The name for messages: the source as the user wrote it. */
  readonly file: string;
  /** An absolute path or a URL, against which relative references are resolved. */
  readonly location: string;
  readonly root: unknown;
  /** The `info.version` that a pin requires; null without one. */
  readonly apiVersion: string | null;
}
