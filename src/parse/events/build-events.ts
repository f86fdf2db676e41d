// A parsed document → the events that it lists, as its dialect knows them.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import type { Dialect, EventRequest } from "../../dialects/dialect.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { EventCatalogue } from "../../ir/event-catalogue.js";

/** Null where the document lists none. */
export function buildEvents(
  dialect: Dialect,
  request: EventRequest,
): EventCatalogue | null {
  const catalogue = dialect.listEvents(request);
  if (catalogue !== null) {
    const types = sortedByBytes(catalogue.types, ({ name }) => name);
    return { ...catalogue, types };
  }
  for (const { event, at } of request.chosen) {
    request.report(
      createDiagnostic(
        "event/unknown",
        at,
        `there is no event ${JSON.stringify(event)}: ${request.file} lists none`,
      ),
    );
  }
  return null;
}
