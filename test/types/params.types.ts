// Request types accept exactly the parameters that the document declares.

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
  // @ts-expect-error: enums in requests are closed
  type: "documents",
};
export const unknown: PostIdentityVerificationSessionsParams = {
  // @ts-expect-error: not a parameter of this operation
  return_uri: "https://example.com",
};
// @ts-expect-error: optional, but not `undefined`
export const undefinedType: PostIdentityVerificationSessionsParams = {
  type: undefined,
};
exactly<
  Equal<
    PostIdentityVerificationSessionsParams["provided_details"],
    ProvidedDetailsParam | undefined
  >
>();

/** `""` clears a field only if the document allows it. */
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

/** A timestamp, or a keyword such as "now". */
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
export const unknownKeyword: PostSubscriptionsParams = {
  customer: "cus_1",
  // @ts-expect-error: unknown keyword
  trial_end: "never",
};
// @ts-expect-error: `customer` is required
export const noCustomer: PostSubscriptionsParams = { trial_end: 1 };

/** A decimal number is a string. */
exactly<Equal<PostPricesParams["unit_amount_decimal"], Decimal | undefined>>();

/** File contents. */
export const upload: PostFilesParams = {
  file: new Uint8Array(),
  purpose: "identity_document",
};
exactly<Equal<PostFilesParams["file"], Binary>>();
export const fileName: PostFilesParams = {
  // @ts-expect-error: a file name is not file contents
  file: "passport.png",
  purpose: "identity_document",
};

/** A query parameter accepts a time or a range of times. */
export const query: GetChargesParams = {
  created: { gte: 1_700_000_000, lt: 1_800_000_000 },
  limit: 10,
};
export const ending: GetChargesParams = {
  // @ts-expect-error: not a key of a range
  created: { until: 1 },
};

/** Path parameters are separate from the body. */
export const path: PostIdentityVerificationSessionsSessionCancelPath = {
  session: "vs_1",
};
exactly<
  Equal<keyof PostIdentityVerificationSessionsSessionCancelParams, "expand">
>();

// An operation without parameters has no params type.
// @ts-expect-error: `DELETE /v1/customers/{customer}` has only path parameters
export type Nothing = generated.DeleteCustomersCustomerParams;
