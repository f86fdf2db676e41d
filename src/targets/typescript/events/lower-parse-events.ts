// The catalogue of events → the parser of received events, which calls the
// validators of the envelope and of the object that an event carries.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { EventCatalogue } from "../../../ir/event-catalogue.js";
import {
  stringContent,
  uncapitalized,
  type Word,
  withoutEnd,
  word,
} from "../../../languages/printable.js";
import type { ImportView } from "../../../languages/typescript/import-view.js";
import { importView } from "../../../languages/typescript/import-view.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import type { FileView } from "../../target.js";
import type { LowerContext } from "../lower-context.js";
import type { EventCheckView, ParseEventsView } from "../typescript-view.js";

export interface ParseEvents {
  readonly files: readonly FileView[];
  readonly exports: readonly ImportView[];
}

export function lowerParseEvents(
  { label, envelope, types }: EventCatalogue,
  version: string | null,
  { namesOf }: LowerContext,
): ParseEvents {
  const name = tsTypeName(label);
  const models = new Set([
    envelope,
    ...types.flatMap(({ model }) => model ?? []),
  ]);
  const checks = [...models].map((model) => {
    const { type, file } = namesOf(model);
    return importView(
      stringContent`./validate/${file}.js`,
      [word`check${type}`],
      false,
    );
  });
  const { type, file } = namesOf(envelope);
  const versionName = nameVersion(name);
  const view: ParseEventsView = {
    imports: [
      importView(stringContent`./events.js`, [name, word`Unrecognized${name}`]),
      importView(stringContent`./model/${file}.js`, [type]),
      importView(stringContent`./read-events.js`, [word`read${name}`], false),
      ...sortedByBytes(checks, ({ from }) => from),
    ],
    name,
    envelope: type,
    versionName,
    version: version === null ? null : tsString(version),
    events: types.flatMap(({ name: event, model }): EventCheckView[] => {
      if (model === null) return [];
      const key = tsString(event);
      const check = word`check${namesOf(model).type}`;
      return [{ key, check }];
    }),
  };
  return {
    files: [
      { path: "parse-events.ts", template: "parse-events", model: null, view },
    ],
    exports: [
      importView(stringContent`./parse-events.js`, [word`${name}Options`]),
      importView(
        stringContent`./parse-events.js`,
        [
          word`parse${name}`,
          word`safeParse${name}`,
          ...(version === null ? [] : [versionName]),
        ],
        false,
      ),
    ],
  };
}

/** The name of the constant with the API version: `ShopEvent → shopApiVersion`. */
function nameVersion(label: Word): Word {
  return uncapitalized(word`${withoutEnd(label, "Event")}ApiVersion`);
}
