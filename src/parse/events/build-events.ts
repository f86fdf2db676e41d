// A parsed document → the events that it lists, according to its dialect.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import type { Dialect, EventRequest } from "../../dialects/dialect.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { EventCatalogue } from "../../ir/event-catalogue.js";

/**
 * Returns the events, sorted by name; null if the document lists none. Without
 * a list, each event that the user configured is reported.
 */
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
