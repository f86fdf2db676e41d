// A template pack as plain data, as read and before compilation.

/** The text of one file. */
export interface TemplateText {
  /** The name for messages. */
  readonly file: string;
  readonly text: string;
}

/** A complete pack; an extended pack includes the files of its base. */
export interface TemplatePack {
  readonly name: string;
  /** The target whose views the templates expect. */
  readonly target: string;
  readonly viewVersion: number;
  /** `model` → the text of `model.hbs`. */
  readonly templates: ReadonlyMap<string, TemplateText>;
  /** `forms` → the text of `runtime/forms.ts`: code that is the same for every document. */
  readonly runtime: ReadonlyMap<string, TemplateText>;
  /** First line of each file of `runtime`; empty for none. */
  readonly header: string;
  /** `doc` → the text of `partials/doc.hbs`. */
  readonly partials: ReadonlyMap<string, TemplateText>;
}
