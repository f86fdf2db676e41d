// Implements `codegen eject`: copies a built-in template pack, or single templates of it,
// to a new folder, where the user can change them.

import { isAbsolute, join, resolve } from "node:path";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { quoteAddress } from "../../diagnostics/show-address.js";
import { writeNewFolder } from "../../output/write-new-folder.js";
import { loadPack } from "../../render/load-pack.js";
import type { TemplatePack } from "../../render/template-pack.js";
import { readOwnText } from "../../source/files/read-file.js";
import { builtinPackNames, builtinPacks, viewPages } from "../registry.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

export interface EjectFlags {
  /** A built-in pack. */
  readonly template: string;
  /** The new folder. */
  readonly to: string;
}

/**
 * Without names, copies the whole pack. Otherwise copies the named files (`model`,
 * `partials/doc`, `runtime/forms.ts`) into a pack that extends the built-in one.
 * @throws InputError for an unknown name, or if the folder already exists
 */
export function ejectCommand(
  names: readonly string[],
  { template, to }: EjectFlags,
  shell: Shell,
): ExitCode {
  if (!builtinPackNames.includes(template)) {
    throw inputError(
      "pack/not-found",
      { file: `--template ${template}` },
      `${quoteAddress(template)} is not a built-in pack; expected one of ${builtinPackNames.join(", ")}`,
      didYouMean(template, builtinPackNames) ?? undefined,
    );
  }
  const pack = loadPack(template, builtinPacks, shell.cwd);
  const all = packTexts(pack);
  const chosen = names.length === 0 ? all : chooseTexts(names, all);
  const settings =
    names.length === 0
      ? readOwnText(join(builtinPacks, template, "pack.yaml"))
      : `# Changes single templates of the built-in pack.\nextends: ${template}\nview: ${pack.viewVersion}\n`;
  const views = readOwnText(join(viewPages, `${pack.target}.md`));
  const files = new Map([
    ["pack.yaml", settings],
    ["VIEWS.md", withoutLinks(views)],
    ...chosen,
  ]);
  if (!writeNewFolder(resolve(shell.cwd, to), files, shell.pid)) {
    throw inputError(
      "option/wrong-value",
      { file: `--to ${to}` },
      `${quoteAddress(to)} already exists`,
      "name a new folder, and move the files where you want them",
    );
  }
  const named = isAbsolute(to) || to.startsWith(".") ? to : `./${to}`;
  shell.say(
    `${to}: ${files.size} files. Use them with \`template: ${named}\` in the config, or --template ${named}.\n`,
  );
  return exitCodes.done;
}

/** The pages that a copied page links to are not copied with it. */
function withoutLinks(page: string): string {
  return page.replace(/\[([^\]]*)\]\(\.[^)]*\)/g, "`$1` of the package");
}

/** Path → text of each file of a pack: `model.hbs`, `partials/doc.hbs`, `runtime/forms.ts`. */
function packTexts(pack: TemplatePack): Map<string, string> {
  return new Map([
    ...[...pack.templates].map(([name, { text }]): [string, string] => [
      `${name}.hbs`,
      text,
    ]),
    ...[...pack.partials].map(([name, { text }]): [string, string] => [
      `partials/${name}.hbs`,
      text,
    ]),
    ...[...pack.runtime].map(([name, { text }]): [string, string] => [
      `runtime/${name}`,
      text,
    ]),
  ]);
}

function chooseTexts(
  names: readonly string[],
  all: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    names.map((name) => {
      const path = all.has(name) ? name : `${name}.hbs`;
      const text = all.get(path);
      if (text !== undefined) return [path, text];
      const known = [...all.keys()].map((each) => each.replace(/\.hbs$/, ""));
      throw inputError(
        "pack/unknown-template",
        { file: name },
        `the pack has no template ${JSON.stringify(name)}; it has ${known.join(", ")}`,
        didYouMean(name, known) ?? undefined,
      );
    }),
  );
}
