// The data that all files of the precise typing share: names, cycles and unions.

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
  /** The type names of its two members. */
  readonly types: readonly Word[];
}

export interface PreciseContext {
  readonly file: string;
  readonly report: Report;
  readonly models: ReadonlyMap<string, Model>;
  /** The shared types that models may use; their names are reserved. */
  readonly shared: ReadonlySet<SharedName>;
  namesOf(model: string): RustNames;
  /** Claims a name for a nested type: `wanted`, or a numbered one, which is reported. */
  claim(wanted: Word, pointer: string): Word;
  /** True if two models contain each other without a pointer between them. */
  isCycle(from: string, to: string): boolean;
  /** True if an alias refers to itself through aliases only. */
  isEndlessAlias(model: Model): boolean;
  /** The name of a union of two models. Equal unions share one declaration. */
  shareUnion(type: UnionType, models: readonly [string, string]): Word;
  readonly unions: ReadonlyMap<string, SharedUnion>;
  /** Reports that Rust has no type for `what`: "a type without values". */
  reportInexpressible(pointer: string, what: string): void;
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
    reportInexpressible: (pointer, what) =>
      report(
        createDiagnostic(
          "type/inexpressible",
          { file, pointer },
          `the target language cannot express ${what}`,
        ),
      ),
  };
}

/** The assigned names. */
interface RustNaming {
  readonly file: string;
  readonly report: Report;
  /** The names of models. */
  readonly names: ReadonlyMap<string, RustNames>;
  /** Type name → its holder, as messages call it: a schema, a pointer or `a shared type`. */
  readonly holders: Map<string, string>;
}

function namesOfModel(model: string, { names }: RustNaming): RustNames {
  const assigned = names.get(model);
  if (assigned === undefined) throw new Error(`no names for ${model}`);
  return assigned;
}

function claimRust(
  wanted: Word,
  pointer: string,
  { file, report, holders }: RustNaming,
): Word {
  const name = firstFreeRustName(wanted, (free) => holders.has(free), "");
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

/** True if the model becomes a type alias instead of a struct or an enum. */
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
