// What one kind of artifact adds to an output.

import type { EnumType } from "../../ir/type-expr.js";
import type { Word } from "../../languages/printable.js";
import type { ImportView } from "../../languages/typescript/layout-import.js";
import type { FileView } from "../target.js";
import type { LoweredFile } from "./models/lower-model.js";

export interface FileGroup {
  readonly files: readonly FileView[];
  /** Its part of the index. */
  readonly exports: readonly ImportView[];
  readonly enums: readonly NamedEnum[];
}

/** An enum with a type of its own. */
export interface NamedEnum {
  readonly name: Word;
  readonly type: EnumType;
}

/** The enums that are declared beside a model or an operation. */
export function nestedEnums({ printer }: LoweredFile): NamedEnum[] {
  return printer.nested.flatMap((nested) =>
    nested.kind === "enum" ? [nested] : [],
  );
}
