// How values of a model are made → calls of what `factory.ts` offers, laid out as
// Prettier has them. Collects what the file declares before them and must import.

import { assertNever } from "../../../ir/assert-never.js";
import type { JsonValue } from "../../../ir/json-value.js";
import type { LiteralValue } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
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

export function createPartWriter({ namesOf }: LowerContext): PartWriter {
  const constants: ConstantView[] = [];
  const models = new Set<string>();
  const shared = new Set<Word>();
  const taken = new Set<string>(imported);
  const declared = new Map<string, Word>();

  const call = (name: Word, ...args: Expression[]): Expression => {
    shared.add(name);
    return { name, args };
  };

  /** `BillingDetails → billingDetails` */
  const claim = (wanted: Word): Word => {
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
  };

  const makeOf = (model: string): Code => {
    models.add(model);
    return word`make${namesOf(model).type}`;
  };

  /** A plan that is a part of several others is written once. */
  const written = new Map<ValuePlan, Expression>();
  const write = (plan: ValuePlan, name: Word): Expression => {
    const known = written.get(plan);
    if (known !== undefined) return known;
    const expression = writeNew(plan, name);
    written.set(plan, expression);
    return expression;
  };

  const writeNew = (plan: ValuePlan, name: Word): Expression => {
    switch (plan.kind) {
      case "constant":
        return writeConstant(plan.value);
      case "clock":
        shared.add(word`timestamp`);
        return word`timestamp`;
      case "id": {
        if (plan.form === "text") {
          return call(word`id`, tsString(plan.prefix ?? ""));
        }
        const form = ownWord(plan.form);
        shared.add(form);
        return form;
      }
      case "make":
        return makeOf(plan.model);
      case "object":
        return declareObject(plan, name);
      case "null":
        return call(word`orNull`, write(plan.part, name));
      case "absent":
        return call(word`orNothing`, write(plan.part, name));
      case "expandable":
        return isNothing(plan.object)
          ? write(plan.id, name)
          : call(
              word`expandable`,
              write(plan.id, name),
              write(plan.object, name),
            );
      case "union":
        return call(
          word`oneOf`,
          write(plan.first, name),
          declareBranches(plan, name),
        );
      case "list":
        return call(
          plan.search ? word`searchResult` : word`list`,
          tsString(plan.url),
          ...plan.items.map((item) => write(item, word`${name}Item`)),
        );
      case "items":
        return call(
          word`items`,
          ...plan.items.map((item) => write(item, word`${name}Item`)),
        );
      case "repeat":
        return call(
          word`repeat`,
          tsValue(plan.count),
          declareItem(write(plan.item, word`${name}Item`), name),
        );
      case "entries":
        return call(
          word`entries`,
          declareObject(
            { kind: "object", always: plan.entries, sometimes: [] },
            name,
            "Parts",
          ),
        );
      default:
        return assertNever(plan);
    }
  };

  /** Arrays in arrays have names of their own: each is on a line, however deep it is. */
  const declareItem = (item: Expression, name: Word): Expression => {
    const text = flatCode(item);
    if (text.length <= longestPartName) return item;
    shared.add(word`Part`);
    return declareOnce(word`${name}Item`, code`: Part = ${text};`);
  };

  const writeConstant = (value: JsonValue): Expression => {
    if (typeof value !== "object" || value === null) {
      return call(word`value`, value === null ? code`null` : tsValue(value));
    }
    const literal = jsonLiteral(value);
    return literal === null || literal.length > 40
      ? call(word`json`, tsString(JSON.stringify(value)))
      : call(word`copy`, literal);
  };

  /** What is within it is declared first. */
  const declareObject = (
    { always, sometimes }: ObjectPlan,
    name: Word,
    as: "Part" | "Parts" = "Part",
  ): Code => {
    const indent = sometimes.length > 0 && as === "Part" ? 4 : 2;
    const [first = code`{}`, second = code`{}`] = [always, sometimes].map(
      (fields) => {
        const lines = fields.map(
          (field) => code`${spaces(indent)}${writeField(field, name, indent)}`,
        );
        const close = spaces(indent - 2);
        return lines.length === 0
          ? code`{}`
          : code`{\n${joinCode(lines, code`\n`)}\n${close}}`;
      },
    );
    if (as === "Parts") return declareOnce(name, code` = ${first};`);
    shared.add(word`Part`);
    shared.add(word`object`);
    const args =
      sometimes.length === 0 ? first : code`\n  ${first},\n  ${second},\n`;
    return declareOnce(name, code`: Part = object(${args});`);
  };

  /** What is the same to the letter is declared once. */
  const declareOnce = (name: Word, text: Code): Word => {
    const known = declared.get(text);
    if (known !== undefined) return known;
    const own = claim(name);
    declared.set(text, own);
    constants.push({ text: code`const ${own}${text}` });
    return own;
  };

  const writeField = (
    { name, plan }: PlannedField,
    parent: Word,
    indent: number,
  ): Code => {
    const key = planKey(name);
    const inner = nestedName(parent === whole ? word`` : parent, name);
    return layoutEntry(key, write(plan, inner), indent);
  };

  const declareBranches = ({ branches }: UnionPlan, name: Word): Code => {
    const rows = branches.map((branch) =>
      rowOf(branch, flatCode(write(branch.plan, word`${name}Option`)), name),
    );
    shared.add(word`Branch`);
    const own = claim(word`${name}Branches`);
    const broken = rows.length > 1 && rows.every((row) => row.length > 1);
    constants.push({
      text: layoutList(
        code`const ${own}: readonly Branch[]`,
        rows.map(layoutCodeItems),
        broken,
      ),
    });
    return own;
  };

  const rowOf = (
    { marks, names }: PlannedBranch,
    part: Code,
    name: Word,
  ): Code[] => {
    const listed = [...marks].map(
      ([key, values]) => code`${planKey(key)}: ${markOf(values, name)}`,
    );
    const row = [part];
    if (listed.length > 0 || names.length > 0) {
      row.push(hoistWide(listed, "{ }", name, layoutRecord));
    }
    if (names.length > 0) {
      row.push(hoistWide(names.map(tsString), "[]", name, layoutList));
    }
    return row;
  };

  /** Several values are a list that has a name. */
  const markOf = (values: readonly LiteralValue[], name: Word): Code => {
    const [first = code``, ...others] = values.map(tsValue);
    if (others.length === 0) return first;
    const own = claim(word`${name}Values`);
    constants.push({
      text: layoutList(code`const ${own}`, [first, ...others]),
    });
    return own;
  };

  /** What is too wide for a row has a name of its own. */
  const hoistWide = (
    items: readonly Code[],
    brackets: "[]" | "{ }",
    name: Word,
    layout: (start: Code, items: readonly Code[]) => Code,
  ): Code => {
    if (items.length === 0) return code`{}`;
    const inner = joinCode(items, code`, `);
    const whole = brackets === "[]" ? code`[${inner}]` : code`{ ${inner} }`;
    if (4 + textWidth(whole) + 1 <= printWidth) return whole;
    const own = claim(word`${name}Discriminants`);
    constants.push({ text: layout(code`const ${own}`, items) });
    return own;
  };

  return {
    declare(plan) {
      const expression = write(plan, whole);
      if (typeof expression === "string") return expression;
      const own = claim(whole);
      shared.add(word`Part`);
      const start = code`const ${own}: Part = `;
      constants.push({
        text: code`${start}${layoutCode(expression, 0, textWidth(start))};`,
      });
      return own;
    },
    constants,
    models,
    shared,
  };
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
