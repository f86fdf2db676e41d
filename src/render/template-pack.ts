// A template pack as plain data, as read and before compilation.

import type { Syntax } from "../languages/syntax.js";
import type { PackOutput } from "./pack-file.js";
import type { PackOption } from "./pack-option.js";
import type { TemplateText } from "./template-text.js";

/** A complete pack; an extended pack includes the files of its base. */
export interface TemplatePack {
  readonly name: string;
  /** The target whose views the templates expect. */
  readonly target: string;
  readonly viewVersion: number;
  /** `model` → the text of `model.hbs`. */
  readonly templates: ReadonlyMap<string, TemplateText>;
  /**
   * `forms` → the text of `runtime/forms.ts`, `base.py` → that of `runtime/base.py`: code
   * that is the same for every document.
   */
  readonly runtime: ReadonlyMap<string, TemplateText>;
  /** First line of each file of `runtime`; empty for none. */
  readonly header: string;
  /** `doc` → the text of `partials/doc.hbs`. */
  readonly partials: ReadonlyMap<string, TemplateText>;
  /** Null for that of the target. */
  readonly syntax: Syntax | null;
  readonly files: readonly PackOutput[];
  /** Templates of the target whose files are left out. */
  readonly without: readonly string[];
  readonly options: ReadonlyMap<string, PackOption>;
  /** Values for options of the target, unless the user gives others. */
  readonly set: Readonly<Record<string, unknown>>;
}
