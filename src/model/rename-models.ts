// The names that a user chose for some models, put in place of the document's.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { ModelSet } from "./model.js";

/** `names` maps the name of a schema to what its type and file are named after. */
export function renameModels(
  modelSet: ModelSet,
  names: Readonly<Record<string, string>>,
  report: Report,
): ModelSet {
  const known = modelSet.models.map(({ name }) => name);
  for (const name of Object.keys(names)) {
    if (known.includes(name)) continue;
    report(
      createDiagnostic(
        "name/unknown",
        { file: modelSet.file, pointer: "#/components/schemas" },
        `\`names\` renames ${JSON.stringify(name)}, and there is no such schema`,
        didYouMean(name, known) ?? undefined,
      ),
    );
  }
  const chosen = (name: string) =>
    Object.hasOwn(names, name) ? names[name] : undefined;
  const models = modelSet.models.map((model) => {
    const { name, inputOf } = model;
    const base = inputOf === null ? undefined : chosen(inputOf);
    const label = chosen(name) ?? (base && `${base}_input`);
    return label ? { ...model, label } : model;
  });
  return { ...modelSet, models };
}
