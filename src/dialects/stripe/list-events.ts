// Stripe's document → its events and their objects. The only list of events is
// the enum `enabled_events` of webhook endpoints; `event.type` is any string.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import type { EventCatalogue, EventType } from "../../ir/event-catalogue.js";
import type { EventRequest } from "../dialect.js";
import { eventObjects } from "./event-objects.js";

const envelope = "event";
const path = "/v1/webhook_endpoints";

/** Null if the document has no webhook endpoint, or no schema `event`. */
export function listEvents(request: EventRequest): EventCatalogue | null {
  const catalogue = findCatalogue(request.root);
  const models = new Set(request.models.map(({ name }) => name));
  if (catalogue === null || !models.has(envelope)) return null;
  const chosen = readChosen(request, catalogue.names, models);
  const types = catalogue.names.map((name): EventType => {
    const chosenModel = chosen.get(name);
    if (chosenModel !== undefined) return { name, model: chosenModel };
    const model = eventModel(name, models);
    if (model !== undefined) return { name, model };
    request.report(
      createDiagnostic(
        "event/unmapped",
        { file: request.file, pointer: catalogue.pointer },
        `unknown object schema for ${JSON.stringify(name)} events`,
      ),
    );
    return { name, model: null };
  });
  return { label: "StripeEvent", envelope, types };
}

/**
 * The model of an event's object: `issuing_card.created → issuing.card`. The part
 * in brackets, as in `v2.core.account[defaults].updated`, is ignored. Null if the
 * document is known not to describe the object; undefined if the object is
 * unknown.
 */
function eventModel(
  event: string,
  models: ReadonlySet<string>,
): string | null | undefined {
  const whole = event.replace(/\[[^\]]*\]/g, "");
  const prefix = whole.slice(0, Math.max(0, whole.lastIndexOf(".")));
  const dotted = prefix.replace(/^issuing_/, "issuing.");
  const single = eventObjects.find((entry) => entry.event === event);
  const named = [prefix, dotted].find((name) => models.has(name));
  if (single === undefined && named !== undefined) return named;
  const entry =
    single ?? eventObjects.find((candidate) => candidate.event === prefix);
  // Another version of the document may lack the schema that the table names.
  if (entry?.model && !models.has(entry.model)) return undefined;
  return entry?.model;
}

/** Event → the user's model for it. Reports unknown events and schemas. */
function readChosen(
  { chosen, report }: EventRequest,
  names: readonly string[],
  models: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const { event, model, at } of chosen) {
    if (!names.includes(event)) {
      report(
        createDiagnostic(
          "event/unknown",
          at,
          `there is no event ${JSON.stringify(event)}`,
          didYouMean(event, names) ?? undefined,
        ),
      );
    } else if (!models.has(model)) {
      report(
        createDiagnostic(
          "event/unknown",
          at,
          `${JSON.stringify(event)} is mapped to ${JSON.stringify(model)}, which is not a schema of the document`,
          didYouMean(model, [...models]) ?? undefined,
        ),
      );
    } else {
      result.set(event, model);
    }
  }
  return result;
}

interface Catalogue {
  readonly names: readonly string[];
  readonly pointer: string;
}

function findCatalogue(root: EventRequest["root"]): Catalogue | null {
  const content = dig(root, "paths", path, "post", "requestBody", "content");
  for (const mediaType of Object.keys(content ?? {})) {
    const items = dig(
      content,
      mediaType,
      "schema",
      "properties",
      "enabled_events",
      "items",
    );
    const listed = items?.enum;
    if (!Array.isArray(listed)) continue;
    const names = listed.filter((name) => typeof name === "string");
    const tokens = [path, "post", "requestBody", "content", mediaType].map(
      (token) => token.replaceAll("~", "~0").replaceAll("/", "~1"),
    );
    return {
      names: [...new Set(names)].filter((name) => name !== "*"),
      pointer: `#/paths/${tokens.join("/")}/schema/properties/enabled_events/items/enum`,
    };
  }
  return null;
}

/** The object at a path of keys below `value`; null if there is none. */
function dig(
  value: unknown,
  ...keys: readonly string[]
): Readonly<Record<string, unknown>> | null {
  let at = value;
  for (const key of keys) at = isEventRecord(at) ? at[key] : null;
  return isEventRecord(at) ? at : null;
}

function isEventRecord(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
