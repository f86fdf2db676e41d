// A document that is parsed, and not yet known to be one of OpenAPI: what the steps
// between its text and its meaning (overlays, other files, upgrading) hand on.

export interface SpecTree {
  /** As messages name it: the source as the user wrote it. */
  readonly file: string;
  /** An absolute path or a URL: what relative references start from. */
  readonly location: string;
  readonly root: unknown;
  /** What `info.version` must be, where a pin says so. */
  readonly apiVersion: string | null;
}
