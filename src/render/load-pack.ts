// Loads a template pack: a built-in one by name, or one in a folder. A pack in a folder
// is complete, or extends a built-in pack and replaces single templates.

import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress } from "../diagnostics/show-address.js";
import {
  asReadFailure,
  inspectPath,
  ReadFailure,
  readOwnText,
} from "../source/files/read-file.js";
import { findPackageFile } from "../source/find-package-file.js";
import { type PackFile, readPackFile } from "./pack-file.js";
import type { TemplatePack } from "./template-pack.js";
import type { TemplateText } from "./template-text.js";

/**
 * `nameOrDir` is a built-in pack, a folder, or `npm:NAME` for an installed package.
 * `builtinRoot` is the folder of the built-in packs.
 * @throws InputError
 */
export function loadPack(
  nameOrDir: string,
  builtinRoot: string,
  cwd: string,
): TemplatePack {
  const builtin = readdirSync(builtinRoot, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (builtin.includes(nameOrDir)) {
    return loadFolder(nameOrDir, join(builtinRoot, nameOrDir), nameOrDir);
  }
  const folder = nameOrDir.startsWith("npm:")
    ? dirname(findPackageFile(`${nameOrDir}/pack.yaml`, cwd))
    : resolve(cwd, nameOrDir);
  if (inspectPath(folder) !== "directory") {
    throw inputError(
      "pack/not-found",
      { file: nameOrDir },
      `${quoteAddress(nameOrDir)} is neither a template pack (${builtin.join(", ")}) nor a folder`,
      didYouMean(nameOrDir, builtin) ?? undefined,
    );
  }
  const file = readPackFile(
    join(folder, "pack.yaml"),
    `${nameOrDir}/pack.yaml`,
  );
  if (file.extends === null) return loadFolder(nameOrDir, folder, nameOrDir);
  if (!builtin.includes(file.extends)) {
    throw inputError(
      "pack/not-found",
      { file: `${nameOrDir}/pack.yaml`, pointer: "#/extends" },
      `there is no template pack ${quoteAddress(file.extends)}`,
      didYouMean(file.extends, builtin) ?? undefined,
    );
  }
  const base = loadFolder(
    file.extends,
    join(builtinRoot, file.extends),
    file.extends,
  );
  return extendPack(base, file, folder, nameOrDir);
}

function loadFolder(name: string, folder: string, shown: string): TemplatePack {
  const file = readPackFile(join(folder, "pack.yaml"), `${shown}/pack.yaml`);
  return {
    name,
    target: file.target,
    viewVersion: file.view,
    ...{ syntax: file.syntax, files: file.files, without: file.without },
    ...{ options: file.options, set: file.set },
    templates: readTemplates(folder, shown),
    partials: readTemplates(join(folder, "partials"), `${shown}/partials`),
    runtime: readRuntime(folder, shown),
    header: file.header ?? "",
  };
}

function extendPack(
  base: TemplatePack,
  file: PackFile,
  folder: string,
  shown: string,
): TemplatePack {
  if (file.view !== base.viewVersion) {
    throw inputError(
      "pack/view-version",
      { file: `${shown}/pack.yaml`, pointer: "#/view" },
      `these templates expect version ${file.view} of the views of ${JSON.stringify(base.name)}, which has version ${base.viewVersion}`,
    );
  }
  const templates = readTemplates(folder, shown);
  const partialsFolder = join(folder, "partials");
  const partials = readTemplates(partialsFolder, `${shown}/partials`);
  return {
    ...base,
    name: shown,
    templates: override(base.templates, templates, addedBy(file, "template")),
    partials: override(
      base.partials,
      partials,
      calledBy([...templates.values(), ...partials.values()]),
    ),
    runtime: override(
      base.runtime,
      readRuntime(folder, shown),
      addedBy(file, "copy"),
    ),
    header: file.header ?? base.header,
    syntax: file.syntax ?? base.syntax,
    files: [...base.files, ...file.files],
    without: [...base.without, ...file.without],
    options: new Map([...base.options, ...file.options]),
    set: { ...base.set, ...file.set },
  };
}

/** The templates, or the files of `runtime/`, that a pack uses for files of its own. */
function addedBy({ files }: PackFile, key: "copy" | "template"): Set<string> {
  return new Set(
    files.flatMap((output) => {
      if (key === "copy") return "copy" in output ? [output.copy] : [];
      return "template" in output ? [output.template] : [];
    }),
  );
}

/** The partials that the texts name. */
function calledBy(texts: readonly TemplateText[]): Set<string> {
  return new Set(
    texts.flatMap(({ text }) =>
      [...text.matchAll(/\{\{~?>\s*([\w-]+)/g)].map(([, name = ""]) => name),
    ),
  );
}

/** `added` are the names that need not replace anything. */
function override(
  base: ReadonlyMap<string, TemplateText>,
  replacements: ReadonlyMap<string, TemplateText>,
  added: ReadonlySet<string>,
): ReadonlyMap<string, TemplateText> {
  for (const [name, { file }] of replacements) {
    if (base.has(name) || added.has(name)) continue;
    throw inputError(
      "pack/unknown-template",
      { file },
      `this template replaces nothing: the pack it extends has no ${JSON.stringify(name)}`,
      didYouMean(name, [...base.keys()]) ?? undefined,
    );
  }
  return new Map([...base, ...replacements]);
}

function readRuntime(
  folder: string,
  shown: string,
): ReadonlyMap<string, TemplateText> {
  return readTexts(join(folder, "runtime"), `${shown}/runtime`, "");
}

function readTemplates(
  folder: string,
  shown: string,
): ReadonlyMap<string, TemplateText> {
  return readTexts(folder, shown, ".hbs");
}

function readTexts(
  folder: string,
  shown: string,
  ending: string,
): ReadonlyMap<string, TemplateText> {
  if (inspectPath(folder) === null) return new Map();
  const names = readableFiles(shown, () => readdirSync(folder))
    .filter((name) => name.endsWith(ending))
    .sort();
  return new Map(
    names.map((name) => {
      const file = `${shown}/${name}`;
      const text = readableFiles(file, () => readOwnText(join(folder, name)));
      return [name.slice(0, name.length - ending.length), { file, text }];
    }),
  );
}

function readableFiles<Result>(file: string, read: () => Result): Result {
  try {
    return asReadFailure(read);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const message = `${quoteAddress(file)} ${error.message}`;
    throw inputError("pack/unreadable", { file }, message);
  }
}
