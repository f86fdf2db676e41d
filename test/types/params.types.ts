// What a request takes: no more than the document says, and no less.

import type * as generated from "../../generated/stripe/index.js";
import type {
  Binary,
  Decimal,
  Emptyable,
  GetChargesParams,
  Metadata,
  PostCustomersCustomerParams,
  PostFilesParams,
  PostIdentityVerificationSessionsParams,
  PostIdentityVerificationSessionsSessionCancelParams,
  PostIdentityVerificationSessionsSessionCancelPath,
  PostPricesParams,
  PostSubscriptionsParams,
  PostSubscriptionsSubscriptionExposedIdParams,
  ProvidedDetailsParam,
  Timestamp,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

export const session: PostIdentityVerificationSessionsParams = {
  type: "document",
  metadata: { order: "1" },
  options: { document: { allowed_types: ["passport"] } },
  provided_details: { email: "jenny@example.com" },
};

export const misspelt: PostIdentityVerificationSessionsParams = {
  // @ts-expect-error: what is sent is known, so its enums are closed
  type: "documents",
};
export const unknown: PostIdentityVerificationSessionsParams = {
  // @ts-expect-error: no parameter of this operation
  return_uri: "https://example.com",
};
// @ts-expect-error: optional, and yet not undefined
export const undefinedType: PostIdentityVerificationSessionsParams = {
  type: undefined,
};
exactly<
  Equal<
    PostIdentityVerificationSessionsParams["provided_details"],
    ProvidedDetailsParam | undefined
  >
>();

/** `""` clears a field where the document says so, and nowhere else. */
export const cleared: PostCustomersCustomerParams = {
  metadata: "",
  shipping: "",
  address: "",
};
exactly<
  Equal<
    PostCustomersCustomerParams["metadata"],
    Emptyable<Metadata> | undefined
  >
>();
export const notCleared: PostCustomersCustomerParams = {
  // @ts-expect-error: the tax settings cannot be cleared
  tax: "",
};

/** A point in time, or a word for one. */
exactly<
  Equal<
    PostSubscriptionsSubscriptionExposedIdParams["trial_end"],
    "now" | Timestamp | undefined
  >
>();
exactly<
  Equal<
    PostSubscriptionsSubscriptionExposedIdParams["cancel_at"],
    Emptyable<Timestamp> | undefined
  >
>();
export const trial: PostSubscriptionsParams = {
  customer: "cus_1",
  trial_end: "now",
};
export const noWord: PostSubscriptionsParams = {
  customer: "cus_1",
  // @ts-expect-error: no such word
  trial_end: "never",
};
// @ts-expect-error: whose subscription?
export const noCustomer: PostSubscriptionsParams = { trial_end: 1 };

/** A decimal number is a string. */
exactly<Equal<PostPricesParams["unit_amount_decimal"], Decimal | undefined>>();

/** Bytes. */
export const upload: PostFilesParams = {
  file: new Uint8Array(),
  purpose: "identity_document",
};
exactly<Equal<PostFilesParams["file"], Binary>>();
export const noBytes: PostFilesParams = {
  // @ts-expect-error: a name is no file
  file: "passport.png",
  purpose: "identity_document",
};

/** In a query: a range of times, or one. */
export const query: GetChargesParams = {
  created: { gte: 1_700_000_000, lt: 1_800_000_000 },
  limit: 10,
};
export const ending: GetChargesParams = {
  // @ts-expect-error: no bound of a range
  created: { until: 1 },
};

/** What stands in the path is apart from what is sent. */
export const path: PostIdentityVerificationSessionsSessionCancelPath = {
  session: "vs_1",
};
exactly<
  Equal<keyof PostIdentityVerificationSessionsSessionCancelParams, "expand">
>();

// An operation that takes nothing has no type of nothing.
// @ts-expect-error: `DELETE /v1/customers/{customer}` has a path only
export type Nothing = generated.DeleteCustomersCustomerParams;
