// What lowering the precise typing shares among the files of one output.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Model, ModelSet } from "../../ir/model.js";
import { findCycles } from "../../ir/query/find-cycles.js";
import { modelsEmbeddedIn } from "../../ir/query/models-embedded-in.js";
import type { UnionType } from "../../ir/type-expr.js";
import {
  arrayKinds,
  casesOf,
  leafKinds,
  matchType,
  type TypeCases,
} from "../../ir/walk/match-type.js";
import { referencesOf } from "../../ir/walk/references-of.js";
import { joinWords, type Word, word } from "../../languages/printable.js";
import {
  assignRustNames,
  firstFreeRustName,
  type RustNames,
} from "./rust-assigned-names.js";
import {
  reservedFiles,
  reservedTypes,
  type SharedName,
} from "./rust-shared-types.js";
import { sharedNamesIn } from "./shared-names-in.js";

export interface SharedUnion {
  readonly name: Word;
  readonly type: UnionType;
  /** The names of its two models' types. */
  readonly types: readonly Word[];
}

export interface PreciseContext {
  readonly file: string;
  readonly report: Report;
  readonly models: ReadonlyMap<string, Model>;
  /** The shared types whose names no model has. */
  readonly shared: ReadonlySet<SharedName>;
  namesOf(model: string): RustNames;
  /** A free name for what is declared inside of a model, the wanted one if it is free. */
  claim(wanted: Word, pointer: string): Word;
  /** Whether a model that holds another one in place is held by it. */
  isCycle(from: string, to: string): boolean;
  /** Whether an alias comes back to itself by way of aliases alone. */
  isEndlessAlias(model: Model): boolean;
  /** Of two models, wherever it is used: one type with one name. */
  shareUnion(type: UnionType, models: readonly [string, string]): Word;
  readonly unions: ReadonlyMap<string, SharedUnion>;
  /** Says that there is no type for this. */
  refuse(pointer: string, what: string): void;
}

export function createPreciseContext(
  { file }: ModelSet,
  models: readonly Model[],
  report: Report,
): PreciseContext {
  const items = models.map(({ name, label, pointer }) => ({
    ...{ key: name, name, label, pointer },
  }));
  const shared = sharedNamesIn(models);
  const types = reservedTypes(shared);
  const reserved = { types, files: reservedFiles };
  const names = assignRustNames(items, reserved, file, report);
  const holders = new Map<string, string>(
    [...names].map(([model, { type }]) => [type, JSON.stringify(model)]),
  );
  for (const name of types) holders.set(name, "a shared type");
  const naming: RustNaming = { file, report, names, holders };
  const unions = new Map<string, SharedUnion>();
  const byName = new Map(models.map((model) => [model.name, model]));
  return {
    ...{ file, report, shared, unions, models: byName },
    namesOf: (model) => namesOfModel(model, naming),
    claim: (wanted, pointer) => claimRust(wanted, pointer, naming),
    isCycle: findCycles(
      new Map(models.map((model) => [model.name, modelsEmbeddedIn(model)])),
    ),
    isEndlessAlias: findEndlessAliases(models),
    shareUnion: (type, pair) => shareUnion(type, pair, byName, unions, naming),
    refuse: (pointer, what) =>
      report(
        createDiagnostic(
          "type/inexpressible",
          { file, pointer },
          `the target language cannot express ${what}`,
        ),
      ),
  };
}

/** The names of models, and who has each name that is taken. */
interface RustNaming {
  readonly file: string;
  readonly report: Report;
  readonly names: ReadonlyMap<string, RustNames>;
  readonly holders: Map<string, string>;
}

function namesOfModel(model: string, { names }: RustNaming): RustNames {
  const found = names.get(model);
  if (found === undefined) throw new Error(`no names for ${model}`);
  return found;
}

function claimRust(
  wanted: Word,
  pointer: string,
  { file, report, holders }: RustNaming,
): Word {
  const name = firstFreeRustName(wanted, (one) => holders.has(one), "");
  if (name !== wanted) {
    report(
      createDiagnostic(
        "name/collision",
        { file, pointer },
        `this type and ${holders.get(wanted)} both map to ${wanted}; this one becomes ${name}`,
        "choose another name for the schema around it in the config: `names: {SCHEMA: …}` beside `out`",
      ),
    );
  }
  holders.set(name, pointer);
  return name;
}

function findEndlessAliases(
  models: readonly Model[],
): (model: Model) => boolean {
  const aliases = models.filter(isTransparent);
  const names = new Set(aliases.map(({ name }) => name));
  const graph = new Map(
    aliases.map((model) => [
      model.name,
      [...referencesOf(model)].filter((name) => names.has(name)),
    ]),
  );
  const isCycle = findCycles(graph);
  return ({ name }) =>
    (graph.get(name) ?? []).some((other) => isCycle(name, other));
}

function shareUnion(
  type: UnionType,
  [first, second]: readonly [string, string],
  models: ReadonlyMap<string, Model>,
  unions: Map<string, SharedUnion>,
  naming: RustNaming,
): Word {
  const key = [first, second].sort().join(" ");
  const known = unions.get(key);
  if (known !== undefined) return known.name;
  const types = [first, second]
    .map((model) => namesOfModel(model, naming).type)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const pointer = models.get(first)?.pointer ?? "#";
  const name = claimRust(joinWords(types, word`Or`), pointer, naming);
  unions.set(key, { name, type, types });
  return name;
}

/** Written as another name of a type, and not as a type of its own. */
function isTransparent(model: Model): boolean {
  return model.kind === "alias" && matchType(model.type, transparentCases);
}

const transparentCases: TypeCases<boolean> = {
  ...casesOf(leafKinds, () => true),
  ...casesOf(arrayKinds, () => true),
  ...casesOf(
    ["generic", "intersection", "map", "nullable", "withRequired"] as const,
    () => true,
  ),
  ...casesOf(
    ["emptyObject", "enum", "literal", "object", "union"] as const,
    () => false,
  ),
};
