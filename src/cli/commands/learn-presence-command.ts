// Implements `codegen presence learn`: writes the facts of a source to the presence file.

import { resolve } from "node:path";
import { loadPresence } from "../../config/load-presence.js";
import { inputError } from "../../diagnostics/input-error.js";
import {
  formatPresence,
  type PresenceGroups,
} from "../../learn/format-presence.js";
import type { LearnSchemas } from "../../learn/presence-finding.js";
import { replaceFile } from "../../output/replace-file.js";
import { parseOwnYaml } from "../../source/files/parse-own-file.js";
import { inspectPath, readOwnText } from "../../source/files/read-file.js";
import { loadJobDocument } from "../generate-job.js";
import { type JobFlags, readJobs } from "../job.js";
import { learnPresence } from "../learn-presence.js";
import { findDialect } from "../registry.js";
import { type ExitCode, exitCodes, type Shell } from "../shell.js";

/** Writes the `presence` file of the first output that names one. */
export async function learnPresenceCommand(
  flags: JobFlags & { readonly from: string },
  shell: Shell,
): Promise<ExitCode> {
  const jobs = await readJobs(flags, shell.cwd);
  const job = jobs.find(({ presence }) => presence !== null);
  if (job === undefined || job.presence === null) {
    throw inputError(
      "presence/not-learnt",
      jobs[0]?.at ?? null,
      "no output names a presence file to write",
      "add `presence: presence.yaml` to the output in the config",
    );
  }
  const { document } = await loadJobDocument(job, shell);
  if (document.version === null) {
    throw inputError(
      "presence/not-learnt",
      { file: job.spec },
      "the document has no version to store the facts under",
    );
  }
  const dialect = findDialect(job.dialect, document.root, { file: job.spec });
  const { components } = document.root;
  // The document is not validated here. The code that learns checks each value before it
  // reads it, and treats a malformed schema as an empty one.
  const schemas = ((components as { schemas?: unknown } | undefined)?.schemas ??
    {}) as LearnSchemas;
  const before = readBefore(job.presence, job.configFolder);
  const { source, version, findings } = await learnPresence(
    flags.from,
    schemas,
    document.version,
    { cwd: shell.cwd, typesPackage: dialect.typesPackage },
  );
  const text = formatPresence(before, version, source, findings);
  replaceFile(resolve(job.configFolder, job.presence), text, shell.pid);
  shell.progress("");
  const sometimes = [...findings.values()].filter(
    (found) => found === "sometimes",
  ).length;
  shell.print(
    `${job.presence}: ${findings.size - sometimes} properties always present, ${sometimes} sometimes absent; ${source}, API version ${version}\n`,
  );
  return exitCodes.done;
}

/** Returns the groups in the file, by API version; none if the file does not exist yet. */
function readBefore(file: string, folder: string): PresenceGroups {
  const path = resolve(folder, file);
  if (inspectPath(path) === null) return {};
  loadPresence(file, folder, null);
  const groups = parseOwnYaml(readOwnText(path)) as PresenceGroups; // checked by the loop below
  for (const version of Object.keys(groups))
    loadPresence(file, folder, version);
  return groups;
}
