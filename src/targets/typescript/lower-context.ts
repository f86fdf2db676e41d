// The data that all files of one output share.

import type { Report } from "../../diagnostics/diagnostic.js";
import type { LeadsBack } from "../../ir/query/endless-aliases.js";
import type { Word } from "../../languages/printable.js";
import type { ModelNames } from "./model-names.js";
import type { SharedTypes } from "./models/shared-types-in.js";
import type { TypePlace } from "./type-place.js";
import type { TypescriptOptions } from "./typescript-options.js";

/** The type or operation that claims a name, for messages about collisions. */
export interface NameOwner {
  /** The location of the owner, or of the schema or operation around it. */
  readonly pointer: string;
  /** The schema that the user can rename to change the name; null for an operation. */
  readonly model: string | null;
}

export interface LowerContext {
  readonly options: TypescriptOptions;
  readonly report: Report;
  /** The types that `types.ts` declares. */
  readonly shared: SharedTypes;
  /** The names of all types so far; grows with `claim`. */
  readonly taken: Set<string>;
  /** Throws for an unknown model; the parser has checked all references. */
  namesOf(model: string): ModelNames;
  /** The keys of the option `formats` that the document uses; grows. */
  readonly usedFormats: Set<string>;
  /** Formats in models whose type is not the type of the JSON value, such as `Date`; grows. */
  readonly formatsBesideJson: Set<string>;
  /** Claims a name: `wanted`, or a numbered one, which is reported. */
  claim(wanted: Word, owner: NameOwner): Word;
  /** True if the model is an enum that accepts unlisted values at this place. */
  isOpenEnum(model: string, place: TypePlace): boolean;
  readonly leadsBack: LeadsBack;
}
