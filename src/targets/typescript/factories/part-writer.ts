// How values of a model are made → calls of what `factory.ts` offers, laid out as
// Prettier has them. Collects what the file declares before them and must import.

import type { JsonValue } from "../../../ir/json-value.js";
import type { Generic, LiteralValue } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  declaredWord,
  joinCode,
  ownWord,
  spaces,
  uncapitalized,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  layoutCodeItems,
  layoutList,
  layoutRecord,
} from "../../../languages/typescript/layout-code.js";
import { printWidth } from "../../../languages/typescript/layout-type.js";
import { textWidth } from "../../../languages/typescript/text-width.js";
import {
  jsonLiteral,
  propertyKey,
  tsString,
  tsValue,
} from "../../../languages/typescript/typescript-literals.js";
import type {
  ObjectPlan,
  PlanKind,
  PlannedBranch,
  PlannedField,
  UnionPlan,
  ValuePlan,
} from "../../../samples/value-plan.js";
import type { LowerContext } from "../lower-context.js";
import { nestedName } from "../models/type-printer.js";
import type { ConstantView } from "../typescript-view.js";
import {
  type Expression,
  flatCode,
  layoutCode,
  layoutEntry,
} from "./expression.js";

export interface PartWriter {
  /** The name of the part that makes the whole. */
  declare(plan: ValuePlan): Code;
  /** In the order in which they need each other. */
  readonly constants: readonly ConstantView[];
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  /** What is used of `factory.ts`. */
  readonly shared: ReadonlySet<Word>;
  /** What is used of `generic-parts.ts`. */
  readonly generics: ReadonlySet<Word>;
}

/** What the files of factories import: names within them differ from these. */
const imported = [
  ...["copy", "entries", "expandable", "id", "items", "json", "list", "make"],
  ...["number", "object", "oneOf", "orNothing", "orNull", "repeat"],
  ...["searchResult", "timestamp", "uuid", "value"],
];

/** What the part of the whole is called. */
const whole = word`own`;

/** Longer names would need line breaks of their own. */
const longestPartName = 40;

/** One file while it is written: what it declares, under which names, and what it imports. */
interface PartFile {
  readonly namesOf: LowerContext["namesOf"];
  readonly constants: ConstantView[];
  readonly models: Set<string>;
  readonly shared: Set<Word>;
  readonly generics: Set<Word>;
  readonly taken: Set<string>;
  /** The names of constants, by the text behind them. */
  readonly declared: Map<string, Word>;
  /** A plan that is a part of several others is written once. */
  readonly written: Map<ValuePlan, Expression>;
}

export function createPartWriter({ namesOf }: LowerContext): PartWriter {
  const file: PartFile = {
    namesOf,
    constants: [],
    models: new Set(),
    shared: new Set(),
    generics: new Set(),
    taken: new Set(imported),
    declared: new Map(),
    written: new Map(),
  };
  return { ...file, declare: (plan) => declareWhole(plan, file) };
}

function declareWhole(plan: ValuePlan, file: PartFile): Code {
  const expression = writePlan(plan, whole, file);
  if (typeof expression === "string") return expression;
  const own = claimPart(whole, file);
  file.shared.add(word`Part`);
  const start = code`const ${own}: Part = `;
  file.constants.push({
    text: code`${start}${layoutCode(expression, 0, textWidth(start))};`,
  });
  return own;
}

function callPart(
  name: Word,
  { shared }: PartFile,
  ...args: readonly Expression[]
): Expression {
  shared.add(name);
  return { name, args };
}

/** `BillingDetails → billingDetails` */
function claimPart(wanted: Word, { taken }: PartFile): Word {
  const first = uncapitalized(wanted);
  const plain = first.length > longestPartName ? word`part` : first;
  // `makeVehicle` may be what makes another model.
  const isOther = /^make\P{Ll}/u.test(plain) || isReserved(plain);
  const safe = /^\d/.test(plain) || isOther ? word`_${plain}` : plain;
  let name = safe;
  for (let number = 2; taken.has(name); number++) {
    name = word`${safe}${number}`;
  }
  taken.add(name);
  return name;
}

