// A plan of a test value → calls of functions of `factory.ts`, laid out as by
// Prettier. Also collects the constants and imports of the file.

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
import {
  printWidth,
  textWidth,
} from "../../../languages/typescript/text-width.js";
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
  /** Declares the constants of a plan; returns an expression for the whole plan. */
  declare(plan: ValuePlan): Code;
  /** Each constant comes after those that it uses. */
  readonly constants: readonly ConstantView[];
  /** The names of models whose factories the file imports. */
  readonly models: ReadonlySet<string>;
  /** The names that it imports from `factory.ts`. */
  readonly shared: ReadonlySet<Word>;
  /** The names that it imports from `generic-parts.ts`. */
  readonly generics: ReadonlySet<Word>;
}

/** All names of `factory.ts` that files may import. Constants get other names. */
const imported = [
  ...["copy", "entries", "expandable", "id", "items", "json", "list", "make"],
  ...["number", "object", "oneOf", "orNothing", "orNull", "repeat"],
  ...["searchResult", "timestamp", "uuid", "value"],
];

/** The name of the constant for the whole plan. */
const whole = word`own`;

/** The maximum length. Longer names would require line breaks elsewhere. */
const longestPartName = 40;

/** One file while it is being written: its declarations, names and imports. */
interface PartFile {
  readonly namesOf: LowerContext["namesOf"];
  readonly constants: ConstantView[];
  readonly models: Set<string>;
  readonly shared: Set<Word>;
  readonly generics: Set<Word>;
  readonly taken: Set<string>;
  /** The text of a constant → its name. */
  readonly declared: Map<string, Word>;
  /** The expressions of plans that are written; a plan can be part of several others. */
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
  const constant = claimPart(whole, file);
  file.shared.add(word`Part`);
  const start = code`const ${constant}: Part = `;
  file.constants.push({
    text: code`${start}${layoutCode(expression, 0, textWidth(start))};`,
  });
  return constant;
}

function callPart(
  name: Word,
  { shared }: PartFile,
  ...args: readonly Expression[]
): Expression {
  shared.add(name);
  return { name, args };
}

/** Claims a name for a constant: `BillingDetails → billingDetails`. */
function claimPart(wanted: Word, { taken }: PartFile): Word {
  const first = uncapitalized(wanted);
  const plain = first.length > longestPartName ? word`part` : first;
  // `makeVehicle` could be the imported factory of another model.
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
  const written = file.written.get(plan);
  if (written !== undefined) return written;
  // `partWriters[kind]` takes plans of that kind.
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

/** Calls the factory function of a generic. Throws if the dialect gives it a role but no factory. */
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

/** Declares a constant for a long item, so that nested arrays do not nest calls. */
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

/** Nested parts are declared before the object. */
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

/** Declares a constant, or returns the name of one with the same text. */
function declareOnce(name: Word, text: Code, file: PartFile): Word {
  const existing = file.declared.get(text);
  if (existing !== undefined) return existing;
  const constant = claimPart(name, file);
  file.declared.set(text, constant);
  file.constants.push({ text: code`const ${constant}${text}` });
  return constant;
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
  const constant = claimPart(word`${name}Branches`, file);
  const broken = rows.length > 1 && rows.every((row) => row.length > 1);
  file.constants.push({
    text: layoutList(
      code`const ${constant}: readonly Branch[]`,
      rows.map(layoutCodeItems),
      broken,
    ),
  });
  return constant;
}

function rowOf(
  { discriminants, names }: PlannedBranch,
  part: Code,
  name: Word,
  file: PartFile,
): Code[] {
  const listed = [...discriminants].map(
    ([key, values]) =>
      code`${planKey(key)}: ${valuesOfDiscriminant(values, name, file)}`,
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

/** Prints one value; declares a constant for several values. */
function valuesOfDiscriminant(
  values: readonly LiteralValue[],
  name: Word,
  file: PartFile,
): Code {
  const [first = code``, ...others] = values.map(tsValue);
  if (others.length === 0) return first;
  const constant = claimPart(word`${name}Values`, file);
  file.constants.push({
    text: layoutList(code`const ${constant}`, [first, ...others]),
  });
  return constant;
}

/** Prints a list or record; declares a constant if it is too wide for a line. */
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
  const constant = claimPart(word`${name}Discriminants`, file);
  const layout = brackets === "[]" ? layoutList : layoutRecord;
  file.constants.push({ text: layout(code`const ${constant}`, items) });
  return constant;
}

/** A property key. In an object literal, `__proto__: …` would set the prototype instead. */
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
