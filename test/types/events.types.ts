// The type of an event determines the type of its object.

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

// The object follows from the event's name, from the underscore rule, or from the table.
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
// @ts-expect-error: the object is unknown until `type` is checked
event.data.object.amount_captured;
// Properties of all events.
event.created satisfies number;
event.id satisfies string;

/** Previous values: objects are partial, arrays complete; null if there was no value. */
declare const updated: StripeEventOf<"account.updated">;
const before = updated.data.previous_attributes;
before?.settings?.branding?.primary_color satisfies string | null | undefined;
before?.business_profile?.name satisfies string | null | undefined;
before?.requirements?.currently_due satisfies string[] | null | undefined;
/** The previous value of an expandable is an id or a complete object. */
declare const changed: StripeEventOf<"customer.updated">;
idOf(
  changed.data.previous_attributes?.invoice_settings?.default_payment_method,
) satisfies string | null;
// @ts-expect-error: it may be null, as in one real event
before.email;
// @ts-expect-error: not a property of the object
before?.emial;

/** An event that the document does not list has the type "unrecognized". */
declare const received: Event;
const read = readStripeEvent(received);
exactly<Equal<typeof read, StripeEvent | UnrecognizedStripeEvent>>();
if (read.type === "unrecognized") {
  exactly<Equal<typeof read, UnrecognizedStripeEvent>>();
  read.unrecognized_type satisfies string;
} else {
  exactly<Equal<typeof read, StripeEvent>>();
}
// @ts-expect-error: the unrecognized event must be excluded first
export const known: StripeEvent = read;

declare const text: string;
if (isStripeEventType(text)) text satisfies StripeEventType;

/** Handlers for all events. */
export const handlesAll = (handlers: StripeEventHandlers<string>): string =>
  read.type === "unrecognized"
    ? read.unrecognized_type
    : handleStripeEvent(read, handlers, ({ type }) => type);

type Handled = "charge.failed" | "charge.succeeded";

/** Handlers for selected events: each is required, and receives the object of its event. */
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
  // @ts-expect-error: not a selected event
  "charge.sucseeded": () => 0,
};

export const wrongResult: StripeEventHandlers<number, "charge.failed"> = {
  // @ts-expect-error: the handler must return a number
  "charge.failed": ({ data }) => data.object.id,
};

// @ts-expect-error: unknown event
export type NoEvent = StripeEventOf<"charge.sucseeded">;

handleStripeEvent(
  read,
  // @ts-expect-error: misspelt: not the name of an event
  { "charge.sucseeded": () => 0 },
  () => 0,
);
