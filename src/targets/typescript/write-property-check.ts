// A property of an object → the statement that checks it, where `v` is the object.

import type { Field } from "../../model/type-expr.js";
import { printWidth } from "./layout.js";
import { layoutCall, layoutStatement } from "./layout-code.js";
import { propertyKey, stringLiteral } from "./text-literal.js";
import { textWidth } from "./text-width.js";
import { nestedName } from "./type-printer.js";
import type { CheckScope } from "./write-checks.js";

/** `parent` is the name that the object has here. */
export function writePropertyCheck(
  field: Field,
  parent: string,
  { file, write }: CheckScope,
): string {
  const call = write(field.type, nestedName(parent, field.name));
  const key = stringLiteral(field.name);
  const isInherited = field.name in Object.prototype;
  const read = isInherited
    ? `${file.share("own")}(v, ${key})`
    : readProperty(field.name);
  const presence = file.share(presenceOf(field));
  const args = ["c", key, read, presence, ...call.args];
  // Most of what may be null, or absent, is: it is passed over without a call.
  const absent = `if (${read} === undefined)`;
  const isCheap = !isInherited && 4 + textWidth(absent) <= printWidth;
  if (isCheap && field.nullable) {
    return layoutStatement(`if (${read} !== null)`, call.name, args, 2);
  }
  if (isCheap && !field.required) {
    const rest = layoutStatement("else", call.name, args, 2);
    const count = layoutStatement(absent, "c.absent++", null, 2);
    return `${count}${count.endsWith("}") ? " " : "\n  "}${rest}`;
  }
  return layoutCall(call.name, args, 2);
}

function readProperty(name: string): string {
  const key = propertyKey(name);
  if (key === name) return `v.${name}`;
  // As an argument on a line of its own.
  return textWidth(`    v[${key}],`) > printWidth
    ? `v[\n      ${key}\n    ]`
    : `v[${key}]`;
}

/** Which constant of `validation.ts` says whether it may be null, or absent. */
function presenceOf({ required, nullable, present }: Field): string {
  if (!required) return nullable ? "nullish" : "optional";
  if (nullable) return "nullable";
  return present ? "required" : "omissible";
}
