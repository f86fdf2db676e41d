// Parses the templates of a pack with Handlebars, and reports syntax errors.

import Handlebars from "handlebars";
import { inputError } from "../diagnostics/input-error.js";
import type { TemplatePack, TemplateText } from "./template-pack.js";

/** A pack with each template parsed once. */
export interface ParsedPack {
  readonly pack: TemplatePack;
  /** @throws Error for a template of another pack */
  programOf(template: TemplateText): hbs.AST.Program;
}

/** @throws InputError for a syntax error */
export function parsePack(pack: TemplatePack): ParsedPack {
  const texts = [...pack.templates.values(), ...pack.partials.values()];
  const programs = new Map(texts.map((text) => [text, parseTemplate(text)]));
  return {
    pack,
    programOf(template) {
      const program = programs.get(template);
      if (program === undefined) throw new Error(`foreign ${template.file}`);
      return program;
    },
  };
}

function parseTemplate({ file, text }: TemplateText): hbs.AST.Program {
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
      `this is not a Handlebars template: ${message.split("\n").at(-1)}`,
    );
  }
}
