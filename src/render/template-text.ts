// The text of a template, or of a file that is copied.

export interface TemplateText {
  /** The name for messages. */
  readonly file: string;
  readonly text: string;
}
