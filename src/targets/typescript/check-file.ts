// The file of one model's checks while it is written: what is declared in it, under
// which names, and what it imports. Whoever writes a check declares here what the
// check needs beside itself.

import { printWidth } from "./layout.js";
import { layoutCall, layoutList } from "./layout-code.js";
import { textWidth } from "./text-width.js";
import type { CheckView, ConstantView, PropertiesView } from "./view.js";

/** A function that checks, and what it takes behind the four arguments of every check. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** What there is in the end. */
export interface WrittenChecks {
  readonly checks: readonly CheckView[];
  readonly constants: readonly ConstantView[];
  readonly properties: readonly PropertiesView[];
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  /** The names of types of the model's own file. */
  readonly types: ReadonlySet<string>;
  /** What is used of `validation.ts`. */
  readonly shared: ReadonlySet<string>;
}

export interface CheckFile extends WrittenChecks {
  /** Has it imported of `validation.ts`. */
  share(name: string): string;
  useModel(name: string): void;
  useType(name: string): void;
  /** A free name of a check: `checkChargeStatus`. */
  claimCheck(name: string): string;
  /** Another free name, without what the model is called: `ChargeStatus`, `Values → statusValues`. */
  claimLocal(name: string, ending: string): string;
  declareCheck(name: string, call: Call, orNull?: boolean): void;
  /** What other files import: the check of the whole, before those of its parts. */
  declareWhole(name: string, call: Call, orNull?: boolean): void;
  /** Parts that `writeLines` declares come behind it. */
  declareProperties(
    name: string,
    type: string | null,
    writeLines: () => readonly string[],
  ): void;
  /** The name of a constant that `layout` continues from `const name`. */
  declareConstant(
    name: string,
    ending: string,
    layout: (start: string) => string,
    type?: string,
  ): string;
  declareList(
    name: string,
    ending: string,
    items: readonly string[],
    type?: string,
  ): string;
}

/** What the file exports of the model: `parseCharge`, `isCharge` and so on. */
const exportedVerbs = ["clone", "is", "parse", "safeParse", "stringify"];

/** `owner` is the type of the model; `checkNames` are those of the checks of all models, which nothing else takes. */
export function createCheckFile(
  owner: string,
  checkNames: ReadonlySet<string>,
): CheckFile {
  const checks: CheckView[] = [];
  const constants: ConstantView[] = [];
  const properties: PropertiesView[] = [];
  const models = new Set<string>();
  const types = new Set<string>();
  const shared = new Set<string>();
  const taken = new Set([
    "noProperties",
    ...exportedVerbs.map((verb) => verb + owner),
  ]);

  const share = (name: string): string => {
    shared.add(name);
    return name;
  };

  const claim = (wanted: string): string => {
    const isTaken = (name: string) => taken.has(name) || checkNames.has(name);
    let name = wanted;
    for (let number = 2; isTaken(name); number++) name = wanted + number;
    taken.add(name);
    return name;
  };

  /** What is not seen outside of the file needs no more of a name. */
  const claimLocal = (name: string, ending: string): string => {
    const own = name.startsWith(owner) ? name.slice(owner.length) : name;
    const first = `${own.slice(0, 1).toLowerCase()}${own.slice(1)}` || "own";
    return claim(`${/^\d/.test(first) ? "_" : ""}${first}${ending}`);
  };

  const viewOf = (
    name: string,
    call: Call,
    exported: boolean,
    orNull: boolean,
  ): CheckView => {
    const presence = orNull ? `presence | ${share("orNull")}` : "presence";
    const args = ["c", "key", "value", presence, ...call.args];
    return { name, exported, call: layoutCall(call.name, args, 2) };
  };

  const declareConstant: CheckFile["declareConstant"] = (
    wanted,
    ending,
    layout,
    type,
  ) => {
    const name = claimLocal(wanted, ending);
    const start = type === undefined ? name : `${name}: ${type}`;
    constants.push({ text: layout(`const ${start}`) });
    return name;
  };

  return {
    share,
    useModel: (name) => void models.add(name),
    useType: (name) => void types.add(name),
    claimCheck: (name) => claim(`check${name}`),
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

function viewOfProperties(name: string, type: string | null): PropertiesView {
  const read = type === null ? "object" : `Loose<${type}>`;
  const line = `function ${name}(c: Check, v: ${read}): void {`;
  return { name, type: read, broken: textWidth(line) > printWidth, lines: [] };
}
