// The file of one model's checks while it is written: what is declared in it, under
// which names, and what it imports. Whoever writes a check declares here what the
// check needs beside itself.

import {
  type Code,
  code,
  startOfWord,
  uncapitalized,
  type Word,
  withoutStart,
  word,
} from "../../../languages/printable.js";
import {
  layoutCall,
  layoutList,
} from "../../../languages/typescript/layout-code.js";
import { printWidth } from "../../../languages/typescript/layout-type.js";
import { textWidth } from "../../../languages/typescript/text-width.js";
import type {
  CheckView,
  ConstantView,
  PropertiesView,
} from "../typescript-view.js";

/** A function that checks, and what it takes behind the four arguments of every check. */
export interface Call {
  readonly name: Word;
  readonly args: readonly Code[];
}

/** What there is in the end. */
export interface WrittenChecks {
  readonly checks: readonly CheckView[];
  readonly constants: readonly ConstantView[];
  readonly properties: readonly PropertiesView[];
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  /** The names of types of the model's own file. */
  readonly types: ReadonlySet<Word>;
  /** What is used of `validation.ts`. */
  readonly shared: ReadonlySet<Word>;
  /** What is used of `generic-checks.ts`. */
  readonly generics: ReadonlySet<Word>;
}

export interface CheckFile extends WrittenChecks {
  /** Has it imported of `validation.ts`. */
  share(name: Word): Word;
  /** Has it imported of `generic-checks.ts`, which only documents with generics need. */
  shareGeneric(name: Word): Word;
  useModel(name: string): void;
  useType(name: Word): void;
  /** A free name of a check: `checkChargeStatus`. */
  claimCheck(name: Word): Word;
  /** Another free name, without what the model is called: `ChargeStatus`, `Values → statusValues`. */
  claimLocal(name: Word, ending: Word): Word;
  declareCheck(name: Word, call: Call, orNull?: boolean): void;
  /** What other files import: the check of the whole, before those of its parts. */
  declareWhole(name: Word, call: Call, orNull?: boolean): void;
  /** Parts that `writeLines` declares come behind it. */
  declareProperties(
    name: Word,
    type: Word | null,
    writeLines: () => readonly Code[],
  ): void;
  /** The name of a constant that `layout` continues from `const name`. */
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

/** Names grow with the depth of types; all of them together must not grow with its square. */
const longestCheckName = 200;

/** What the file exports of the model: `parseCharge`, `isCharge` and so on. */
const exportedVerbs = ["clone", "is", "parse", "safeParse", "stringify"];

/** Names that are taken, and the number to try next for one that is. */
interface CheckNames {
  readonly owner: Word;
  /** Of the checks of all models, which nothing else takes. */
  readonly reserved: ReadonlySet<string>;
  readonly taken: Set<string>;
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

/** `owner` is the type of the model; `checkNames` are those of the checks of all models. */
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

/** What is not seen outside of the file needs no more of a name. */
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
  return { name, exported: false, call: layoutCall(call.name, args, 2) };
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
  const line = `function ${name}(c: Check, v: ${read}): void {`;
  return { name, type: read, broken: textWidth(line) > printWidth, lines: [] };
}
