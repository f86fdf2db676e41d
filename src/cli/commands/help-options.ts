// Implements `codegen run --help-options`: lists the options of a template pack.

import { loadPack } from "../../render/load-pack.js";
import type { TemplatePack } from "../../render/template-pack.js";
import type { Setting } from "../../settings/setting.js";
import { type JobFlags, readJobs } from "../job.js";
import { builtinPacks, findTarget } from "../registry.js";
import type { Shell } from "../shell.js";

/** Describes the pack that `--template` names, or else the packs of all outputs in the config. */
export async function helpOptions(
  flags: JobFlags,
  shell: Shell,
): Promise<void> {
  const { template } = flags;
  const packs =
    template === undefined
      ? (await readJobs(flags, shell.cwd)).map((job) =>
          loadPack(job.template, builtinPacks, job.templateFolder),
        )
      : [loadPack(template, builtinPacks, shell.cwd)];
  for (const pack of packs) shell.print(describeOptions(pack));
}

function describeOptions(pack: TemplatePack): string {
  const { optionKeys } = findTarget(pack.target, { file: pack.name });
  const own = [...pack.options].map(([name, option]) =>
    describeOption(name, option, option.default),
  );
  const others = Object.entries(optionKeys).map(([name, setting]) =>
    describeOption(name, setting, pack.set[name] ?? setting.default),
  );
  return [
    `Options of the template pack ${pack.name}, for --set KEY=VALUE and \`options\` in the config`,
    ...own,
    ...others,
    "",
  ].join("\n");
}

function describeOption(
  name: string,
  {
    type,
    choices = [],
    description,
  }: Pick<Setting, "choices" | "description"> & {
    readonly type: string;
  },
  value: unknown,
): string {
  const values = choices.length > 0 ? choices.join(", ") : type;
  const shown = Array.isArray(value)
    ? value.join(",")
    : typeof value === "object"
      ? ""
      : String(value);
  return `\n${name}: ${values}${shown === "" ? "" : ` (${shown})`}\n  ${description}`;
}
