// A property → the statement that checks it; `v` is the object in generated code.

import type { Field } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  type Word,
  word,
} from "../../../languages/printable.js";
import {
  layoutCall,
  layoutStatement,
} from "../../../languages/typescript/layout-code.js";
import {
  printWidth,
  textWidth,
} from "../../../languages/typescript/text-width.js";
import {
  propertyKey,
  tsString,
} from "../../../languages/typescript/typescript-literals.js";
import type { CheckScope } from "../check-scope.js";
import { nestedName } from "../models/type-printer.js";

/** `parent` is the name of the object's check: `Charge`. */
export function writePropertyCheck(
  field: Field,
  parent: Word,
  { file, write }: CheckScope,
): Code {
  const call = write(field.type, nestedName(parent, field.name));
  const key = tsString(field.name);
  const isInherited = field.name in Object.prototype;
  const read = isInherited
    ? code`${file.share(word`own`)}(v, ${key})`
    : readProperty(field.name);
  const presence = file.share(presenceOf(field));
  const args = [word`c`, key, read, presence, ...call.args];
  // Most nullable or optional properties are null or absent: skip the call for speed.
  const absent = code`if (${read} === undefined)`;
  const isCheap = !isInherited && 4 + textWidth(absent) <= printWidth;
  if (isCheap && field.nullable) {
    return layoutStatement(code`if (${read} !== null)`, call.name, args, 2);
  }
  if (isCheap && !field.required) {
    const rest = layoutStatement(code`else`, call.name, args, 2);
    const count = layoutStatement(absent, code`c.absent++`, null, 2);
    return code`${count}${count.endsWith("}") ? " " : "\n  "}${rest}`;
  }
  return layoutCall(call.name, args, 2);
}

function readProperty(name: string): Code {
  const key = propertyKey(name);
  if (key === name) return code`v.${key}`;
  // The expression is an argument on its own line, indented by four.
  return textWidth(`    v[${key}],`) > printWidth
    ? code`v[\n      ${key}\n    ]`
    : code`v[${key}]`;
}

/** The constant of `validation.ts` for whether the property may be null or absent. */
function presenceOf({ required, nullable, present }: Field): Word {
  if (!required) return nullable ? word`nullish` : word`optional`;
  if (nullable) return word`nullable`;
  return present ? word`required` : word`omissible`;
}
