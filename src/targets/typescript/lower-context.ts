// What every file of one output is lowered with.

import type { Report } from "../../diagnostics/diagnostic.js";
import type { LeadsBack } from "../../ir/query/endless-aliases.js";
import type { Word } from "../../languages/printable.js";
import type { ModelNames } from "./model-names.js";
import type { SharedTypes } from "./models/shared-types-in.js";
import type { TypePlace } from "./type-place.js";
import type { TypescriptOptions } from "./typescript-options.js";

/** What a name is claimed for, as a message tells it from another. */
export interface NameOwner {
  /** Where it stands: the thing itself, or the schema or operation around it. */
  readonly pointer: string;
  /** The schema to rename if the name is to be another; null for an operation. */
  readonly model: string | null;
}

export interface LowerContext {
  readonly options: TypescriptOptions;
  readonly report: Report;
  /** What `types.ts` declares. */
  readonly shared: SharedTypes;
  /** The names of all types so far; grows with `claim`. */
  readonly taken: Set<string>;
  /** Of a model that exists: references have been checked. */
  namesOf(model: string): ModelNames;
  /** The formats of the option that were met; grows. */
  readonly usedFormats: Set<string>;
  /** Those of them that models have and JSON has otherwise than they are typed; grows. */
  readonly formatsBesideJson: Set<string>;
  /** A free name near to the one that is wanted. */
  claim(wanted: Word, owner: NameOwner): Word;
  /** Whether it is an enum, and other values than it lists are used at a place. */
  isOpenEnum(model: string, place: TypePlace): boolean;
  readonly leadsBack: LeadsBack;
}
