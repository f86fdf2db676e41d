// The statuses that an operation answers with.

import { isObject } from "../is-object.js";
import { type FaultRule, isSwagger2 } from "./fault-rule.js";
import { below } from "./place.js";

/**
 * A key is an HTTP status code, `default` or, from version 3 on, a range like `4XX`.
 * @see https://spec.openapis.org/oas/v3.1.1#responses-object
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export const responseStatus: FaultRule = {
  operation({ raw, place }, { version, tell }) {
    if (!isObject(raw.responses)) return;
    const status = isSwagger2(version) ? /^[1-5]\d\d$/ : /^[1-5](\d\d|XX)$/;
    for (const key of Object.keys(raw.responses)) {
      if (status.test(key) || key === "default" || key.startsWith("x-")) {
        continue;
      }
      tell(
        "response/unknown-status",
        below(below(place, "responses"), key),
        `"${key}" is no HTTP status`,
      );
    }
  },
};
