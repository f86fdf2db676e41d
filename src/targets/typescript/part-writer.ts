// How values of a model are made → calls of what `factory.ts` offers, laid out as
// Prettier has them. Collects what the file declares before them and must import.

import { assertNever } from "../../model/assert-never.js";
import type { JsonValue } from "../../model/json-value.js";
import type { LiteralValue } from "../../model/type-expr.js";
import type {
  ObjectPlan,
  PlannedBranch,
  PlannedField,
  UnionPlan,
  ValuePlan,
} from "../../model/value-plan.js";
import { printWidth } from "./layout.js";
import { layoutItems, layoutList, layoutRecord } from "./layout-code.js";
import type { LowerContext } from "./lower-context.js";
import { type Code, flatCode, layoutCode, layoutEntry } from "./part-code.js";
import {
  jsonLiteral,
  propertyKey,
  stringLiteral,
  valueLiteral,
} from "./text-literal.js";
import { textWidth } from "./text-width.js";
import { nestedName } from "./type-printer.js";
import type { ConstantView } from "./view.js";

export interface PartWriter {
  /** The name of the part that makes the whole. */
  declare(plan: ValuePlan): string;
  /** In the order in which they need each other. */
  readonly constants: readonly ConstantView[];
  /** Other models by their name in the document. */
  readonly models: ReadonlySet<string>;
  /** What is used of `factory.ts`. */
  readonly shared: ReadonlySet<string>;
}

/** What the files of factories import: names within them differ from these. */
const imported = [
  ...["copy", "entries", "expandable", "id", "items", "json", "list", "make"],
  ...["number", "object", "oneOf", "orNothing", "orNull", "searchResult"],
  ...["timestamp", "uuid", "value"],
];

/** Longer names would need line breaks of their own. */
const longestName = 40;

