// A template pack as plain data: what was read, before anything of it is compiled.

export interface TemplateText {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

export interface TemplatePack {
  readonly name: string;
  /** The target whose views the templates are written for. */
  readonly target: string;
  readonly viewVersion: number;
  /** `model` → the text of `model.hbs`. */
  readonly templates: ReadonlyMap<string, TemplateText>;
  /** `forms` → the text of `runtime/forms.ts`: code that is the same for every document. */
  readonly runtime: ReadonlyMap<string, TemplateText>;
  /** The line above each file of `runtime`; empty for none. */
  readonly header: string;
  /** `doc` → the text of `partials/doc.hbs`. */
  readonly partials: ReadonlyMap<string, TemplateText>;
}
