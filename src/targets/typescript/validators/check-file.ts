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
}

export interface CheckFile extends WrittenChecks {
  /** Has it imported of `validation.ts`. */
  share(name: Word): Word;
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

/** `owner` is the type of the model; `checkNames` are those of the checks of all models, which nothing else takes. */
export function createCheckFile(
  owner: Word,
  checkNames: ReadonlySet<string>,
): CheckFile {
  const checks: CheckView[] = [];
  const constants: ConstantView[] = [];
  const properties: PropertiesView[] = [];
  const models = new Set<string>();
  const types = new Set<Word>();
  const shared = new Set<Word>();
  const taken = new Set<string>([
    "noProperties",
    ...exportedVerbs.map((verb) => verb + owner),
  ]);

  const share = (name: Word): Word => {
    shared.add(name);
    return name;
  };

  /** The number to try next for a name. */
  const next = new Map<Word, number>();

  const claim = (wanted: Word): Word => {
    const isTaken = (name: string) => taken.has(name) || checkNames.has(name);
    const short = startOfWord(wanted, longestCheckName);
    let name = short;
    let number = next.get(short) ?? 2;
    for (; isTaken(name); number++) name = word`${short}${number}`;
    next.set(short, number);
    taken.add(name);
    return name;
  };

  /** What is not seen outside of the file needs no more of a name. */
  const claimLocal = (name: Word, ending: Word): Word => {
    const isOwn = name.startsWith(owner) && name !== owner;
    const part = isOwn ? withoutStart(name, owner.length) : name;
    const first = name === owner ? word`own` : uncapitalized(part);
    return claim(word`${/^\d/.test(first) ? "_" : ""}${first}${ending}`);
  };

  const viewOf = (
    name: Word,
    call: Call,
    exported: boolean,
    orNull: boolean,
  ): CheckView => {
    const presence = orNull
      ? code`presence | ${share(word`orNull`)}`
      : word`presence`;
    const args = [word`c`, word`key`, word`value`, presence, ...call.args];
    return { name, exported, call: layoutCall(call.name, args, 2) };
  };

  const declareConstant: CheckFile["declareConstant"] = (
    wanted,
    ending,
    layout,
    type,
  ) => {
    const name = claimLocal(wanted, ending);
    const start = type === undefined ? name : code`${name}: ${type}`;
    constants.push({ text: layout(code`const ${start}`) });
    return name;
  };

  return {
    share,
    useModel: (name) => void models.add(name),
    useType: (name) => void types.add(name),
    claimCheck: (name) => claim(word`check${name}`),
    claimLocal,
    declareCheck(name, call, orNull = false) {
      checks.push(viewOf(name, call, false, orNull));
    },
    declareWhole(name, call, orNull = false) {
      checks.unshift(viewOf(name, call, true, orNull));
    },
    declareProperties(name, type, writeLines) {
      const view = viewOfProperties(name, type);
      const index = properties.push(view) - 1;
      properties[index] = { ...view, lines: writeLines() };
    },
    declareConstant,
    declareList: (name, ending, items, type) =>
      declareConstant(name, ending, (start) => layoutList(start, items), type),
    checks,
    constants,
    properties,
    models,
    types,
    shared,
  };
}

function viewOfProperties(name: Word, type: Word | null): PropertiesView {
  const read = type === null ? word`object` : code`Loose<${type}>`;
  const line = `function ${name}(c: Check, v: ${read}): void {`;
  return { name, type: read, broken: textWidth(line) > printWidth, lines: [] };
}