function writePlan(plan: ValuePlan, name: Word, file: PartFile): Expression {
  const known = file.written.get(plan);
  if (known !== undefined) return known;
  // The case of a plan's kind takes the plan.
  const write = partWriters[plan.kind] as PlanCase<ValuePlan>;
  const expression = write(plan, name, file);
  file.written.set(plan, expression);
  return expression;
}

type PlanCase<Plan> = (plan: Plan, name: Word, file: PartFile) => Expression;

const partWriters: {
  readonly [Kind in PlanKind]: PlanCase<Extract<ValuePlan, { kind: Kind }>>;
} = {
  constant: ({ value }, _name, file) => writeConstant(value, file),
  clock: (_plan, _name, { shared }) => {
    shared.add(word`timestamp`);
    return word`timestamp`;
  },
  id({ form: kind, prefix }, _name, file) {
    if (kind === "text") {
      return callPart(word`id`, file, tsString(prefix ?? ""));
    }
    const form = ownWord(kind);
    file.shared.add(form);
    return form;
  },
  make({ model }, _name, { models, namesOf }) {
    models.add(model);
    return word`make${namesOf(model).type}`;
  },
  object: (plan, name, file) => declareObjectPart(plan, name, file),
  null: ({ part }, name, file) =>
    callPart(word`orNull`, file, writePlan(part, name, file)),
  absent: ({ part }, name, file) =>
    callPart(word`orNothing`, file, writePlan(part, name, file)),
  expandable: ({ generic, id, object }, name, file) =>
    isNothing(object)
      ? writePlan(id, name, file)
      : callGeneric(
          generic,
          file,
          writePlan(id, name, file),
          writePlan(object, name, file),
        ),
  union: (plan, name, file) =>
    callPart(
      word`oneOf`,
      file,
      writePlan(plan.first, name, file),
      declareBranches(plan, name, file),
    ),
  page: ({ generic, url, items }, name, file) =>
    callGeneric(
      generic,
      file,
      tsString(url),
      ...items.map((item) => writePlan(item, word`${name}Item`, file)),
    ),
  items: ({ items }, name, file) =>
    callPart(
      word`items`,
      file,
      ...items.map((item) => writePlan(item, word`${name}Item`, file)),
    ),
  repeat: ({ count, item }, name, file) =>
    callPart(
      word`repeat`,
      file,
      tsValue(count),
      declareItem(writePlan(item, word`${name}Item`, file), name, file),
    ),
  entries: ({ entries }, name, file) =>
    callPart(word`entries`, file, declareEntries(entries, name, file)),
};

/** A generic that has a role has a factory: what it makes depends on the role. */
function callGeneric(
  { name, languages }: Generic,
  { generics }: PartFile,
  ...args: readonly Expression[]
): Expression {
  const factory = languages.typescript?.factory;
  if (factory === undefined) throw new Error(`${name} has no factory`);
  const own = declaredWord(factory);
  generics.add(own);
  return { name: own, args };
}

/** Arrays in arrays have names of their own: each is on a line, however deep it is. */
function declareItem(item: Expression, name: Word, file: PartFile): Expression {
  const text = flatCode(item);
  if (text.length <= longestPartName) return item;
  file.shared.add(word`Part`);
  return declareOnce(word`${name}Item`, code`: Part = ${text};`, file);
}

function writeConstant(value: JsonValue, file: PartFile): Expression {
  if (typeof value !== "object" || value === null) {
    const literal = value === null ? code`null` : tsValue(value);
    return callPart(word`value`, file, literal);
  }
  const literal = jsonLiteral(value);
  return literal === null || literal.length > 40
    ? callPart(word`json`, file, tsString(JSON.stringify(value)))
    : callPart(word`copy`, file, literal);
}

function declareEntries(
  entries: readonly PlannedField[],
  name: Word,
  file: PartFile,
): Code {
  const fields = writeFields(entries, name, 2, file);
  return declareOnce(name, code` = ${fields};`, file);
}

