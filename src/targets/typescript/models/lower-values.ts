// Enums → tuples of their values, which types alone are not at run time.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import { asJson } from "../../../ir/query/literal-values-of.js";
import type { EnumType, LiteralValue } from "../../../ir/type-expr.js";
import {
  code,
  stringContent,
  uncapitalized,
  word,
} from "../../../languages/printable.js";
import { importView } from "../../../languages/typescript/import-view.js";
import {
  bigintLiteral,
  propertyKey,
  tsValue,
} from "../../../languages/typescript/typescript-literals.js";
import type { FileGroup, NamedEnum } from "../file-group.js";
import type { Formats } from "../formats.js";
import { isBigint, literalTexts } from "../literal-texts.js";
import type {
  EnumNameView,
  EnumValuesView,
  ValuesView,
} from "../typescript-view.js";

export function lowerValues(
  enums: readonly NamedEnum[],
  formats: Formats,
): FileGroup {
  const views = sortedByBytes(
    enums.map((one) => lowerEnum(one, formats)).filter((one) => one !== null),
    ({ name }) => name,
  );
  const view: ValuesView = { enums: views };
  const names = views.flatMap(({ name, namesName, names: listed }) =>
    listed.length > 0 ? [name, namesName] : [name],
  );
  return {
    files:
      views.length === 0
        ? []
        : [{ path: "values.ts", template: "values", model: null, view }],
    exports:
      views.length === 0
        ? []
        : [
            importView(
              stringContent`./values.js`,
              [code`isOneOf`, ...names],
              false,
            ),
          ],
    enums: [],
  };
}

/** `ChargeStatus → chargeStatusValues`; null for a single value, which needs no list. */
function lowerEnum(
  { name, type }: NamedEnum,
  formats: Formats,
): EnumValuesView | null {
  const values = literalTexts(type, formats);
  if (values.length < 2) return null;
  const base = uncapitalized(name);
  const variable = word`${base}Values`;
  return {
    name: variable,
    values,
    areNumbers: hasNumbers(type, formats),
    namesName: word`${base}Names`,
    names: lowerNames(type, formats),
  };
}

/** Only where each value has a name, and none has another's. */
function lowerNames(type: EnumType, formats: Formats): EnumNameView[] {
  const { values, notes } = type;
  const names = (notes ?? []).flatMap(({ name }) => name ?? []);
  if (names.length < values.length || new Set(names).size < names.length) {
    return [];
  }
  return values.map((value, index) => ({
    key: propertyKey(names[index] ?? ""),
    value: isBigint(type, formats) ? bigintLiteral(value) : tsValue(value),
  }));
}

function hasNumbers(type: EnumType, formats: Formats): boolean {
  const isNumber = (value: LiteralValue) => typeof asJson(value) === "number";
  return type.values.every(isNumber) && !isBigint(type, formats);
}
