// The catalogue of events → a map from their types to what they carry, and what
// to do with them at run time.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../model/byte-order.js";
import type { EventCatalogue } from "../../model/event-catalogue.js";
import type { ModelSet } from "../../model/model.js";
import type { FileGroup } from "./file-group.js";
import { layoutType, printWidth } from "./layout.js";
import { layoutImport } from "./layout-import.js";
import type { LowerContext } from "./lower-context.js";
import { stringLiteral } from "./text-literal.js";
import { textWidth } from "./text-width.js";
import type { TsType } from "./ts-type.js";
import type { EventsView } from "./view.js";

const nothing: FileGroup = {
  files: [],
  exports: [],
  shared: new Set(),
  enums: [],
};

/** Asking for events of a document that lists none is reported. */
export function lowerEvents(
  { events, file }: ModelSet,
  { namesOf, options, report }: LowerContext,
): FileGroup {
  if (events === null) {
    const message = `events are asked for, and ${file} lists none`;
    report(createDiagnostic("option/stale", options.at, message));
    return nothing;
  }
  const { label: name, envelope, types } = events;
  const variable = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const models = new Set([
    envelope,
    ...types.flatMap(({ model }) => model ?? []),
  ]);
  const importModel = (model: string) => {
    const { type, file: from } = namesOf(model);
    return layoutImport(`./model/${from}.js`, [type]);
  };
  const envelopeImport = importModel(envelope);
  const keys = types.map((event) => stringLiteral(event.name));
  const list = `export const ${variable}Types = [${keys.join(", ")}] as const;`;
  const view: EventsView = {
    imports: sortedByBytes([...models].map(importModel), ({ from }) => from),
    name,
    variable,
    envelope: namesOf(envelope).type,
    envelopeFile: envelopeImport.from,
    broken: textWidth(list) > printWidth,
    events: types.map(({ name: event, model }) => {
      const key = stringLiteral(event);
      const type = model === null ? anyObject : named(namesOf(model).type);
      return { key, type: layoutType(type, 2 + key.length + 1, 2, "property") };
    }),
  };
  return {
    ...nothing,
    files: [
      { path: "events.ts", template: "events", model: null, view },
      { path: "read-events.ts", template: "read-events", model: null, view },
    ],
    exports: [
      layoutImport("./events.js", eventTypeNames(events)),
      layoutImport(
        "./read-events.js",
        [`handle${name}`, `is${name}Type`, `read${name}`, `${variable}Types`],
        false,
      ),
    ],
  };
}

/** The types that are declared for a catalogue. */
export function eventTypeNames({ label }: EventCatalogue): string[] {
  return [
    "PreviousAttributes",
    label,
    `${label}Handlers`,
    `${label}Map`,
    `${label}Of`,
    `${label}Type`,
    `Unrecognized${label}`,
  ];
}

function named(text: string): TsType {
  return { kind: "name", text };
}

const anyObject: TsType = {
  kind: "generic",
  name: "Record",
  args: [named("string"), named("unknown")],
};