/** What is within it is declared first. */
function declareObjectPart(
  { always, sometimes }: ObjectPlan,
  name: Word,
  file: PartFile,
): Code {
  const indent = sometimes.length > 0 ? 4 : 2;
  const first = writeFields(always, name, indent, file);
  const second = writeFields(sometimes, name, indent, file);
  file.shared.add(word`Part`);
  file.shared.add(word`object`);
  const args =
    sometimes.length === 0 ? first : code`\n  ${first},\n  ${second},\n`;
  return declareOnce(name, code`: Part = object(${args});`, file);
}

function writeFields(
  fields: readonly PlannedField[],
  name: Word,
  indent: number,
  file: PartFile,
): Code {
  if (fields.length === 0) return code`{}`;
  const lines = fields.map(
    (field) => code`${spaces(indent)}${writeField(field, name, indent, file)}`,
  );
  return code`{\n${joinCode(lines, code`\n`)}\n${spaces(indent - 2)}}`;
}

/** What is the same to the letter is declared once. */
function declareOnce(name: Word, text: Code, file: PartFile): Word {
  const known = file.declared.get(text);
  if (known !== undefined) return known;
  const own = claimPart(name, file);
  file.declared.set(text, own);
  file.constants.push({ text: code`const ${own}${text}` });
  return own;
}

function writeField(
  { name, plan }: PlannedField,
  parent: Word,
  indent: number,
  file: PartFile,
): Code {
  const inner = nestedName(parent === whole ? word`` : parent, name);
  return layoutEntry(planKey(name), writePlan(plan, inner, file), indent);
}

function declareBranches(
  { branches }: UnionPlan,
  name: Word,
  file: PartFile,
): Code {
  const rows = branches.map((branch) => {
    const part = writePlan(branch.plan, word`${name}Option`, file);
    return rowOf(branch, flatCode(part), name, file);
  });
  file.shared.add(word`Branch`);
  const own = claimPart(word`${name}Branches`, file);
  const broken = rows.length > 1 && rows.every((row) => row.length > 1);
  file.constants.push({
    text: layoutList(
      code`const ${own}: readonly Branch[]`,
      rows.map(layoutCodeItems),
      broken,
    ),
  });
  return own;
}

function rowOf(
  { marks, names }: PlannedBranch,
  part: Code,
  name: Word,
  file: PartFile,
): Code[] {
  const listed = [...marks].map(
    ([key, values]) =>
      code`${planKey(key)}: ${valuesOfMark(values, name, file)}`,
  );
  const row = [part];
  if (listed.length > 0 || names.length > 0) {
    row.push(hoistWide(listed, "{ }", name, file));
  }
  if (names.length > 0) {
    row.push(hoistWide(names.map(tsString), "[]", name, file));
  }
  return row;
}

/** Several values are a list that has a name. */
function valuesOfMark(
  values: readonly LiteralValue[],
  name: Word,
  file: PartFile,
): Code {
  const [first = code``, ...others] = values.map(tsValue);
  if (others.length === 0) return first;
  const own = claimPart(word`${name}Values`, file);
  file.constants.push({
    text: layoutList(code`const ${own}`, [first, ...others]),
  });
  return own;
}

/** What is too wide for a row has a name of its own. */
function hoistWide(
  items: readonly Code[],
  brackets: "[]" | "{ }",
  name: Word,
  file: PartFile,
): Code {
  if (items.length === 0) return code`{}`;
  const inner = joinCode(items, code`, `);
  const row = brackets === "[]" ? code`[${inner}]` : code`{ ${inner} }`;
  if (4 + textWidth(row) + 1 <= printWidth) return row;
  const own = claimPart(word`${name}Discriminants`, file);
  const layout = brackets === "[]" ? layoutList : layoutRecord;
  file.constants.push({ text: layout(code`const ${own}`, items) });
  return own;
}

/** In braces, `__proto__: …` would say what the object inherits from. */
function planKey(name: string): Code {
  return name === "__proto__" ? code`["__proto__"]` : propertyKey(name);
}

function isNothing(plan: ValuePlan): boolean {
  return plan.kind === "constant" && plan.value === null;
}

const reservedPartNames =
  /^(arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

function isReserved(name: Word): boolean {
  return reservedPartNames.test(name);
}
