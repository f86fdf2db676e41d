// The file with one model's checks, while it is being written: its declarations,
// names and imports. A writer of a check also declares here the constants and
// nested checks that it needs.

import {
  type Code,
  code,
  startOfWord,
  uncapitalized,
  type Word,
  withoutStart,
  word,
} from "../../../languages/printable.js";
import { layoutList } from "../../../languages/typescript/layout-code.js";
import type {
  CheckView,
  ConstantView,
  PropertiesView,
} from "../typescript-view.js";

/** A call of a check. `args` follow the four arguments that every check has. */
export interface Call {
  readonly name: Word;
  readonly args: readonly Code[];
}

/** The result: declarations and imports. */
export interface WrittenChecks {
  readonly checks: readonly CheckView[];
  readonly constants: readonly ConstantView[];
  readonly properties: readonly PropertiesView[];
  /** The names of models whose checks the file imports. */
  readonly models: ReadonlySet<string>;
  /** The type names that it imports from the model's own file. */
  readonly types: ReadonlySet<Word>;
  /** The names that it imports from `validation.ts`. */
  readonly shared: ReadonlySet<Word>;
  /** The names that it imports from `generic-checks.ts`. */
  readonly generics: ReadonlySet<Word>;
}

/** The interface for writers of checks. */
export interface CheckFile extends WrittenChecks {
  /** Imports a name from `validation.ts`, and returns it. */
  share(name: Word): Word;
  /** Has it imported of `generic-checks.ts`, which only documents with generics need. */
  shareGeneric(name: Word): Word;
  useModel(name: string): void;
  useType(name: Word): void;
  /** Claims a name for a check: `ChargeStatus` → `checkChargeStatus`. */
  claimCheck(name: Word): Word;
  /** Claims a name for a constant; omits the model's name: `ChargeStatus`, `Values` → `statusValues`. */
  claimLocal(name: Word, ending: Word): Word;
  declareCheck(name: Word, call: Call, orNull?: boolean): void;
  /** Declares the check of the model itself, which is exported and comes first. */
  declareWhole(name: Word, call: Call, orNull?: boolean): void;
  /** Declares a function that checks properties. Functions that `writeLines` declares follow it. */
  declareProperties(
    name: Word,
    type: Word | null,
    writeLines: () => readonly Code[],
  ): void;
  /** Declares a constant and returns its name. `layout` gets `const name` and appends the value. */
  declareConstant(
    name: Word,
    ending: Word,
    layout: (start: Code) => Code,
    type?: Code,
  ): Word;
  declareList(
    name: Word,
    ending: Word,
    items: readonly Code[],
    type?: Code,
  ): Word;
}

/** The maximum length. Names grow with the depth of types, so their total would grow with its square. */
const longestCheckName = 200;

/** The prefixes of exported functions: `parseCharge`, `isCharge` and so on. */
const exportedVerbs = ["clone", "is", "parse", "safeParse", "stringify"];

/** The assigned names. */
interface CheckNames {
  readonly owner: Word;
  /** The names of all models' checks, which nothing else may have. */
  readonly reserved: ReadonlySet<string>;
  readonly taken: Set<string>;
  /** Taken name → the next number to try. */
  readonly next: Map<Word, number>;
}

interface CheckState extends CheckNames {
  readonly checks: CheckView[];
  readonly constants: ConstantView[];
  readonly properties: PropertiesView[];
  readonly models: Set<string>;
  readonly types: Set<Word>;
  readonly shared: Set<Word>;
  readonly generics: Set<Word>;
}

/** `owner` is the model's type name; `checkNames` are the names of all models' checks. */
export function createCheckFile(
  owner: Word,
  checkNames: ReadonlySet<string>,
): CheckFile {
  const state: CheckState = {
    ...{ owner, reserved: checkNames, next: new Map() },
    taken: new Set([
      "noProperties",
      ...exportedVerbs.map((verb) => verb + owner),
    ]),
    ...{ checks: [], constants: [], properties: [] },
    ...{ models: new Set(), types: new Set() },
    ...{ shared: new Set(), generics: new Set() },
  };
  const { checks, constants, properties, models, types, shared, generics } =
    state;
  return {
    ...{ checks, constants, properties, models, types, shared, generics },
    share: (name) => shareCheck(name, state),
    shareGeneric(name) {
      generics.add(name);
      return name;
    },
    useModel: (name) => void models.add(name),
    useType: (name) => void types.add(name),
    claimCheck: (name) => claimName(word`check${name}`, state),
    claimLocal: (name, ending) => claimLocal(name, ending, state),
    declareCheck: (name, call, orNull = false) =>
      void checks.push(viewOfCheck(name, call, orNull, state)),
    declareWhole: (name, call, orNull = false) =>
      void checks.unshift({
        ...viewOfCheck(name, call, orNull, state),
        exported: true,
      }),
    declareProperties(name, type, writeLines) {
      const view = viewOfProperties(name, type);
      const index = properties.push(view) - 1;
      properties[index] = { ...view, lines: writeLines() };
    },
    declareConstant: (name, ending, layout, type) =>
      declareConstant(claimLocal(name, ending, state), layout, type, state),
    declareList: (name, ending, items, type) =>
      declareConstant(
        claimLocal(name, ending, state),
        (start) => layoutList(start, items),
        type,
        state,
      ),
  };
}

function shareCheck(name: Word, { shared }: CheckState): Word {
  shared.add(name);
  return name;
}

function claimName(wanted: Word, names: CheckNames): Word {
  const { taken, reserved, next } = names;
  const short = startOfWord(wanted, longestCheckName);
  let name = short;
  let number = next.get(short) ?? 2;
  for (; taken.has(name) || reserved.has(name); number++) {
    name = word`${short}${number}`;
  }
  next.set(short, number);
  taken.add(name);
  return name;
}

/** Constants are local to the file, so that their names can omit the model's. */
function claimLocal(name: Word, ending: Word, names: CheckNames): Word {
  const { owner } = names;
  const isOwn = name.startsWith(owner) && name !== owner;
  const part = isOwn ? withoutStart(name, owner.length) : name;
  const first = name === owner ? word`own` : uncapitalized(part);
  const start = /^\d/.test(first) ? "_" : "";
  return claimName(word`${start}${first}${ending}`, names);
}

function viewOfCheck(
  name: Word,
  call: Call,
  orNull: boolean,
  state: CheckState,
): CheckView {
  const presence = orNull
    ? code`presence | ${shareCheck(word`orNull`, state)}`
    : word`presence`;
  const args = [word`c`, word`key`, word`value`, presence, ...call.args];
  return { name, exported: false, calls: call.name, args };
}

function declareConstant(
  name: Word,
  layout: (start: Code) => Code,
  type: Code | undefined,
  { constants }: CheckState,
): Word {
  const start = type === undefined ? name : code`${name}: ${type}`;
  constants.push({ text: layout(code`const ${start}`) });
  return name;
}

function viewOfProperties(name: Word, type: Word | null): PropertiesView {
  const read = type === null ? word`object` : code`Loose<${type}>`;
  return { name, type: read, lines: [] };
}
