// The events that a webhook endpoint can ask for are the only catalogue of them
// in Stripe's document: `event.type` itself is any string.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import type { EventCatalogue, EventType } from "../../ir/event-catalogue.js";
import type { EventRequest } from "../dialect.js";
import { eventObjects } from "./event-objects.js";

const envelope = "event";
const path = "/v1/webhook_endpoints";

/** Null where there is no such endpoint, or no schema of an event. */
export function listEvents(request: EventRequest): EventCatalogue | null {
  const catalogue = findCatalogue(request.root);
  const models = new Set(request.models.map(({ name }) => name));
  if (catalogue === null || !models.has(envelope)) return null;
  const chosen = readChosen(request, catalogue.names, models);
  const types = catalogue.names.map((name): EventType => {
    const own = chosen.get(name);
    if (own !== undefined) return { name, model: own };
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
 * `issuing_card.created → issuing.card`, and what part of it has changed, in brackets,
 * makes no difference: `v2.core.account[defaults].updated`. Undefined where nothing is
 * known.
 */
function eventModel(
  event: string,
  models: ReadonlySet<string>,
): string | null | undefined {
  const whole = event.replace(/\[[^\]]*\]/g, "");
  const prefix = whole.slice(0, Math.max(0, whole.lastIndexOf(".")));
  const dotted = prefix.replace(/^issuing_/, "issuing.");
  const single = eventObjects.find((one) => one.event === event);
  const named = [prefix, dotted].find((name) => models.has(name));
  if (single === undefined && named !== undefined) return named;
  const entry = single ?? eventObjects.find((one) => one.event === prefix);
  // An object of this version that its document no longer describes is unknown again.
  if (entry?.model && !models.has(entry.model)) return undefined;
  return entry?.model;
}

/** What the user says comes first, and must be of events and schemas that exist. */
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

/** The object below `value` at some keys, or null. */
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
