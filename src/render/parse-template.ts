// The text of a template → its syntax tree, or where it is wrong.

import Handlebars from "handlebars";
import { inputError } from "../diagnostics/input-error.js";
import type { TemplateText } from "./template-pack.js";

export function parseTemplate({ file, text }: TemplateText): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // "Parse error on line 3:\n…{{#if\n----^\nExpecting 'ID'" or "if doesn't match each - 3:4"
    const line = Number(
      /line (\d+)| (\d+):\d+$/.exec(message)?.[0].match(/\d+/)?.[0] ?? 1,
    );
    throw inputError(
      "pack/wrong-template",
      { file, line },
      `this is no Handlebars template: ${message.split("\n").at(-1)}`,
    );
  }
}
