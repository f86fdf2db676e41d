// The map of operations can type any client: this one is a single function.

import type {
  Account,
  Binary,
  Customer,
  DeletedCustomer,
  Event,
  IdentityVerificationSession,
  List,
  OperationError,
  Operations,
  PostIdentityVerificationSessionsParams,
  Error as StripeError,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

type Name = keyof Operations;

/** A property that is optional if its value may be undefined. */
type Argument<Key extends string, Value> = [Value] extends [undefined]
  ? { [One in Key]?: undefined }
  : undefined extends Value
    ? { [One in Key]?: Exclude<Value, undefined> }
    : { [One in Key]: Value };

type Arguments<One extends Name> = Argument<"path", Operations[One]["path"]> &
  Argument<"params", Operations[One]["params"]>;

declare function call<One extends Name>(
  operation: One,
  ...rest: object extends Arguments<One>
    ? [sent?: Arguments<One>]
    : [sent: Arguments<One>]
): Promise<Operations[One]["response"]>;

exactly<
  Equal<
    Operations["POST /v1/identity/verification_sessions"]["params"],
    PostIdentityVerificationSessionsParams | undefined
  >
>();
exactly<
  Equal<
    Operations["POST /v1/identity/verification_sessions"]["response"],
    IdentityVerificationSession
  >
>();
exactly<
  Equal<
    Operations["GET /v1/customers/{customer}"]["response"],
    Customer | DeletedCustomer
  >
>();
exactly<
  Equal<
    Operations["DELETE /v1/customers/{customer}"]["response"],
    DeletedCustomer
  >
>();
exactly<
  Equal<Operations["DELETE /v1/customers/{customer}"]["params"], undefined>
>();
exactly<Equal<Operations["GET /v1/quotes/{quote}/pdf"]["response"], Binary>>();
// All of Stripe's operations have the same error response.
exactly<Equal<OperationError, StripeError>>();

export async function use(): Promise<void> {
  const session = await call("POST /v1/identity/verification_sessions", {
    params: { type: "document" },
  });
  session satisfies IdentityVerificationSession;

  (await call("GET /v1/account")) satisfies Account;
  (await call("GET /v1/events", {
    params: { types: ["charge.failed"] },
  })) satisfies List<Event>;
  const customer = await call("GET /v1/customers/{customer}", {
    path: { customer: "cus_1" },
  });
  if (!customer.deleted) customer satisfies Customer;

  // @ts-expect-error: unknown operation
  await call("POST /v1/identity/verification_session");
  // @ts-expect-error: the path parameter `customer` is missing
  await call("GET /v1/customers/{customer}");
  await call("GET /v1/customers/{customer}", {
    // @ts-expect-error: misspelt
    path: { custmer: "cus_1" },
  });
  await call("POST /v1/identity/verification_sessions", {
    // @ts-expect-error: unknown value of `type`
    params: { type: "documents" },
  });
  // @ts-expect-error: the amount and the currency are required
  await call("POST /v1/payment_intents");
}
