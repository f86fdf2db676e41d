// The type of an event tells what it carries.

import {
  type Charge,
  type CustomerCashBalanceTransaction,
  type Discount,
  type Dispute,
  type Event,
  handleStripeEvent,
  type IdentityVerificationSession,
  type Invoice,
  type IssuingCard,
  idOf,
  isStripeEventType,
  type LineItem,
  type PaymentSource,
  readStripeEvent,
  type StripeEvent,
  type StripeEventHandlers,
  type StripeEventMap,
  type StripeEventOf,
  type StripeEventType,
  type Subscription,
  type stripeEventTypes,
  type UnrecognizedStripeEvent,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

// By its name, by the rule of names with an underscore, and by the table.
exactly<Equal<StripeEventMap["charge.succeeded"], Charge>>();
exactly<Equal<StripeEventMap["issuing_card.created"], IssuingCard>>();
exactly<Equal<StripeEventMap["charge.dispute.closed"], Dispute>>();
exactly<Equal<StripeEventMap["customer.source.created"], PaymentSource>>();
exactly<Equal<StripeEventMap["customer.discount.deleted"], Discount>>();
exactly<
  Equal<
    StripeEventMap["customer_cash_balance_transaction.created"],
    CustomerCashBalanceTransaction
  >
>();
exactly<Equal<(typeof stripeEventTypes)[number], StripeEventType>>();

declare const event: StripeEvent;
if (event.type === "invoice.paid") {
  exactly<Equal<typeof event.data.object, Invoice>>();
  const before = event.data.previous_attributes;
  before?.lines?.data satisfies LineItem[] | null | undefined;
}
switch (event.type) {
  case "customer.subscription.created":
  case "customer.subscription.deleted":
    exactly<Equal<typeof event.data.object, Subscription>>();
    break;
  case "identity.verification_session.verified":
    exactly<Equal<typeof event.data.object, IdentityVerificationSession>>();
    break;
  // @ts-expect-error: misspelt
  case "invoice.payed":
    break;
}
// @ts-expect-error: before the type is known, so is nothing of the object
event.data.object.amount_captured;
// What all events have.
event.created satisfies number;
event.id satisfies string;

/** What was there before: of objects a part, of arrays all, and null for nothing. */
declare const updated: StripeEventOf<"account.updated">;
const before = updated.data.previous_attributes;
before?.settings?.branding?.primary_color satisfies string | null | undefined;
before?.business_profile?.name satisfies string | null | undefined;
before?.requirements?.currently_due satisfies string[] | null | undefined;
/** An expandable was an id or an object, and whole. */
declare const changed: StripeEventOf<"customer.updated">;
idOf(
  changed.data.previous_attributes?.invoice_settings?.default_payment_method,
) satisfies string | null;
// @ts-expect-error: it may be null, as one real event has it
before.email;
// @ts-expect-error: no property of the object
before?.emial;

/** An event that the document does not list is one of its own kind. */
declare const received: Event;
const read = readStripeEvent(received);
exactly<Equal<typeof read, StripeEvent | UnrecognizedStripeEvent>>();
if (read.type === "unrecognized") {
  exactly<Equal<typeof read, UnrecognizedStripeEvent>>();
  read.unrecognized_type satisfies string;
} else {
  exactly<Equal<typeof read, StripeEvent>>();
}
// @ts-expect-error: the unknown one has to be put aside
export const known: StripeEvent = read;

declare const text: string;
if (isStripeEventType(text)) text satisfies StripeEventType;

/** All events. */
export const handlesAll = (handlers: StripeEventHandlers<string>): string =>
  read.type === "unrecognized"
    ? read.unrecognized_type
    : handleStripeEvent(read, handlers, ({ type }) => type);

type Handled = "charge.failed" | "charge.succeeded";

/** Those that an endpoint asks for: each has its handler, and each its object. */
export const handlers: StripeEventHandlers<number, Handled> = {
  "charge.failed": ({ data }) => data.object.amount,
  "charge.succeeded": (one) => {
    exactly<Equal<typeof one.data.object, Charge>>();
    return one.data.object.amount_captured;
  },
};
handleStripeEvent(read, handlers, () => 0) satisfies number;

// @ts-expect-error: "charge.succeeded" is missing
export const missing: StripeEventHandlers<number, Handled> = {
  "charge.failed": ({ data }) => data.object.amount,
};

export const tooMany: StripeEventHandlers<number, Handled> = {
  "charge.failed": ({ data }) => data.object.amount,
  "charge.succeeded": ({ data }) => data.object.amount,
  // @ts-expect-error: not one of those
  "charge.sucseeded": () => 0,
};

export const wrongResult: StripeEventHandlers<number, "charge.failed"> = {
  // @ts-expect-error: a number was promised
  "charge.failed": ({ data }) => data.object.id,
};

// @ts-expect-error: there is no such event
export type NoEvent = StripeEventOf<"charge.sucseeded">;

handleStripeEvent(
  read,
  // @ts-expect-error: misspelt, and no handler of any event
  { "charge.sucseeded": () => 0 },
  () => 0,
);
