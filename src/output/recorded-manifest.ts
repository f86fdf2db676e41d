/** A manifest as read from disk: after a merge, a file may have several checksums. */
export interface RecordedManifest {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly kept: readonly string[];
}
