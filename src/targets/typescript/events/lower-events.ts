// The catalogue of events → the types of events and of the objects that they carry,
// and the functions that read and dispatch them.

import { createDiagnostic } from "../../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { EventCatalogue } from "../../../ir/event-catalogue.js";
import type { ModelSet } from "../../../ir/model.js";
import {
  type Code,
  code,
  ownWord,
  stringContent,
  uncapitalized,
  type Word,
  word,
} from "../../../languages/printable.js";
import { importView } from "../../../languages/typescript/import-view.js";
import type { TsType } from "../../../languages/typescript/ts-type.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import { viewOfType } from "../ts-type-view.js";
import type { EventsView } from "../typescript-view.js";

const noEvents: FileGroup = {
  files: [],
  exports: [],
  enums: [],
};

/** Reports an `emit` of events if the document lists none. */
export function lowerEvents(
  { events, file }: ModelSet,
  { namesOf, options, report }: LowerContext,
): FileGroup {
  if (events === null) {
    const message = `events are requested, but ${file} has none`;
    report(createDiagnostic("option/stale", options.placeOf("emit"), message));
    return noEvents;
  }
  const { envelope, types } = events;
  const name = tsTypeName(events.label);
  const variable = uncapitalized(name);
  const models = new Set([
    envelope,
    ...types.flatMap(({ model }) => model ?? []),
  ]);
  const importModel = (model: string) => {
    const { type, file: from } = namesOf(model);
    return importView(stringContent`./model/${from}.js`, [type]);
  };
  const envelopeImport = importModel(envelope);
  const view: EventsView = {
    imports: sortedByBytes([...models].map(importModel), ({ from }) => from),
    name,
    variable,
    envelope: namesOf(envelope).type,
    envelopeFile: envelopeImport.from,
    events: types.map(({ name: event, model }) => {
      const key = tsString(event);
      const type = model === null ? anyObject : namedEvent(namesOf(model).type);
      return { key, type: viewOfType(type) };
    }),
  };
  return {
    ...noEvents,
    files: [
      { path: "events.ts", template: "events", model: null, view },
      { path: "read-events.ts", template: "read-events", model: null, view },
    ],
    exports: [
      importView(stringContent`./events.js`, eventTypeNames(events)),
      importView(
        stringContent`./read-events.js`,
        [
          word`handle${name}`,
          word`is${name}Type`,
          word`read${name}`,
          word`${variable}Types`,
        ],
        false,
      ),
    ],
  };
}

/** The names of all types that `events.ts` declares. */
export function eventTypeNames({ label: raw }: EventCatalogue): Word[] {
  const label = tsTypeName(raw);
  return [
    ownWord("PreviousAttributes"),
    label,
    word`${label}Handlers`,
    word`${label}Map`,
    word`${label}Of`,
    word`${label}Type`,
    word`Unrecognized${label}`,
  ];
}

function namedEvent(text: Code): TsType {
  return { kind: "name", text };
}

const anyObject: TsType = {
  kind: "generic",
  name: ownWord("Record"),
  args: [namedEvent(code`string`), namedEvent(code`unknown`)],
};
