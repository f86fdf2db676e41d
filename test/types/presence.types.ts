// A nullable property is always present if spec/presence.yaml lists it, and otherwise
// optional.

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

// @ts-expect-error: `url` is never undefined
export const nothing: Pick<Session, "url"> = { url: undefined };

/** Optional and never null, as in the document. */
export const optional: Pick<Session, "verification_flow"> = {};

/** Nullable, but real cards omit it. */
export const omitted: Pick<Card, "account" | "customer"> = {};

/** Absent unless a request expands it. */
export const unexpanded: Pick<Session, "verified_outputs"> = {};

declare const session: Session;
export function unguarded(): unknown {
  if (session.verified_outputs === null) return null;
  // @ts-expect-error: a comparison with null is not enough, it may be undefined
  return session.verified_outputs.dob;
}
