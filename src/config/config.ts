// What a config file says, once it is known to be right.

import type { ReadLimits } from "../source/read-limits.js";

/** One folder of generated files. */
export interface OutputConfig {
  /** Where the document is: a path, a URL, `npm:NAME/FILE`, or a pin. */
  readonly spec: string;
  /** A built-in template pack, or a folder with one. */
  readonly template: string;
  /** The folder that is written to. */
  readonly out: string;
  /** By name; recognised from the document where null. */
  readonly dialect: string | null;
  /** Globs of schema names; empty for all. */
  readonly only: readonly string[];
  /** A file of what real objects omit, by API version; null for none. */
  readonly presence: string | null;
  /** A file of samples of real objects; null for none. */
  readonly fixtures: string | null;
  /** Schema → the name that its type and file are made of. */
  readonly names: Readonly<Record<string, string>>;
  /** Event → the schema of the object that it carries, where the dialect does not know. */
  readonly events: Readonly<Record<string, string>>;
  /** Files that correct the document, in the order in which they are applied. */
  readonly overlays: readonly string[];
  /** Whether files that the document refers to may be fetched from the network. */
  readonly remote: boolean;
  /** Whether what is fetched may lead to private addresses of other hosts. */
  readonly remotePrivate: boolean;
  /** The folder that referenced files have to be in; null for the usual one. */
  readonly root: string | null;
  /** What reading the document may cost. */
  readonly limits: ReadLimits;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Config {
  readonly file: string;
  /** The folder that the config's paths start from. */
  readonly folder: string;
  readonly outputs: readonly OutputConfig[];
}

export const defaultTemplate = "typescript";