export function createPartWriter({ namesOf }: LowerContext): PartWriter {
  const constants: ConstantView[] = [];
  const models = new Set<string>();
  const shared = new Set<string>();
  const taken = new Set(imported);
  const declared = new Map<string, string>();

  const call = (name: string, ...args: Code[]): Code => {
    shared.add(name);
    return { name, args };
  };

  /** `BillingDetails → billingDetails` */
  const claim = (wanted: string): string => {
    const first = `${wanted.slice(0, 1).toLowerCase()}${wanted.slice(1)}`;
    const plain = first.length > longestName || first === "" ? "part" : first;
    // `makeVehicle` may be what makes another model.
    const isOther = /^make\P{Ll}/u.test(plain) || isReserved(plain);
    const safe = /^\d/.test(plain) || isOther ? `_${plain}` : plain;
    let name = safe;
    for (let number = 2; taken.has(name); number++) name = safe + number;
    taken.add(name);
    return name;
  };

  const makeOf = (model: string): string => {
    models.add(model);
    return `make${namesOf(model).type}`;
  };

  const write = (plan: ValuePlan, name: string): Code => {
    switch (plan.kind) {
      case "constant":
        return writeConstant(plan.value);
      case "clock":
        shared.add("timestamp");
        return "timestamp";
      case "id": {
        if (plan.form === "text") {
          return call("id", stringLiteral(plan.prefix ?? ""));
        }
        shared.add(plan.form);
        return plan.form;
      }
      case "make":
        return makeOf(plan.model);
      case "object":
        return declareObject(plan, name);
      case "null":
        return call("orNull", write(plan.part, name));
      case "absent":
        return call("orNothing", write(plan.part, name));
      case "expandable":
        return isNothing(plan.object)
          ? write(plan.id, name)
          : call("expandable", write(plan.id, name), write(plan.object, name));
      case "union":
        return call(
          "oneOf",
          write(plan.first, name),
          declareBranches(plan, name),
        );
      case "list":
        return call(
          plan.search ? "searchResult" : "list",
          stringLiteral(plan.url),
          ...plan.items.map((item) => write(item, `${name}Item`)),
        );
      case "items":
        return call(
          "items",
          ...plan.items.map((item) => write(item, `${name}Item`)),
        );
      case "entries":
        return call(
          "entries",
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

  const writeConstant = (value: JsonValue): Code => {
    if (typeof value !== "object" || value === null) {
      return call("value", value === null ? "null" : valueLiteral(value));
    }
    const literal = jsonLiteral(value);
    return literal === null || literal.length > 40
      ? call("json", stringLiteral(JSON.stringify(value)))
      : call("copy", literal);
  };

  /** What is within it is declared first. */
  const declareObject = (
    { always, sometimes }: ObjectPlan,
    name: string,
    as: "Part" | "Parts" = "Part",
  ): string => {
    const indent = sometimes.length > 0 && as === "Part" ? 4 : 2;
    const [first, second] = [always, sometimes].map((fields) => {
      const lines = fields.map(
        (field) => " ".repeat(indent) + writeField(field, name, indent),
      );
      const close = " ".repeat(indent - 2);
      return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${close}}`;
    });
    if (as === "Parts") return declareOnce(name, ` = ${first};`);
    shared.add("Part");
    shared.add("object");
    const args =
      sometimes.length === 0 ? first : `\n  ${first},\n  ${second},\n`;
    return declareOnce(name, `: Part = object(${args});`);
  };

  /** What is the same to the letter is declared once. */
  const declareOnce = (name: string, text: string): string => {
    const known = declared.get(text);
    if (known !== undefined) return known;
    const own = claim(name);
    declared.set(text, own);
    constants.push({ text: `const ${own}${text}` });
    return own;
  };

  const writeField = (
    { name, plan }: PlannedField,
    parent: string,
    indent: number,
  ): string => {
    // Written in braces as it is, it would say what the object inherits from.
    const key = name === "__proto__" ? '["__proto__"]' : propertyKey(name);
    const inner = nestedName(parent === "own" ? "" : parent, name);
    return layoutEntry(key, write(plan, inner), indent);
  };

  const declareBranches = ({ branches }: UnionPlan, name: string): string => {
    const rows = branches.map((branch) =>
      rowOf(branch, flatCode(write(branch.plan, `${name}Option`)), name),
    );
    shared.add("Branch");
    const own = claim(`${name}Branches`);
    const broken = rows.length > 1 && rows.every((row) => row.length > 1);
    constants.push({
      text: layoutList(
        `const ${own}: readonly Branch[]`,
        rows.map(layoutItems),
        broken,
      ),
    });
    return own;
  };

  const rowOf = (
    { marks, names }: PlannedBranch,
    part: string,
    name: string,
  ): string[] => {
    const listed = [...marks].map(
      ([key, values]) =>
        `${key === "__proto__" ? '["__proto__"]' : propertyKey(key)}: ${markOf(values, name)}`,
    );
    const row = [part];
    if (listed.length > 0 || names.length > 0) {
      row.push(hoistWide(listed, "{ }", name, layoutRecord));
    }
    if (names.length > 0) {
      row.push(hoistWide(names.map(stringLiteral), "[]", name, layoutList));
    }
    return row;
  };

  /** Several values are a list that has a name. */
  const markOf = (values: readonly LiteralValue[], name: string): string => {
    const [first = "", ...others] = values.map(valueLiteral);
    if (others.length === 0) return first;
    const own = claim(`${name}Values`);
    constants.push({ text: layoutList(`const ${own}`, [first, ...others]) });
    return own;
  };

  /** What is too wide for a row has a name of its own. */
  const hoistWide = (
    items: readonly string[],
    brackets: "[]" | "{ }",
    name: string,
    layout: (start: string, items: readonly string[]) => string,
  ): string => {
    if (items.length === 0) return "{}";
    const inner = items.join(", ");
    const whole = brackets === "[]" ? `[${inner}]` : `{ ${inner} }`;
    if (4 + textWidth(whole) + 1 <= printWidth) return whole;
    const own = claim(`${name}Marks`);
    constants.push({ text: layout(`const ${own}`, items) });
    return own;
  };

  return {
    declare(plan) {
      const code = write(plan, "own");
      if (typeof code === "string") return code;
      const own = claim("own");
      shared.add("Part");
      const start = `const ${own}: Part = `;
      constants.push({
        text: `${start}${layoutCode(code, 0, textWidth(start))};`,
      });
      return own;
    },
    constants,
    models,
    shared,
  };
}

function isNothing(plan: ValuePlan): boolean {
  return plan.kind === "constant" && plan.value === null;
}

const reserved =
  /^(arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

function isReserved(name: string): boolean {
  return reserved.test(name);
}
