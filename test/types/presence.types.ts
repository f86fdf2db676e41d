// A nullable property of real objects is there; the few that are not are listed
// in spec/presence.yaml.

import type {
  Card,
  IdentityVerificationSession,
} from "../../generated/stripe/index.js";

type Session = IdentityVerificationSession;

export const always: Pick<Session, "url" | "client_secret"> = {
  url: null,
  client_secret: null,
};

// @ts-expect-error: `url` is null, not absent
export const missing: Pick<Session, "url"> = {};

// @ts-expect-error: and never undefined
export const nothing: Pick<Session, "url"> = { url: undefined };

/** Optional and never null, as the document says. */
export const optional: Pick<Session, "verification_flow"> = {};

/** Nullable, and yet omitted by real cards. */
export const omitted: Pick<Card, "account" | "customer"> = {};
