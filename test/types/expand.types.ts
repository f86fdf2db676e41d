// Expanded properties are objects; all other expandables are ids.

import {
  type BalanceTransaction,
  type Charge,
  type CheckoutSession,
  type CheckoutSessionExpandPath,
  type Customer,
  type DeletedCustomer,
  type DeletedProduct,
  type Expanded,
  type ExpandPath,
  type File,
  type Invoice,
  idOf,
  isDeleted,
  isExpanded,
  type PaymentIntent,
  type Price,
  type Product,
  type Quote,
  type Subscription,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

type FiveLevels = Expanded<
  CheckoutSession,
  "subscription.items.data.price.product"
>;
declare const session: FiveLevels;

// The objects on the path, with their own properties.
const subscription = session.subscription;
if (subscription !== null) {
  exactly<Equal<typeof subscription.status, Subscription["status"]>>();
  for (const item of subscription.items.data) {
    const { product } = item.price;
    if (!product.deleted) {
      exactly<Equal<typeof product.name, string>>();
      exactly<Equal<typeof product.default_price, string | null | undefined>>();
    }
  }
  // Not on the path, in the same object: an id.
  exactly<Equal<typeof subscription.customer, string>>();
}
// Outside the path: ids, and null if the property is nullable.
exactly<Equal<typeof session.customer, string | null>>();
exactly<Equal<typeof session.payment_intent, string | null>>();

// @ts-expect-error: the request does not expand the customer
session.customer?.email;

/** Without a path all expandables are ids, in arrays, lists and maps as well. */
declare const plain: Expanded<CheckoutSession>;
exactly<Equal<typeof plain.subscription, string | null>>();
exactly<Equal<typeof plain.metadata, CheckoutSession["metadata"]>>();
exactly<Equal<typeof plain.status, CheckoutSession["status"]>>();
declare const plainQuote: Expanded<Quote>;
exactly<Equal<typeof plainQuote.discounts, string[]>>();

/** Several paths. A path that is a prefix of another one has no effect. */
declare const two: Expanded<Charge, "customer" | "invoice.subscription">;
if (two.customer !== null && !two.customer.deleted) {
  exactly<Equal<typeof two.customer.email, string | null>>();
}
two.invoice?.subscription?.status satisfies Subscription["status"] | undefined;
exactly<
  Equal<
    Expanded<Charge, "invoice" | "invoice.subscription">["invoice"],
    Expanded<Charge, "invoice.subscription">["invoice"]
  >
>();

/** In an array. */
declare const arrays: Expanded<Invoice, "discounts">;
arrays.discounts[0] satisfies { id: string } | undefined;
// @ts-expect-error: they are objects now
arrays.discounts[0] satisfies string | undefined;

/** Polymorphic: all objects that it may be, and no id. */
declare const source: Expanded<BalanceTransaction, "source">;
if (source.source !== null && source.source.object === "charge") {
  exactly<Equal<typeof source.source.captured, boolean>>();
}
// @ts-expect-error: it is not an id
source.source satisfies string | null;

/** Deleted variants stay beside the live ones. */
declare const withCustomer: Expanded<PaymentIntent, "customer">;
const { customer } = withCustomer;
if (customer !== null) {
  if (customer.deleted) exactly<Equal<typeof customer.deleted, true>>();
  else exactly<Equal<typeof customer.email, string | null>>();
}
if (customer !== null && !isDeleted(customer)) customer.balance;

/** A self-reference is expanded once for each time that the path names it. */
declare const quote: Expanded<Quote, "from_quote.quote">;
const origin = quote.from_quote?.quote;
origin?.from_quote?.quote satisfies string | undefined;
// @ts-expect-error: the path does not include another level
origin?.from_quote?.quote.id;

/** Paths into the response of a list request begin with `data`. */
declare const page: Expanded<
  { data: Charge[]; has_more: boolean; object: "list"; url: string },
  "data.customer"
>;
page.data[0]?.customer satisfies
  | Expanded<Customer>
  | DeletedCustomer
  | null
  | undefined;

/** An expanded model is assignable to the model itself. */
export const asModel = (one: FiveLevels): CheckoutSession => one;
export const asPlain = (one: Expanded<Charge>): Charge => one;
export const asSource = (one: typeof source): BalanceTransaction => one;

// @ts-expect-error: a plain model is not assignable to an expanded one
export const notExpanded = (one: CheckoutSession): FiveLevels => one;

// @ts-expect-error: misspelt
export type Misspelt = Expanded<CheckoutSession, "subscripton">;
// @ts-expect-error: a property that is not expandable
export type NoExpandable = Expanded<CheckoutSession, "amount_total">;
// @ts-expect-error: the path omits `data` of the list
export type NoData = Expanded<CheckoutSession, "subscription.items.price">;
// @ts-expect-error: five levels; the maximum is four
export const tooDeep: ExpandPath<Charge> =
  "customer.default_source.customer.default_source.customer";
// @ts-expect-error: an arbitrary string is not a path
export const anyPath: CheckoutSessionExpandPath = "" as string;

/** A path parameter of a generic function is checked at the call. */
declare function retrieve<Path extends CheckoutSessionExpandPath = never>(
  id: string,
  options?: { expand: readonly Path[] },
): Expanded<CheckoutSession, Path>;
exactly<
  Equal<
    ReturnType<typeof retrieve<"customer">>,
    Expanded<CheckoutSession, "customer">
  >
>();
retrieve("cs_1").customer satisfies string | null;
// @ts-expect-error: an object, since the request expands it
retrieve("cs_1", { expand: ["customer"] }).customer satisfies string | null;
// @ts-expect-error: misspelt
retrieve("cs_1", { expand: ["custmer"] });

/** The helper functions for expandables. */
declare const price: Price;
exactly<Equal<ReturnType<typeof idOf<Price["product"]>>, string>>();
idOf(price.product) satisfies string;
declare const invoice: Invoice;
idOf(invoice.customer) satisfies string | null;
// @ts-expect-error: the customer may be null
idOf(invoice.customer) satisfies string;
// @ts-expect-error: not a value with an id
idOf(12);
if (isExpanded(price.product)) {
  exactly<Equal<typeof price.product, Product | DeletedProduct>>();
  if (!price.product.deleted) price.product.name;
} else {
  exactly<Equal<typeof price.product, string>>();
}
if (isExpanded(invoice.charge)) {
  exactly<Equal<typeof invoice.charge, Charge>>();
}
if (isDeleted(price.product)) {
  exactly<Equal<typeof price.product, DeletedProduct>>();
}
declare const file: File | null;
// @ts-expect-error: a file has no deleted variant, so the type is never
if (isDeleted(file)) file.id;
