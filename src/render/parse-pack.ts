// Parses the templates of a pack with Handlebars, and reports syntax errors.

import Handlebars from "handlebars";
import { inputError } from "../diagnostics/input-error.js";
import type { TemplatePack } from "./template-pack.js";
import type { TemplateText } from "./template-text.js";
import {
  type TemplateNode,
  type TemplatePlace,
  toTemplateNodes,
} from "./template-tree.js";

/** A pack with each template parsed once. */
export interface ParsedPack {
  readonly pack: TemplatePack;
  /** @throws Error for a template of another pack */
  nodesOf(template: TemplateText): readonly TemplateNode[];
}

/** @throws InputError for a syntax error */
export function parsePack(pack: TemplatePack): ParsedPack {
  const paths = pack.files.flatMap((output) =>
    "template" in output ? [output.path] : [],
  );
  const texts = [
    ...pack.templates.values(),
    ...pack.partials.values(),
    ...paths,
  ];
  const trees = new Map(texts.map((text) => [text, parseTemplate(text)]));
  return {
    pack,
    nodesOf(template) {
      const nodes = trees.get(template);
      if (nodes === undefined) throw new Error(`foreign ${template.file}`);
      return nodes;
    },
  };
}

/** More is not legible, and Handlebars' parser takes minutes for ten thousand. */
const deepestBlocks = 500;

function parseTemplate({ file, text }: TemplateText): TemplateNode[] {
  refuseDeepBlocks(file, text);
  try {
    return toTemplateNodes(Handlebars.parse(text));
  } catch (error) {
    if (error instanceof RangeError) throw blocksTooDeep(file);
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

/** Counts the blocks around each block, before anything recurses into them. */
function refuseDeepBlocks(file: string, text: string): void {
  let depth = 0;
  // `{{^}}` is `{{else}}`
  for (const { 0: tag, index } of text.matchAll(
    /\{\{~?(?:#|\/|\^(?!\s*~?\}))/g,
  )) {
    depth = tag.endsWith("/") ? Math.max(0, depth - 1) : depth + 1;
    if (depth <= deepestBlocks) continue;
    const before = text.slice(0, index).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    throw blocksTooDeep(file, { line: before.length, column });
  }
}

/** Blocks inside blocks that overflow the stack of a function which recurses into them. */
export function blocksTooDeep(file: string, place?: TemplatePlace): Error {
  return inputError(
    "pack/wrong-template",
    { file, ...place },
    "the templates are nested too deeply",
    "move the contents of inner blocks to partials",
  );
}
