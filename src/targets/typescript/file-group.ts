// The files of one kind of artifact, such as validators.

import type { EnumType } from "../../ir/type-expr.js";
import type { Word } from "../../languages/printable.js";
import type { ImportView } from "../../languages/typescript/import-view.js";
import type { FileView } from "../target.js";
import type { LoweredFile } from "./models/lower-model.js";

export interface FileGroup {
  readonly files: readonly FileView[];
  /** The exports that the index gets. */
  readonly exports: readonly ImportView[];
  readonly enums: readonly NamedEnum[];
}

/** An enum with a named type. */
export interface NamedEnum {
  readonly name: Word;
  readonly type: EnumType;
}

/** The enums among the nested types of a file. */
export function nestedEnums({ printer }: LoweredFile): NamedEnum[] {
  return printer.nested.flatMap((nested) =>
    nested.kind === "enum" ? [nested] : [],
  );
}
