// All models → those asked for, with every model that they need.

import type { ModelSet } from "./model.js";
import { referencesOf } from "./references.js";

export function selectModels(
  modelSet: ModelSet,
  isWanted: ((name: string) => boolean) | null,
): ModelSet {
  if (isWanted === null) return modelSet;
  const byName = new Map(modelSet.models.map((model) => [model.name, model]));
  const selected = new Set<string>();
  const pending = [...byName.keys()].filter(isWanted);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const model = byName.get(name);
    if (model === undefined || selected.has(name)) continue;
    selected.add(name);
    pending.push(...referencesOf(model));
  }
  const models = modelSet.models.filter(({ name }) => selected.has(name));
  return { ...modelSet, models };
}
